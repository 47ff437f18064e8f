"""When an incident opens, closes, returns; how bad and how wide it is."""

from enum import Enum
from typing import Literal

# Severity (-log10 of the tail) above which an incident opens: a tail of one in 1.6 million.
# Measured with the other rules: 0.1 to 0.6 false incidents per 1,000 series-days of the simulated
# development sets, 93 on mentions in a social network, which burst by themselves.
OPEN_ABOVE = 6.2
# Above it a service shows as a possible outage and its readings are kept. Measured on 1,500
# simulated ordinary series-days: once in 20 days per service, for five minutes on average.
WARN_ABOVE = 4.0
# An ongoing incident is calm in a minute whose short windows stay below this ...
CLOSE_BELOW = 2.5
# ... and closes after so many calm minutes in a row.
CLOSE_AFTER = 30
# An outage that comes back within so many minutes of its end is the same incident ...
RELAPSE_WITHIN = 360
# ... if it has at least this share of its regions in common with it.
RELAPSE_SHARE = 0.5
# Regions above this severity belong to the extent of an ongoing incident.
EXTENT_ABOVE = 2.5

# How bad: our own choice of words. Tenfold reports is what we take for a typical outage, so
# "critical" is at least that in at least half of the regions where the service is used.
WIDE_SHARE = 0.5
STRONG_RATIO = 5.0
TYPICAL_RATIO = 10.0
# An incident in more than this share of the active regions is called global.
GLOBAL_SHARE = 0.6


class Step(Enum):
    """What one more complete minute does to a service's incident."""

    OPEN = "open"
    CLOSE = "close"
    STAY = "stay"


def next_step(
    *,
    is_open: bool,
    severity: float,
    short_severity: float,
    fresh: bool,
    gate_passed: bool,
    calm_minutes: int,
    minutes: int = 1,
) -> tuple[Step, int]:
    """Decide on one complete minute (or bucket of `minutes`): the step, and the calm minutes.

    Opening needs a severity above OPEN_ABOVE in a minute that brought a report (`fresh`) and a
    passed gate: a silent minute can never open anything, so a caller may skip silent minutes while
    nothing is open. An open incident needs every minute. Only short windows decide on calm: the
    longest windows would keep it open for two hours after the last report. Nor does a calm minute
    open anything: else what a long window remembers would reopen an incident just closed.

    Examples
    --------
    >>> next_step(is_open=False, severity=7.0, short_severity=7.0, fresh=True,
    ...           gate_passed=True, calm_minutes=0)
    (<Step.OPEN: 'open'>, 0)
    >>> next_step(is_open=True, severity=3.0, short_severity=1.0, fresh=False,
    ...           gate_passed=False, calm_minutes=29)
    (<Step.CLOSE: 'close'>, 30)
    """
    is_calm = short_severity < CLOSE_BELOW
    if not is_open:
        opens = fresh and gate_passed and not is_calm and severity > OPEN_ABOVE
        return (Step.OPEN if opens else Step.STAY), 0
    if not is_calm:
        return Step.STAY, 0
    calm = calm_minutes + minutes
    return (Step.CLOSE if calm >= CLOSE_AFTER else Step.STAY), calm


def is_relapse(
    *, minutes_since_end: int, regions_then: frozenset[str], regions_now: frozenset[str]
) -> bool:
    """Is a new outage the return of the last one, so that its incident is reopened?

    The share is taken of the smaller set: a relapse names few regions in its first minutes, and a
    remnant of a global outage is still that outage. Where either names none, nothing tells the two
    apart: a service that rises again so soon has the same trouble.

    Examples
    --------
    >>> is_relapse(minutes_since_end=45, regions_then=frozenset({"US-NY", "US-NJ"}),
    ...            regions_now=frozenset({"US-NY"}))
    True
    """
    if minutes_since_end > RELAPSE_WITHIN:
        return False
    if not regions_then or not regions_now:
        return True
    common = len(regions_then & regions_now)
    return common >= RELAPSE_SHARE * min(len(regions_then), len(regions_now))


def severity_class(
    *, share_of_regions: float, ratio: float
) -> Literal["minor", "major", "critical"]:
    """How bad an incident is, by its share of the active regions and its observed/expected ratio.

    Examples
    --------
    >>> [severity_class(share_of_regions=s, ratio=r) for s, r in [(.1, 3), (.6, 3), (.9, 40)]]
    ['minor', 'major', 'critical']
    """
    wide = share_of_regions >= WIDE_SHARE
    if wide and ratio >= TYPICAL_RATIO:
        return "critical"
    return "major" if wide or ratio >= STRONG_RATIO else "minor"


def scope_of(
    *, affected: int, active: int, one_network: bool = False
) -> Literal["global", "multi_region", "regional", "network"]:
    """How wide an incident is: regions affected, of those in which the service is used.

    Nothing affected by itself while the total is surprising: spread over all regions, so global.
    `one_network`: of a provider's own service, whose reports come through one of its networks; a
    single region says more.

    Examples
    --------
    >>> [scope_of(affected=a, active=10) for a in (0, 1, 4, 9)]
    ['global', 'regional', 'multi_region', 'global']
    >>> [scope_of(affected=a, active=10, one_network=True) for a in (0, 1, 9)]
    ['network', 'regional', 'network']
    """
    if affected == 1:
        return "regional"
    if one_network:
        return "network"
    if affected == 0 or affected > GLOBAL_SHARE * active:
        return "global"
    return "multi_region"
