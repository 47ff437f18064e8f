"""What is known about an incident when its cause is asked for. None: not known, so no evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True)
class NoticeText:
    """What somebody said publicly. `kind`: status, maintenance or release."""

    text: str
    kind: str
    source: str
    at: datetime | None = None


@dataclass(frozen=True)
class SharedDependency:
    """A common cause that was found (outages.causes.shared)."""

    slug: str
    name: str
    kind: str
    probability: float


@dataclass(frozen=True, kw_only=True)
class Signals:
    """Everything that may speak for or against a cause.

    symptom_counts: reports of the incident by symptom; usual_symptom_shares: on ordinary days.
    affected_regions of active_regions: with trouble, of those with enough reports to tell.
    network_lift: the most raised network's share among the reporters over its usual share.
    single_network_share: share of the reports that came from one network.
    onset_minutes: from 10 % to 90 % of the rise. steps: plateaus on the way up. waves: returns.
    siblings_…: other services of the operator, with an ongoing incident or observably well.
    dependants_down of dependants_watched: other services on the same third party. hired_known:
    companies that it is known to hire. in_sync: services that a vendor's failure brought down in
    the same minutes, while this one isn't known to stand on that vendor.
    is_the_dependency: shared_dependency is this service's own platform (the culprit's page).
    providers_down_in_area: internet providers with an incident in the affected area, this service
    included if it is one; all_isps_share: of those watched there.
    maintenance_window, release_last_24h: announced, for its start; False only where notices are
    followed.
    local_hour: 0-24 where most reports come from. comment_hints: cause → comments that name it.
    """

    service_kind: Literal["app", "provider"] = "app"
    symptom_counts: Mapping[str, int] | None = None
    usual_symptom_shares: Mapping[str, float] | None = None
    affected_regions: int | None = None
    active_regions: int | None = None
    countries: int | None = None
    top_region_share: float | None = None
    network_lift: float | None = None
    single_network_share: float | None = None
    onset_minutes: float | None = None
    steps: int | None = None
    waves: int | None = None
    siblings_down: int | None = None
    siblings_quiet: int | None = None
    dependants_down: int | None = None
    dependants_watched: int | None = None
    hired_known: int | None = None
    in_sync: int | None = None
    shared_dependency: SharedDependency | None = None
    is_the_dependency: bool = False
    providers_down_in_area: int | None = None
    all_isps_share: float | None = None
    maintenance_window: bool | None = None
    maintenance_text: str = ""
    release_last_24h: bool | None = None
    local_hour: float | None = None
    notices: tuple[NoticeText, ...] = ()
    comment_hints: Mapping[str, int] | None = None
