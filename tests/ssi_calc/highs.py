"""The optimiser's question put to HiGHS, a solver of others: one option of each group."""

import highspy


def highs(groups, most=None, least=None):
    """Gain and cost of the optimum: most gain within `most`, or least cost for a gain."""
    model = highspy.Highs()
    model.silent()
    for option in ("mip_rel_gap", "mip_abs_gap"):
        model.setOptionValue(option, 0.0)
    chosen = [[(model.addBinary(), option) for option in options] for options in groups]
    for options in chosen:
        model.addConstr(sum(one for one, _ in options) == 1)
    cost = sum(one * option[0] for options in chosen for one, option in options)
    gain = sum(one * option[1] for options in chosen for one, option in options)
    if most is None:
        model.addConstr(gain >= least)
        model.minimize(cost)
    else:
        model.addConstr(cost <= most)
        model.maximize(gain)
    taken = [
        option for options in chosen for one, option in options if model.variableValue(one) > 0.5
    ]
    assert len(taken) == len(groups)
    return sum(option[1] for option in taken), sum(option[0] for option in taken)
