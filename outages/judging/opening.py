"""Whether a raised service opens an incident: on which of its rows, on whose voices, or why not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings

from outages.detection import gate, lifecycle
from outages.judging import diversity, networks
from outages.judging.diversity import Voices
from outages.judging.standing import RowReading, Standing


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What an incident would open on: the strongest row that passes the gate, with its voices.

    `held_back`: regions of stronger rows that did not pass; `one_network`: a provider's own service
    and nearly all its voices come through one network; `beside`: the incident of something else
    that it rose beside (beside.py).
    """

    row: RowReading
    voices: Voices
    held_back: frozenset[int] = frozenset()
    one_network: bool = False
    beside: Mapping[str, object] | None = None


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Without an opening, `reason` says why; `network`: the AS number that its strongest row came
    almost only through, where that is the reason."""

    opening: Opening | None = None
    reason: gate.Reason = ""
    network: int | None = None


WEAK = Decision(reason="weak_signal")
# What rises in one network alone may be made by it. Of a provider's own service nothing else can
# speak; of any other it is a possible outage, and evidence for the provider's (decision 0013).
ONE_NETWORK = gate.GateResult(passed=False, reason="few_networks")


def decide(raised: Iterable[Standing], *, minute: int) -> dict[int, Decision]:
    """The decision on each raised service, by id: one query for the voices of all."""
    standings = {one.service: one for one in raised}
    votes = diversity.votes({id_: one.above for id_, one in standings.items()}, minute=minute)
    providers = networks.read().providers
    rules = rules_of_instance()
    return {
        id_: (
            _decide(standing, votes[id_], is_provider=id_ in providers, rules=rules)
            if id_ in votes
            else WEAK
        )
        for id_, standing in standings.items()
    }


def rules_of_instance() -> gate.Rules:
    """The gate's numbers as the settings have them."""
    return gate.Rules(
        fewest_prefixes=settings.GATE_FEWEST_PREFIXES,
        full_prefixes=settings.GATE_FULL_PREFIXES,
        largest_share=settings.GATE_LARGEST_SHARE,
        full_effective=settings.GATE_FULL_EFFECTIVE,
        full_networks=settings.GATE_FULL_NETWORKS,
        rest_severity=settings.GATE_REST_SEVERITY,
    )


def _decide(
    standing: Standing, votes: diversity.Votes, *, is_provider: bool, rules: gate.Rules
) -> Decision:
    """Each row is judged on its own window; the strongest that passes is what opens."""
    held_back: set[int] = set()
    crowd: Voices | None = None
    for row in standing.above:
        voices = votes.behind(row)
        result = voices.pass_gate(row, is_provider=is_provider, rules=rules)
        if row.network and not is_provider:
            result = ONE_NETWORK
        if _opens(standing, row, result):
            opening = Opening(
                row=row,
                voices=voices,
                held_back=frozenset(held_back),
                one_network=is_provider and voices.almost_only is not None,
            )
            return Decision(opening=opening)
        if result.reason == "few_networks":
            if not row.network:
                held_back.add(row.region)
            crowd = crowd or voices
    if crowd is None:
        return WEAK
    # That a provider's own service comes through its own network is no reason.
    return Decision(reason="few_networks", network=None if is_provider else crowd.almost_only)


def _opens(standing: Standing, row: RowReading, result: gate.GateResult) -> bool:
    step, _ = lifecycle.next_step(
        is_open=False,
        severity=row.severity,
        short_severity=standing.short_severity,
        fresh=row.fresh,
        gate_passed=result.passed,
        calm_minutes=0,
    )
    return step is lifecycle.Step.OPEN
