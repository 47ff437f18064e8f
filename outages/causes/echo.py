"""Is this rise only an echo of another service's outage?

People whose messages don't go through blame their internet provider, or a rival of the provider
that really failed. Such a page rises with the culprit's or after it, far lower, and without the
"no connection" that a real failure of a provider brings.
"""

from math import sqrt

# Rivals can rise in the same minute (Verizon, January 2026); two minutes allow for the jitter of
# onsets in one-minute buckets.
HEAD_START = 2.0
# Verizon at AT&T's failure (February 2024): 2k of 74k. A real second failure is rarely so small.
FAINT = 0.2
# An innocent provider's page has up to half "no connection", a broken one's more.
NO_CONNECTION = 0.6
# Normal quantile of a two-sided 90 % interval.
Z_90 = 1.6449


def is_echo(
    *,
    strength: float,
    strong_strength: float,
    onset_minute: float,
    strong_onset_minute: float,
    no_connection: int,
    symptoms_total: int,
) -> bool:
    """Whether a rise is implicated by a much stronger outage elsewhere rather than an own outage.

    `strength` is distinct reporters above expectation in the last 60 minutes (never z or severity:
    they saturate); `onset_minute` is when it rose, as seen at the first crossing of the opening
    threshold (change.py), at the latest plausible for the weaker one; `no_connection` of
    `symptoms_total` reports of the same 60 minutes said "no connection" or "power cut". True as
    long as all three conditions hold.
    """
    return strength < FAINT * strong_strength and may_become_echo(
        strength=strength,
        strong_strength=strong_strength,
        onset_minute=onset_minute,
        strong_onset_minute=strong_onset_minute,
        no_connection=no_connection,
        symptoms_total=symptoms_total,
    )


def may_become_echo(
    *,
    strength: float,
    strong_strength: float,
    onset_minute: float,
    strong_onset_minute: float,
    no_connection: int,
    symptoms_total: int,
) -> bool:
    """Whether a rise would be an echo if the stronger one grew on: all but how much stronger it is.

    >>> may_become_echo(strength=9, strong_strength=20, onset_minute=10, strong_onset_minute=11,
    ...                 no_connection=1, symptoms_total=4)
    True
    """
    return (
        onset_minute >= strong_onset_minute - HEAD_START
        and strength < strong_strength
        and wilson_lower(no_connection, symptoms_total) < NO_CONNECTION
    )


def wilson_lower(hits: float, total: float, *, z: float = Z_90) -> float:
    """Lower end of the Wilson score interval for a share; 0 when nothing was counted.

    Wilson (1927), JASA 22:209-212. A plain share reaches 1.00 on three reports by chance.
    """
    if total <= 0:
        return 0.0
    share, z2 = hits / total, z * z
    centre = share + z2 / (2 * total)
    margin = z * sqrt(share * (1 - share) / total + z2 / (4 * total * total))
    return max(0.0, (centre - margin) / (1 + z2 / total))
