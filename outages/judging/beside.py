"""Smaller rises beside a very severe outage that they have nothing to do with: harder to declare,
and labelled."""

from collections.abc import Mapping
from dataclasses import replace

from outages.causes.echo import FAINT, HEAD_START
from outages.detection import lifecycle
from outages.judging import graph, rivalry
from outages.judging.opening import WEAK, Decision
from outages.models import Incident

# From so many reporters above the usual in an hour on what spills over can open something: where
# one in fifty names another service (Verizon and T-Mobile at AT&T's failure got 2 to 3 % of its
# reports), these are five, and fewer open nothing.
VERY_SEVERE = 250.0
# While something so large is down people look around, and report what they look at: each of about a
# thousand services is another chance to look alarming (Bonferroni, as log10). A tail of one in 1.6
# thousand million. Measured on a service with two reports an hour: nine people within four minutes
# open it elsewhere, and not here; four a minute open it within five minutes.
BESIDE_ABOVE = lifecycle.OPEN_ABOVE + 3.0


def severe(rivals: rivalry.Rivals, ongoing: Mapping[int, Incident]) -> dict[int, Incident]:
    """Raised service → the very severe incident that it rose beside or after, far smaller: of those
    that are neither rivals nor stand on the same."""
    large = [
        one
        for one in rivals.found
        if one.service in ongoing
        and ongoing[one.service].severity == Incident.Severity.CRITICAL
        and one.strength >= VERY_SEVERE
    ]
    if not large:
        return {}
    known = graph.read()
    result: dict[int, Incident] = {}
    for weak in rivals.found:
        for strong in large:
            if (
                weak.service not in ongoing
                and weak.strength < FAINT * strong.strength
                and rivals.rises[weak.service].latest
                >= rivals.rises[strong.service].earliest - HEAD_START
                and _is_unrelated(known, weak.service, strong.service)
            ):
                result[weak.service] = ongoing[strong.service]
                break
    return result


def judged(
    decisions: Mapping[int, Decision], severe: Mapping[int, Incident]
) -> dict[int, Decision]:
    """The decisions on those that would open beside so severe an outage: it is too weak for that,
    or labelled."""
    names = graph.read().services
    result: dict[int, Decision] = {}
    for service, incident in severe.items():
        opening = decisions[service].opening if service in decisions else None
        if opening is None:
            continue
        node = names[incident.service_id]
        label = {"incident": incident.pk, "slug": node.slug, "name": node.name}
        strong = opening.row.severity > BESIDE_ABOVE
        result[service] = Decision(opening=replace(opening, beside=label)) if strong else WEAK
    return result


def _is_unrelated(known: graph.Graph, weak: int, strong: int) -> bool:
    a, b = known.services[weak], known.services[strong]
    if a.category == b.category or rivalry.may_echo(known, weak, strong):
        return False
    return not (known.stands_on(a.slug) & known.stands_on(b.slug))
