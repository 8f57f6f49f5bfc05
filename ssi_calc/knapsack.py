# ruff: noqa: B905, RUF007 (MicroPython has neither zip(strict=) nor pairwise)
"""One option from each group, the best: ``groups > options > (cost, gain, what)``.

MicroPython-clean.

The multiple-choice knapsack problem. Gains of different groups add up, so a price for the
cost turns the problem into one of its own for each group: at that price some option is the
best of its group, and every other one *forgoes* something. The sum of the best is a bound
that no choice beats (Lagrange; Sinha and Zoltners 1979), and a choice whose options forgo
more than the gap between the bound and a choice already known cannot win. What may still
win is few, and is listed completely, group after group, by dynamic programming over
undominated (cost, gain) pairs. So the result is the optimum, not an approximation.
"""

ROUNDING = 1e-9  # relative; far above the rounding of a few hundred sums, below any real gain
NARROW = 32  # the first search looks this many times closer than the gap known by then


def undominated(options: list) -> list:
    """Options in the order of cost, without those that cost as much and gain no more.

    Examples
    --------
    >>> undominated([(2, 1.0, "b"), (0, 0.0, "a"), (3, 1.0, "c"), (1, -1.0, "d")])
    [(0, 0.0, 'a'), (2, 1.0, 'b')]
    """
    kept: list = []
    order = sorted([(each[0], -each[1], place) for place, each in enumerate(options)])
    for _, lost, place in order:
        if not kept or -lost > kept[-1][1]:
            kept.append(options[place])
    return kept


def best_choice(groups: list, most: float):
    """One option from each group: the most gain within `most`, and the least cost for it.

    Parameters
    ----------
    groups : list of list of (float, float, object)
        Cost, gain and what is chosen; each group as `undominated` leaves it.
    most : float
        The costs together are no more than this.

    Returns
    -------
    (float, float, list) or None
        Cost, gain, and what is chosen in each group, in order; None when nothing fits.

    Examples
    --------
    >>> groups = [[(0, 0.0, "-"), (3, 4.0, "a")], [(0, 0.0, "-"), (2, 2.5, "b"), (4, 4.5, "c")]]
    >>> best_choice(groups, 6)
    (5.0, 6.5, ['a', 'b'])
    """
    base = sum([options[0][0] for options in groups])
    room = most - base
    if room < 0:
        return None
    shifted = [[(each[0] - options[0][0], each[1]) for each in options] for options in groups]
    price, known = _price(shifted, room)
    tops = [max([gain - price * cost for cost, gain in options]) for options in shifted]
    bound = price * room + sum(tops)
    rounding = ROUNDING * (1 + abs(bound) + price * room)
    gap = bound - known
    slack = gap / NARROW
    while True:
        found = _search(shifted, room, price, tops, slack + rounding)
        if found:
            gap = min(gap, bound - found[1])
            if gap <= slack:
                break
        slack = min(gap, 2 * slack) if slack > rounding else gap
    cost, gain, places = found
    return (base + cost, gain, [options[place][2] for options, place in zip(groups, places)])


def bound_of(groups: list, most: float) -> float:
    """A gain that no choice within `most` exceeds; quick, and close to the best."""
    room = most - sum([options[0][0] for options in groups])
    shifted = [[(each[0] - options[0][0], each[1]) for each in options] for options in groups]
    price, _ = _price(shifted, room)
    tops = [max([gain - price * cost for cost, gain in options]) for options in shifted]
    return price * room + sum(tops)


def _price(groups: list, room: float) -> tuple:
    """Gain per cost at which the room just fills, and the gain of one choice that fits."""
    steps = []
    for number, options in enumerate(groups):
        corners = _corners(options)
        for left, right in zip(corners, corners[1:]):
            cost = right[0] - left[0]
            gain = right[1] - left[1]
            steps.append((-gain / cost, number, cost, gain))
    steps.sort()
    known = sum([options[0][1] for options in groups])
    price = 0.0
    full = set()  # groups in which a step did not fit: what comes after builds on it
    for slope, number, cost, gain in steps:
        if number in full:
            continue
        if cost <= room:
            room -= cost
            known += gain
        else:
            full.add(number)
            price = price or -slope
    return price, known


def _corners(options: list) -> list:
    """The options on the upper hull: from each to the next, the gain per cost falls."""
    corners: list = []
    for cost, gain in options:
        while len(corners) > 1 and _is_below(corners[-2], corners[-1], cost, gain):
            corners.pop()
        corners.append((cost, gain))
    return corners


def _is_below(left: tuple, middle: tuple, cost: float, gain: float) -> bool:
    """Whether `middle` lies on or below the line from `left` to the option after it."""
    return (middle[1] - left[1]) * (cost - left[0]) <= (gain - left[1]) * (middle[0] - left[0])


def _search(groups: list, room: float, price: float, tops: list, slack: float):
    """Best of all choices that forgo no more than `slack`: cost, gain, places; or None."""
    states: list = [(0.0, 0.0, 0, None)]  # cost, gain lost (negative), number, places so far
    least = -slack
    for _, number, allowed in _allowed(groups, price, tops, slack):
        least += tops[number]
        grown: list = []
        for before, lost, _, places in states:
            for cost, gain, place in allowed:
                total = before + cost
                if total > room:
                    break
                won = gain - lost
                if won - price * total >= least:
                    grown.append((total, -won, len(grown), (places, number, place)))
        grown.sort()
        states = []
        fewest = None
        for state in grown:
            if fewest is None or state[1] < fewest:
                fewest = state[1]
                states.append(state)
    if not states:
        return None
    cost, lost, _, chain = states[-1]
    places = [0] * len(groups)
    while chain:
        chain, number, place = chain
        places[number] = place
    return cost, -lost, places


def _allowed(groups: list, price: float, tops: list, slack: float) -> list:
    """Number of each group and its options that forgo no more than `slack`, shortest first."""
    found = []
    for number, options in enumerate(groups):
        allowed = []
        for place, (cost, gain) in enumerate(options):
            if tops[number] - gain + price * cost <= slack:
                allowed.append((cost, gain, place))
        found.append((len(allowed), number, allowed))
    return sorted(found)
