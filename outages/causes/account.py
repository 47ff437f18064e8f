"""What an explanation may speak of: facts in, words out (outages/explain.py)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from outages.causes.observed import NoticeText
from outages.causes.signals import CauseVerdict

State = Literal["ongoing", "resolved", "retracted"]
Scope = Literal["global", "multi_region", "regional", "network"]
Says = Literal["inference", "official", "moderator"]


@dataclass(frozen=True)
class SymptomShare:
    """`says`: noun phrase for sentences ("cannot log in"); `share`, `usual`: 0-1."""

    says: str
    share: float
    usual: float | None = None


@dataclass(frozen=True)
class Shared:
    """A common cause as a reader knows it: names, no slugs. `services`: the others that it felled;
    `rivals`: names of the dependencies that were weighed and lost; `is_page`: the incident is of
    the failing dependency's own page."""

    name: str
    kind: str
    probability: float
    services: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    is_page: bool = False


@dataclass(frozen=True)
class Earlier:
    """The incident before."""

    started_at: datetime
    resolved_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that an explanation may say. Names are ready to be read; times are UTC.

    `regions`: names, the most affected first, perhaps fewer than `region_count`; `region_codes`,
    `country_codes`: by which a language may call them otherwise, in the same order; `network`: name
    of the affected one, for scope "network"; `observed`: distinct reporters within
    `window_minutes`, where `expected` would be usual, of the last minutes or the worst of a
    resolved incident;
    `symptoms`: the most frequent first; `verdict`: the cause that is shown, whoever `says` it;
    `own`: what our signals say beneath another's word;
    `folded_into`: the service that the reports were probably about, of an incident that was
    withdrawn for that; `discarded`: reason → reports; `typical_minutes`: median of `typical_of`
    resolved incidents of this service in our record.
    """

    service_name: str
    state: State
    now: datetime
    started_at: datetime
    declared_at: datetime
    resolved_at: datetime | None = None
    scope: Scope
    regions: tuple[str, ...] = ()
    region_codes: tuple[str, ...] = ()
    region_count: int = 0
    countries: tuple[str, ...] = ()
    country_codes: tuple[str, ...] = ()
    network: str = ""
    observed: int
    expected: float
    window_minutes: int
    z: float
    reporters: int = 0
    works: int = 0
    symptoms: tuple[SymptomShare, ...] = ()
    verdict: CauseVerdict
    says: Says = "inference"
    own: CauseVerdict | None = None
    common_cause: Shared | None = None
    implicates: tuple[str, ...] = ()
    discarded: Mapping[str, int] = field(default_factory=dict)
    networks_known: bool = True
    notices: tuple[NoticeText, ...] = ()
    typical_minutes: float | None = None
    typical_of: int = 0
    previous: Earlier | None = None
    folded_into: str = ""
