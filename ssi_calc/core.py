# ruff: noqa: B905 (MicroPython has no zip(strict=))
"""The arithmetic of the teaching model, on floats and on NumPy arrays alike.

Written with operators and `abs` only, so that the same lines serve one learner in the
browser and a million people at once. Validates nothing: the readers have. Equations are
numbered as in docs/en/reference/model.md and adr/0003-the-model.md.
"""

DAYS = 7  # in a week
ON_GRAIN = 6144.0  # points; between 2^12 and 2^13 a double is a multiple of 2^-40
ALMOST_NOTHING = 1e-4  # keeps a ratio defined, and free of rounding noise, near 0 [1/week]


def least(a, b):
    """Smaller of the two, and exactly `b` where that is the smaller.

    Examples
    --------
    >>> least(3.0, 1.0)
    1.0
    """
    return b + (a - b - abs(a - b)) / 2


def most(a, b):
    """Larger of the two, and exactly `b` where that is the larger.

    Examples
    --------
    >>> most(3.0, 1.0)
    3.0
    """
    return b + (a - b + abs(a - b)) / 2


def earned(fraction):
    """Share of its points that an input earns at `fraction` of its full level.

    Equation 1: 1 - (1 - min(z, 1))^2. An assumption: concave, because the first comment
    does more than the thirtieth, and 1 at the full level, because dashboards read 25.0.

    Parameters
    ----------
    fraction : float or array
        Level divided by full level, at least 0. [1]

    Returns
    -------
    float or array
        From 0 to 1. [1]

    Examples
    --------
    >>> earned(0.0), earned(0.5), earned(1.0), earned(3.0)
    (0.0, 0.75, 1.0, 1.0)
    """
    missing = 1 - least(fraction, 1)
    return 1 - missing * missing


def points_won(levels, full, points):
    """Points won or lost at each of `levels` against the first, rounded to the grain.

    Equation 1, for floats only: the inner loop of the simulator, written out because a call
    for each week and draw is what costs most in the browser. The grain is 2^-40 of a point.
    Sums of its multiples are exact, so they come out the same in whatever order they are
    made, and one summand can be exchanged for another.

    Parameters
    ----------
    levels : list of float
        [unit]
    full : float
        Level that earns all the points. [unit]
    points : float
        From 0 to 25. [point]

    Returns
    -------
    list of float
        [point]

    Examples
    --------
    >>> points_won([0.0, 5.0, 20.0], full=10.0, points=4.0)
    [0.0, 3.0, 4.0]
    """
    missing = 1 - least(levels[0] / full, 1)
    most_won = ON_GRAIN + points * missing * missing
    ratios = [1 - level / full for level in levels]
    return [
        (most_won - points * miss * miss if miss > 0 else most_won) - ON_GRAIN for miss in ratios
    ]


def fraction_for(share):
    """Fraction of the full level that earns `share` of the points: `earned` undone.

    Parameters
    ----------
    share : float or array
        Points divided by the most that can be had; above 1 counts as 1. [1]

    Returns
    -------
    float or array
        From 0 to 1. [1]

    Examples
    --------
    >>> fraction_for(0.75)
    0.5
    """
    return 1 - (1 - least(share, 1)) ** 0.5


def forgotten(days, window):
    """Share of a trailing window that lies after the start, `days` later.

    Parameters
    ----------
    days : float
        Time passed, at least 0. [day]
    window : float or array
        Length of the memory of a flow, above 0. [day]

    Returns
    -------
    float or array
        From 0 (all is as before) to 1 (the time before the start is forgotten). [1]

    Examples
    --------
    >>> forgotten(45, window=90), forgotten(120, window=90)
    (0.5, 1.0)
    """
    return least(days / window, 1.0)


def level_after(level, rate, days, window):
    """Weekly level of a flow after `days` at a steady weekly `rate`.

    Equation 2: the mean over a trailing window whose length is an assumption.

    Parameters
    ----------
    level, rate : float or array of shape (n_people,)
        Level over the window that ends today, and the new steady rate. [1/week]
    days, window : float
        Time passed, at least 0, and the length of the window, above 0. [day]

    Returns
    -------
    float or array of shape (n_people,)
        [1/week]

    Examples
    --------
    >>> level_after(10.0, 0.0, days=45, window=90)
    5.0
    """
    return level + (rate - level) * forgotten(days, window)


def flow_levels(level, rates, shares):
    """Weekly level of a flow at the start and after each week of changing `rates`.

    Equation 2 for any schedule. The mean over a window is linear, so each change of the
    rate adds its own step: the size of the change times the share of the window since.

    Parameters
    ----------
    level : float or array of shape (n_people,)
        Level over the window that ends today, and steady rate before it. [1/week]
    rates : list of float or array
        What is done in week 1, 2, … [1/week]
    shares : list of float
        `forgotten` after 0, 1, 2, … weeks, one more than `rates`. [1]

    Returns
    -------
    list of float or array
        One entry more than `rates`; the first is `level`. [1/week]

    Examples
    --------
    >>> flow_levels(10.0, [0.0, 0.0, 0.0], shares=[0.0, 0.5, 1.0, 1.0])
    [10.0, 5.0, 0.0, 0.0]
    """
    levels = [level] * len(shares)
    before = level
    for week, rate in enumerate(rates):
        if rate is not before:
            step = rate - before
            later = [old + step * share for old, share in zip(levels[week:], shares)]
            levels[week:] = later
            before = rate
    return levels


def stock_levels(level, gains, floors):
    """Level of a stock at the start and after each week. Stocks do not fade.

    Parameters
    ----------
    level : float or array of shape (n_people,)
        [unit]
    gains, floors : list of float
        What is added in each week, and the level reached at least in it. [unit]

    Returns
    -------
    list of float or array
        One entry more than `gains`; the first is `level`. [unit]

    Examples
    --------
    >>> stock_levels(3.0, [0, 2, 2], [8, 0, 0])
    [3.0, 8.0, 10.0, 12.0]
    """
    levels = [level]
    for gain, floor in zip(gains, floors):
        if floor:
            level = most(level, floor)
        level = level + gain
        levels.append(level)
    return levels


def rate_levels(rate, succeeded, tried):
    """Ratio of two flows at the start and after each week.

    While nothing at all was tried within the window, the last ratio stands.

    Parameters
    ----------
    rate : float or array of shape (n_people,)
        The ratio today. [1]
    succeeded, tried : list of float or array
        Levels of the two flows, the first entry being today. [1/week]

    Returns
    -------
    list of float or array
        As long as `tried`; the first is `rate`. [1]

    Examples
    --------
    >>> [round(rate, 3) for rate in rate_levels(0.5, [2.0, 2.0, 0.0], [4.0, 10.0, 0.0])]
    [0.5, 0.2, 0.2]
    """
    levels = [rate]
    for good, all_of_them in zip(succeeded[1:], tried[1:]):
        kept = ALMOST_NOTHING * levels[-1]
        levels.append((good + kept) / (all_of_them + ALMOST_NOTHING))
    return levels
