"""Our own causes in the forms that benchmarks ask for."""

from collections.abc import Mapping, Sequence
from typing import Any

from outages.causes.echo import is_echo
from outages.causes.extent import network_lift, regions_hit
from outages.causes.observed import NoticeText, Signals
from outages.causes.shared import Edge, Upset, by_dependency, common_causes
from outages.causes.signals import distribution
from outages.causes.taxonomy import UNKNOWN
from outages.causes.text import cause_of, symptoms_in

# The benchmark gives a share; the rule asks for counts.
SYMPTOMS_BEHIND_A_SHARE = 100
Body = Mapping[str, Any]


def cause(text: str) -> tuple[str, float]:
    """The cause that an official text names, and how surely."""
    return cause_of(text)


def symptom(text: str) -> tuple[str, float]:
    """The symptom that a comment is most likely about, and how surely."""
    found = symptoms_in(text)
    best = max(found, key=found.__getitem__)
    return best, found[best]


def fuse(scenario: Body) -> dict[str, float]:
    """Probability of each cause, "unknown" left out."""
    chances = distribution(signals_of(scenario))
    return {slug: chance for slug, chance in chances.items() if slug != UNKNOWN}


def common(case: Body) -> list[tuple[str, float]]:
    """Dependencies that explain the incidents of a case, best first."""
    graph, incidents = case["graph"], case["incidents"]
    lead = max(incidents, key=lambda one: one["strength"])
    edges = [
        Edge(service["id"], dependency, p)
        for service in graph["services"]
        for dependency, p in service["depends_on"].items()
    ]
    down = {one["service"] for one in incidents}
    found = common_causes(
        dependants=by_dependency(edges),
        kinds={one["id"]: _kind(one["kind"]) for one in graph["dependencies"]},
        incidents=_upsets(incidents, lead),
        quiet={service["id"] for service in graph["services"]} - down,
    )
    return [(one.dependency, one.probability) for one in found]


def _kind(kind: str) -> str:
    return "operator" if kind == "parent_company" else kind


def _upsets(incidents: Sequence[Body], lead: Body) -> list[Upset]:
    return [
        Upset(one["service"], one["onset_minutes"], one["strength"], _echoes(one, lead))
        for one in incidents
    ]


def _echoes(one: Body, lead: Body) -> bool:
    if one is lead:
        return False
    return is_echo(
        strength=one["strength"],
        strong_strength=lead["strength"],
        onset_minute=one["onset_minutes"],
        strong_onset_minute=lead["onset_minutes"],
        no_connection=round(SYMPTOMS_BEHIND_A_SHARE * one["no_connection_share"]),
        symptoms_total=SYMPTOMS_BEHIND_A_SHARE,
    )


def signals_of(scenario: Body) -> Signals:
    """A simulated scenario as the signals that we would hold of it."""
    hit, able = regions_hit(scenario["reports_by_region"], scenario["region_weights"])
    is_provider = scenario["service_kind"] == "isp"
    text = scenario["status_text"]
    return Signals(
        service_kind="provider" if is_provider else "app",
        symptom_counts=scenario["symptom_counts"],
        affected_regions=hit,
        active_regions=able,
        network_lift=network_lift(scenario["reports_by_isp"], scenario["isp_weights"]),
        onset_minutes=scenario["onset_minutes_10_90"],
        waves=scenario["repeated_waves"],
        siblings_down=scenario["parent_company_incidents"],
        dependants_down=scenario["shared_dependency_incidents"],
        dependants_watched=scenario["shared_dependency_services"],
        providers_down_in_area=None if is_provider else scenario["isp_incidents_same_region"],
        maintenance_window=bool(scenario["in_announced_maintenance_window"]),
        release_last_24h=bool(scenario["app_release_last_24h"]),
        local_hour=scenario["local_hour"],
        comment_hints=scenario["comment_hints"],
        notices=(NoticeText(text, "status", "official"),) if text else (),
    )
