import itertools
import random

import pytest

from ssi_calc.knapsack import best_choice, bound_of, undominated


def random_groups(source):
    groups = []
    for _ in range(source.randint(1, 5)):
        unit = source.choice([1, 0.25])
        options = [(0, 0.0, 0)]
        for place in range(source.randint(1, 5)):
            gain = source.randint(-3, 20) / source.choice([1, 4])
            options.append((source.randint(0, 12) * unit, gain, place + 1))
        below = source.choice([0, 0, 3])
        groups.append(undominated([(cost - below, gain, what) for cost, gain, what in options]))
    return groups


def brute_force(groups, most):
    """Most gain, and the least cost for it."""
    found = [
        (sum(option[1] for option in choice), -sum(option[0] for option in choice))
        for choice in itertools.product(*groups)
    ]
    return max((each for each in found if -each[1] <= most), default=None)


@pytest.mark.parametrize("seed", range(8))
def test_the_choice_is_that_of_brute_force(seed):
    source = random.Random(seed)
    for _ in range(500):
        groups = random_groups(source)
        most = source.randint(0, 30)

        choice = best_choice(groups, most)

        expected = brute_force(groups, most)
        assert (choice is None) == (expected is None)
        if choice:
            assert (choice[1], -choice[0]) == expected
            assert bound_of(groups, most) >= choice[1] - 1e-9


def test_what_is_chosen_adds_up_to_what_is_said():
    source = random.Random(99)
    for _ in range(200):
        groups = random_groups(source)
        cost, gain, chosen = best_choice(groups, 30)
        options = [
            next(option for option in options if option[2] == what)
            for options, what in zip(groups, chosen, strict=True)
        ]

        assert sum(option[0] for option in options) == pytest.approx(cost)
        assert sum(option[1] for option in options) == pytest.approx(gain)


def test_the_best_gain_per_cost_first_would_miss_the_best():
    groups = [[(0, 0.0, "-"), (1, 2.0, "a")], [(0, 0.0, "-"), (10, 9.0, "b")]]

    assert best_choice(groups, 10)[2] == ["-", "b"]


def test_nothing_fits_below_the_cheapest():
    assert best_choice([[(3, 1.0, "a"), (4, 2.0, "b")]], 2) is None


def test_no_groups_cost_nothing():
    assert best_choice([], 5) == (0, 0.0, [])
