"""How wide an 80 % interval must be when there are few readings."""

NORMAL = 1.2815515655446004  # 90 % of a normal distribution lie below it


def ninety(freedom: int) -> float:
    """Value below which 90 % of Student's t lie, so that -t to t holds 80 %.

    Cornish-Fisher expansion (Abramowitz and Stegun 1964, 26.7.5): right to 0.1 % from three
    degrees of freedom on.

    Parameters
    ----------
    freedom : int
        Degrees of freedom: readings less what was fitted to them, at least 3.

    Examples
    --------
    >>> round(ninety(3), 2), round(ninety(10), 3), round(ninety(10**6), 3)
    (1.64, 1.372, 1.282)
    """
    z = NORMAL
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
