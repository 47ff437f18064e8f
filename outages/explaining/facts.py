"""An incident's rows → the facts that its explanation may use."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from statistics import median
from typing import cast

from outages.causes.account import Says, Scope, State
from outages.causes.signals import CauseVerdict, NoticeText
from outages.explain import Earlier, Facts, Shared, SymptomShare
from outages.explaining import gathering, verdicts
from outages.judging import graph
from outages.models import Cause, Incident, upheld
from reports import vocabulary
from reports.cells import told
from reports.models import Region

# Names of regions that are kept of an incident of fifty: no explanation lists more.
MOST_REGIONS = 12
# Typical durations are told from at least so many resolved incidents of the same service.
FEWEST_TYPICAL = 3


def facts_of(
    incident: Incident,
    gathered: gathering.Gathered,
    cause: Cause | None,
    siblings: Mapping[int, Sequence[Incident]],
    *,
    now: datetime,
) -> Facts:
    """What the explanation of an incident may say. `cause`: the one that is shown; `siblings`:
    incidents by common cause."""
    rows = sorted(incident.regions.all(), key=lambda row: -row.peak_z)
    typical = gathered.durations.get(incident.service_id, ())
    is_ongoing = incident.state == Incident.State.ONGOING
    latest = incident.latest
    named = [row.region for row in rows[:MOST_REGIONS]]
    countries = _countries([row.region for row in rows])
    return Facts(
        service_name=incident.service.name,
        state=cast(State, incident.state),
        now=now,
        started_at=incident.started_at,
        declared_at=incident.declared_at,
        resolved_at=incident.resolved_at,
        scope=cast(Scope, incident.scope),
        network=incident.evidence.get("network_name") or "",
        regions=tuple(region.name for region in named),
        region_codes=tuple(region.code for region in named),
        region_count=len(rows),
        countries=tuple(countries.values()),
        country_codes=tuple(countries),
        observed=latest["observed"] if is_ongoing else incident.peak_reports,
        expected=latest["expected"] if is_ongoing else incident.peak_expected,
        window_minutes=latest["window"] if is_ongoing else incident.peak_window,
        z=latest["z"] if is_ongoing else incident.peak_z,
        reporters=incident.evidence.get("reporters") or 0,
        symptoms=_shares(gathered, incident.service_id),
        verdict=verdicts.verdict_of(cause),
        says=cast(Says, cause.says) if cause else "inference",
        own=_own(incident, cause),
        common_cause=_common(incident, siblings),
        implicates=tuple(row.service.name for row in upheld(incident.implications.all())),
        discarded=latest.get("discarded", {}),
        networks_known=incident.evidence.get("networks") is not None,
        notices=tuple(
            NoticeText(notice.text, notice.kind, notice.source, notice.at)
            for notice in gathered.notices.get(incident.service_id, ())
        ),
        typical_minutes=median(typical) if len(typical) >= FEWEST_TYPICAL else None,
        typical_of=len(typical),
        previous=_earlier(incident),
        folded_into=_folded_into(incident),
    )


def _own(incident: Incident, cause: Cause | None) -> CauseVerdict | None:
    if cause is None or cause.says == Cause.Says.INFERENCE:
        return None
    inferred = verdicts.own_cause(incident)
    return verdicts.verdict_of(inferred) if inferred else None


def _folded_into(incident: Incident) -> str:
    """Asked of the few that were withdrawn only."""
    if incident.state != Incident.State.RETRACTED:
        return ""
    into = incident.folded_into.select_related("incident__service").last()
    return "" if into is None else into.incident.service.name


def _countries(regions: Sequence[Region]) -> dict[str, str]:
    """Code → name, in the order of the regions."""
    names = vocabulary.read().region_names
    codes = dict.fromkeys(region.country for region in regions if region.country)
    return {code: names[code] for code in codes if code in names}


def _shares(gathered: gathering.Gathered, service: int) -> tuple[SymptomShare, ...]:
    """Those that may be told: an explanation is public, and stays."""
    counts = gathered.symptoms.get(service, {})
    total = sum(counts.values())
    usual = gathered.usual.get(service, {})
    says = vocabulary.read().symptom_says
    return tuple(
        SymptomShare(says[slug], n / total, usual.get(slug, 0.0) if usual else None)
        for slug, n in told(counts).items()
    )


def _common(incident: Incident, siblings: Mapping[int, Sequence[Incident]]) -> Shared | None:
    common = incident.common_cause
    if common is None:
        return None
    roots = graph.read().dependencies
    root = roots.get(common.dependency.slug)
    return Shared(
        name=common.dependency.name,
        kind=common.dependency.kind,
        probability=common.probability,
        services=tuple(
            other.service.name for other in siblings.get(common.pk, ()) if other.pk != incident.pk
        ),
        rivals=tuple(roots[slug].name for slug, _ in common.rivals if slug in roots),
        is_page=root is not None and root.page == incident.service.slug,
    )


def _earlier(incident: Incident) -> Earlier | None:
    last = incident.previous
    return None if last is None else Earlier(last.started_at, last.resolved_at)
