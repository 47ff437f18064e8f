"""What the body of a posted report may hold."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from reports.intake import LONGEST_COMMENT, Claim

Slug = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class ReportBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`POST /api/v1/reports` and `/works`; an unknown member is refused by name."""

    service: Slug
    symptom: Slug | None = None
    region: Annotated[str, msgspec.Meta(max_length=8)] | None = None
    comment: Annotated[str, msgspec.Meta(max_length=LONGEST_COMMENT)] | None = None
    id: UUID | None = None
    # A form's token, or a proof of work, which is longer.
    token: Annotated[str, msgspec.Meta(max_length=2000)] | None = None
    implicated: Slug | None = None
    others_work: bool | None = None
    connection: Literal["wifi", "mobile", "wired"] | None = None

    def claim(self, kind: str) -> Claim:
        return Claim(
            service=self.service,
            kind=kind,
            symptom=self.symptom,
            region=self.region,
            comment=self.comment,
            implicated=self.implicated,
            others_work=self.others_work,
            connection=self.connection,
        )
