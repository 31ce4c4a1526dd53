#!/usr/bin/python3
"""Makes runs.json: runs of the lab, as NumPy accounts for them.

    python3 tests/golden/runs/generate.py

Every pair of values of the settings in settings.py occurs in some run, except those that it says cannot
be. A run that depends on the order of its sums is no reference for others; each is therefore repeated
with its samples in other orders.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True

import numpy as np

from account import columns, run
from covering import covering_rows
from settings import FACTORS, IMPOSSIBLE, impossible_pairs

EPOCHS = 45
# As far apart as runs may be that differ in the order of sums only; the tests allow 1e-9.
AGREEMENT = 1e-11
ORDERS = 4
# A tenth of AGREEMENT.
DECIMALS = 12

NOISE = {
    "moons": 0.2,
    "circles": 0.1,
    "blobs": 0.7,
    "xor": 0.1,
    "spirals": 0.02,
    "classification": 0.05,
    "plane": 0.1,
    "hills": 0.05,
    "own": 0.2,
}
RATES = {"sgd": 0.05, "momentum": 0.01, "rmsprop": 0.005, "adam": 0.01}


def own_points(classes):
    """Sectors of the plane about (0.5, 0.5), or values."""
    r = np.random.RandomState(5)
    X = np.round(r.uniform(-2, 3, (70, 2)), 2)
    if classes is None:
        labels = np.round(np.abs(X[:, 0]) - X[:, 1] * X[:, 0] / 3, 2)
    else:
        turns = np.arctan2(X[:, 1] - 0.5, X[:, 0] - 0.5) / (2 * np.pi) + 0.5
        labels = np.minimum(turns * classes, classes - 1).astype(int)
    return [[*point, label] for point, label in zip(X.tolist(), labels.tolist())]


def config_of(index, values):
    """The whole configuration, of which the rest varies with the index."""
    dataset, classes = values["dataset"], values["classes"]
    # By the simplified rule values run away at the rates that suit backpropagation.
    slower = 10 if values["rule"] == "simplified" else 1
    config = {
        **values,
        "data": own_points(classes) if dataset == "own" else [],
        "samples": 60 + index % 7,
        "noise": NOISE[dataset],
        "seed": 100 + index,
        "testSize": [0.2, 0.35, 0.5][index % 3],
        "learningRate": RATES[values["optimizer"]] / slower,
        "regularizationRate": 0.003,
    }
    if classes is None:
        del config["classes"]
    return config


def case(index, values):
    config = config_of(index, values)
    rows, parameters = run(config, EPOCHS)
    for seed in range(ORDERS):
        stream = np.random.RandomState(seed)
        others, ends = run(config, EPOCHS, lambda order: order[stream.permutation(len(order))])
        apart = max(np.abs(rows - others).max(), np.abs(parameters - ends).max())
        if not apart <= AGREEMENT:
            sys.exit(f"run {index}: {apart} apart with sums in another order: {config}")
    curves = dict(zip(columns(config), np.round(rows.T, DECIMALS).tolist()))
    return {"config": config, **curves, "parameters": np.round(parameters, DECIMALS).tolist()}


def main():
    rows = covering_rows([len(values) for values in FACTORS.values()], impossible_pairs())
    cases = [
        case(index, {key: values[i] for (key, values), i in zip(FACTORS.items(), row)})
        for index, row in enumerate(rows)
    ]
    file = {
        "reference": f"numpy {np.__version__}",
        "tolerance": 1e-9,
        "factors": FACTORS,
        "impossible": IMPOSSIBLE,
        "cases": cases,
    }
    path = pathlib.Path(__file__).with_name("runs.json")
    path.write_text(json.dumps(file, separators=(",", ":")) + "\n")
    print(f"{path}: {len(cases)} runs of {EPOCHS} epochs")


if __name__ == "__main__":
    main()
