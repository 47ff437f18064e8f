"""When an incident opens, closes, returns; how bad and how wide it is."""

from enum import Enum
from math import log10
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaincinv

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
# Regions above this severity belong to the extent of an incident, if many do ...
EXTENT_ABOVE = 2.5
# ... and see whether they do at its beginning. One that joins it after so many minutes had that
# many more chances to look alarming, and is asked as much as for a warning.
EXTENT_MINUTES = 20

# How bad is told by what is sure, not by what was seen: five reports where .3 were expected are
# sixteen times the usual, and may be five people who talk to each other. Sure is what so few
# reports, and as high a usual level as this, leave with this probability ...
SURE = 0.95
# ... beside a prior of two reports that say "as usual" (as in DuMouchel 1999, whose EB05 ranks
# rare and common side effects of drugs alike; the two reports are our choice).
USUAL_REPORTS = 2.0
# Our own choice of words. Tenfold reports are what we take for a typical outage: a hundred of them
# are surely four to five times the usual. Where half of the regions agree, less is major.
STRONG_RATIO = 4.0
WIDE_RATIO = 2.5
WIDE_SHARE = 0.5
# One region of one is not wide, unless the service has no more of them.
FEWEST_WIDE = 3
# Twice as many people as it takes to open anything, and twice as many again.
FEWEST_MAJOR = 10
FEWEST_CRITICAL = 20
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


def reached(severity: ArrayLike) -> NDArray[np.bool_]:
    """Which regions of a service are in trouble, given the severity of each that reported lately.

    Many regions are looked at, and one of them stands out by chance: the false discovery rate is
    held (Benjamini and Hochberg 1995) at what EXTENT_ABOVE is for a single one.

    Examples
    --------
    >>> [int(reached(given).sum()) for given in ([3.0] + [0.1] * 9, [3.6] + [0.1] * 9, [3.0] * 10)]
    [0, 1, 10]
    """
    given = np.asarray(severity, float)
    best = np.sort(given)[::-1]
    ranks = np.arange(1, len(best) + 1)
    enough = np.flatnonzero(best > EXTENT_ABOVE + np.log10(len(best) / ranks))
    if not enough.size:
        return np.zeros(given.shape, bool)
    return np.asarray(given >= best[enough[-1]])


def joins_above(*, active: int, affected: int, minutes: int) -> float:
    """The severity that a region needs to join an incident `minutes` after its start, when
    `affected` of the `active` regions are in trouble, it included.

    Examples
    --------
    >>> [round(joins_above(active=20, affected=2, minutes=m), 1) for m in (5, 180)]
    [3.5, 5.0]
    """
    least = EXTENT_ABOVE if minutes <= EXTENT_MINUTES else WARN_ABOVE
    return least + log10(max(active, 1) / max(affected, 1))


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


def sure_ratio(*, observed: float, expected: float, relvar: float) -> float:
    """The ratio of observed to expected reporters that is exceeded almost surely.

    The lower quantile of the gamma posterior of the rate (DuMouchel 1999, "Bayesian data mining in
    large frequency tables"), over the upper quantile of a usual level that strays by `relvar`.

    Examples
    --------
    >>> [round(sure_ratio(observed=y, expected=y / 10, relvar=0.1), 1) for y in (5, 50, 500)]
    [1.2, 4.1, 5.8]
    """
    seen = float(gammaincinv(observed + USUAL_REPORTS, 1.0 - SURE))
    above = float(gammaincinv(1.0 / relvar, SURE)) * relvar if relvar else 1.0
    return seen / (expected * above + USUAL_REPORTS)


def severity_class(
    *, affected: int, active: int, observed: float, expected: float, relvar: float
) -> Literal["minor", "major", "critical"]:
    """How bad an incident is, by what is sure of it; it may grow with the evidence.

    Parameters
    ----------
    affected, active : int
        Regions in trouble, of those in which the service is used (0 of 0: no region is known).
    observed, expected, relvar : float
        Reporters of the most surprising window, what is usual there, and its relative variance.

    Examples
    --------
    >>> severity_class(affected=1, active=1, observed=5, expected=0.3, relvar=0.1)
    'minor'
    >>> severity_class(affected=1, active=9, observed=80, expected=4, relvar=0.1)
    'major'
    >>> severity_class(affected=9, active=12, observed=300, expected=20, relvar=0.1)
    'critical'
    """
    ratio = sure_ratio(observed=observed, expected=expected, relvar=relvar)
    is_wide = affected >= max(WIDE_SHARE * active, min(FEWEST_WIDE, active))
    if is_wide and ratio >= STRONG_RATIO and observed >= FEWEST_CRITICAL:
        return "critical"
    strong = ratio >= (WIDE_RATIO if is_wide else STRONG_RATIO)
    return "major" if strong and observed >= FEWEST_MAJOR else "minor"


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
