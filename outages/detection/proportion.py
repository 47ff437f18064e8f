"""How sure is a share that was counted?"""

from scipy.special import betaincinv

# Jeffreys' prior for a share; Brown, Cai and DasGupta 2001 (Statistical Science 16:101) recommend
# its interval for small numbers.
JEFFREYS = 0.5


def share_interval(hits: int, of: int, level: float = 0.95) -> tuple[float, float]:
    """The interval in which the true share lies with probability `level` (Jeffreys).

    Raises
    ------
    ValueError
        Unless 0 <= hits <= of and of > 0: of nothing there is no share.

    Examples
    --------
    >>> [round(edge, 2) for edge in share_interval(9, 10)], share_interval(3, 3)[1]
    ([0.62, 0.99], 1.0)
    """
    if not 0 <= hits <= of or not of:
        raise ValueError(f"{hits} of {of} is no share")
    beyond = (1.0 - level) / 2.0
    a, b = hits + JEFFREYS, of - hits + JEFFREYS
    low = float(betaincinv(a, b, beyond)) if hits else 0.0
    high = float(betaincinv(a, b, 1.0 - beyond)) if hits < of else 1.0
    return low, high
