#!/usr/bin/python3
"""Makes runs.json: runs of the lab, as NumPy accounts for them.

    python3 tests/golden/runs/generate.py

Every pair of values of the settings below occurs in some run. A run that depends on the order of its
sums is no reference for others; each is therefore repeated with its samples in other orders.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True

import numpy as np

from account import run
from covering import covering_rows

EPOCHS = 45
# As far apart as runs may be that differ in the order of sums only; the tests allow 1e-9.
AGREEMENT = 1e-11
ORDERS = 4

ALL = ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"]
NOISE = {
    "moons": 0.2,
    "circles": 0.1,
    "blobs": 0.7,
    "xor": 0.1,
    "spirals": 0.02,
    "classification": 0.05,
    "own": 0.2,
}
FACTORS = {
    "dataset": list(NOISE),
    "loss": ["cross_entropy", "squared_error"],
    "optimizer": ["sgd", "momentum", "rmsprop", "adam"],
    "batchSize": [0, 1, 16],
    "features": [["x1", "x2"], ["x2"], ["x1^2", "x2^2"], ["x1", "x1*x2", "sin(x2)"], ALL],
    "scale": ["none", "standard"],
    "activation": [
        "relu",
        "tanh",
        "sigmoid",
        "linear",
        "leaky_relu",
        "elu",
        ["elu", "leaky_relu"],
    ],
    "init": ["small", "xavier", "he"],
    "regularization": ["none", "l1", "l2"],
    "schedule": [
        "",
        "10:learning-rate=0.02 30:learning-rate=0.001",
        "0:optimizer=momentum 20:optimizer=adam 30:optimizer=adam",
        "7:batch-size=10 14:batch-size=0 21:batch-size=7",
        "9:rule=simplified 12:rule=backprop",
        "11:regularization=l2 12:regularization-rate=0.05 30:regularization=none",
        "0:b1.2=0.5 13:w1.1.1=0.75 13:b2.1=-0.25 25:w2.1.2=0",
    ],
}
RATES = {"sgd": 0.05, "momentum": 0.01, "rmsprop": 0.005, "adam": 0.01}


def own_points():
    r = np.random.RandomState(5)
    X = np.round(r.uniform(-2, 3, (70, 2)), 2)
    return [[x1, x2, int(x1 * x2 > 0.5)] for x1, x2 in X.tolist()]


def config_of(index, values):
    """The whole configuration, of which the rest varies with the index."""
    dataset = values["dataset"]
    return {
        **values,
        "data": own_points() if dataset == "own" else [],
        "samples": 60 + index % 7,
        "noise": NOISE[dataset],
        "seed": 100 + index,
        "weightSeed": None if index % 3 else 1000 + index,
        "testSize": [0.2, 0.35, 0.5][index % 3],
        "layers": [[4, 3], [3, 2]][index % 2],
        "rule": "backprop",
        "learningRate": RATES[values["optimizer"]],
        "regularizationRate": 0.003,
    }


def case(index, values):
    config = config_of(index, values)
    rows, parameters = run(config, EPOCHS)
    for seed in range(ORDERS):
        stream = np.random.RandomState(seed)
        others, ends = run(config, EPOCHS, lambda order: order[stream.permutation(len(order))])
        apart = max(np.abs(rows - others).max(), np.abs(parameters - ends).max())
        if not apart <= AGREEMENT:
            sys.exit(f"run {index}: {apart} apart with sums in another order: {config}")
    columns = dict(zip(("trainLoss", "testLoss", "trainAccuracy", "testAccuracy"), rows.T.tolist()))
    return {"config": config, **columns, "parameters": parameters.tolist()}


def main():
    rows = covering_rows(list(FACTORS.values()))
    cases = [
        case(index, {key: values[i] for (key, values), i in zip(FACTORS.items(), row)})
        for index, row in enumerate(rows)
    ]
    reference = f"numpy {np.__version__}"
    path = pathlib.Path(__file__).with_name("runs.json")
    file = {"reference": reference, "tolerance": 1e-9, "factors": FACTORS, "cases": cases}
    path.write_text(json.dumps(file, separators=(",", ":")) + "\n")
    print(f"{path}: {len(cases)} runs of {EPOCHS} epochs")


if __name__ == "__main__":
    main()
