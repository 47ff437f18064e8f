"""Accept reports: check them against the catalogue, make their key, hand them to the inbox."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID, uuid4

from django.conf import settings

from reports import geo, reporter, salts, spelling, vocabulary
from reports.buckets import window_of
from reports.messages import Answer, Arrival, NewReport, Outcome
from reports.models import Kind, Region, Report

LONGEST_COMMENT = 280
CONNECTIONS = frozenset(Report.Connection.values)


class Refused(ValueError):
    """A report that cannot be taken: which field is wrong and why."""

    def __init__(self, *, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


class UnknownService(Refused):
    """A report about a service that the catalogue does not have."""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What somebody says, as a door has read it. Slugs and codes; None where nothing was said."""

    service: str
    kind: str = Kind.REPORT
    symptom: str | None = None
    region: str | None = None
    comment: str | None = None
    implicated: str | None = None
    others_work: bool | None = None
    connection: str | None = None


@dataclass(frozen=True, kw_only=True)
class Source:
    """Who says it: tokens, never an address. All None: unknown, rules that need it do not apply."""

    reporter: UUID | None = None
    reporter_yesterday: UUID | None = None
    prefix: UUID | None = None
    # Where the files of addresses say they are: what the reporter says comes first.
    region: str | None = None
    network: int | None = None
    quota_of: str = ""
    # Why what they say weighs nothing (models.Discard); empty when it weighs something.
    discard: str = ""


class Inlet(Protocol):
    """Where accepted reports go."""

    def append(self, arrivals: Sequence[Arrival]) -> list[Answer]: ...


@dataclass(frozen=True)
class Receipt:
    """What became of a report."""

    key: UUID
    outcome: Outcome

    @property
    def duplicate(self) -> bool:
        return self.outcome is Outcome.DUPLICATE

    @property
    def counted(self) -> bool:
        return self.outcome is Outcome.ACCEPTED


def source_of(*, address: reporter.Address, service: str, now: datetime) -> Source:
    """Tokens of the address under the salts of the day; the address goes no further."""
    today = now.date()
    salt, salt_yesterday = _salts(now)
    campus = reporter.parse_networks(settings.VOTE_NETWORKS)
    places = geo.places()
    identity = reporter.identify(
        address=address,
        service=service,
        salt=salt,
        salt_yesterday=salt_yesterday,
        vote_networks=campus,
    )
    return Source(
        reporter=identity.reporter,
        reporter_yesterday=identity.reporter_yesterday,
        prefix=identity.prefix,
        region=places.region_of(address),
        network=None if reporter.is_in(address, campus) else places.network_of(address),
        quota_of=reporter.token(salt, "quota", str(today), reporter.person(address)).hex,
    )


def accept(
    claim: Claim, source: Source, *, inbox: Inlet, now: datetime, client_id: UUID | None = None
) -> Receipt:
    """Take one report. Raises Refused when it names something unknown; errors of the inbox pass.

    The same `client_id` within 24 hours gives the first receipt again, whatever window it is now;
    with another claim it is a conflict.
    """
    return accept_all([arrival(claim, source, now=now, client_id=client_id)], inbox=inbox)[0]


def accept_all(arrivals: Sequence[Arrival], *, inbox: Inlet) -> list[Receipt]:
    """Take many checked reports in one round trip."""
    answers = inbox.append(arrivals)
    return [Receipt(key=answer.key, outcome=answer.outcome) for answer in answers]


def arrival(
    claim: Claim, source: Source, *, now: datetime, client_id: UUID | None = None
) -> Arrival:
    """A checked report with its key. Raises Refused."""
    check(claim)
    # Without a reporter nothing tells two voices apart: each is a voice of its own.
    who = source.reporter or uuid4()
    key = reporter.vote_key(
        service=claim.service,
        reporter=who,
        window=window_of(now),
        # What weighs nothing takes nobody's vote: another site's page could else silence its own
        # visitors. It is one a window all the same.
        kind=f"{claim.kind} {source.discard}" if source.discard else claim.kind,
    )
    report = NewReport(
        key=key,
        service=claim.service,
        region=claim.region or source.region or Region.UNKNOWN,
        kind=claim.kind,
        received=now,
        symptom=claim.symptom,
        reporter=source.reporter,
        prefix=source.prefix,
        network=source.network,
        implicated=claim.implicated,
        others_work=claim.others_work,
        connection=claim.connection or "",
        comment=spelling.cleaned(claim.comment or ""),
        discard=source.discard,
        weight=0 if source.discard else 1,
        client_id=client_id,
        said=reporter.token(b"", *map(str, astuple(claim))) if client_id else None,
    )
    return Arrival(
        report=report, reporter_yesterday=source.reporter_yesterday, quota_of=source.quota_of
    )


def check(claim: Claim) -> None:
    """Raise Refused, naming the field, when a claim names something that the catalogue lacks."""
    known = vocabulary.read()
    if claim.service not in known.active:
        raise UnknownService(field="service", message=f"there is no service “{claim.service}”")
    wrong = (
        ("symptom", claim.symptom, known.symptoms),
        ("region", claim.region, known.regions),
        ("implicated", claim.implicated, known.services),
        ("connection", claim.connection, CONNECTIONS),
    )
    for field, value, allowed in wrong:
        if value is not None and value not in allowed:
            raise Refused(field=field, message=f"there is no {field} “{value}”")
    if claim.comment and len(claim.comment) > LONGEST_COMMENT:
        raise Refused(field="comment", message=f"longer than {LONGEST_COMMENT} characters")


def _salts(now: datetime) -> tuple[bytes, bytes]:
    # The secret key is the pepper: whoever steals the salt files alone cannot rebuild a token.
    pepper = settings.SECRET_KEY.encode()
    days = (now.date(), now.date() - timedelta(days=1))
    today, yesterday = (
        reporter.token(pepper[:64], "salt", salts.of_day(day).hex()).bytes for day in days
    )
    return today, yesterday
