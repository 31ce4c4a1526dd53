"""The settings that runs differ in, which of their values exclude each other, and why."""

import itertools

ALL = ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"]
SIMPLIFIED = "9:rule=simplified 12:rule=backprop"
TWO_ACTIVATIONS = ["elu", "leaky_relu"]
EDITS = "0:b1.2=0.5 13:w1.1.1=0.75 13:b2.1=-0.25 25:w2.1.2=0 25:b3.1=0.1 31:w3.1.2=-0.5"

# `classes` is None where values are learned.
FACTORS = {
    "problem": ["classification", "regression"],
    "dataset": [
        "moons",
        "circles",
        "blobs",
        "xor",
        "spirals",
        "classification",
        "plane",
        "hills",
        "own",
    ],
    "classes": [2, 3, 4, 5, 6, None],
    "loss": ["cross_entropy", "squared_error"],
    "rule": ["backprop", "simplified"],
    "optimizer": ["sgd", "momentum", "rmsprop", "adam"],
    "batchSize": [0, 1, 16],
    "features": [["x1", "x2"], ["x2"], ["x1^2", "x2^2"], ["x1", "x1*x2", "sin(x2)"], ALL],
    "scale": ["none", "standard"],
    "layers": [[4, 3], [3, 2], []],
    "activation": [
        "relu",
        "tanh",
        "sigmoid",
        "linear",
        "leaky_relu",
        "elu",
        TWO_ACTIVATIONS,
    ],
    "init": ["small", "xavier", "he"],
    "weightSeed": [None, 7],
    "regularization": ["none", "l1", "l2"],
    "schedule": [
        "",
        "10:learning-rate=0.02 30:learning-rate=0.001",
        "0:optimizer=momentum 20:optimizer=adam 30:optimizer=adam",
        "7:batch-size=10 14:batch-size=0 21:batch-size=7",
        SIMPLIFIED,
        "11:regularization=l2 12:regularization-rate=0.05 30:regularization=none",
        "0:b1.1=0.5 18:optimizer=rmsprop 18:learning-rate=0.002 18:batch-size=9 18:w1.1.1=-0.3",
        EDITS,
    ],
}

TWO_CLASSES = ["moons", "circles", "xor"]
VALUES = ["plane", "hills"]
CLASSES = [*TWO_CLASSES, "blobs", "spirals", "classification"]

# A setting and its values, another and its values, of which no pair can be, and why.
IMPOSSIBLE = [
    ("problem", ["classification"], "dataset", VALUES, "these are values"),
    ("problem", ["regression"], "dataset", CLASSES, "these are classes"),
    ("problem", ["classification"], "classes", [None], "a class is learned"),
    ("problem", ["regression"], "classes", [2, 3, 4, 5, 6], "a value is learned"),
    ("problem", ["regression"], "loss", ["cross_entropy"], "values are not probabilities"),
    ("dataset", TWO_CLASSES, "classes", [3, 4, 5, 6], "these have two classes"),
    ("dataset", ["classification"], "classes", [5, 6], "a square has four corners"),
    ("dataset", VALUES, "classes", [2, 3, 4, 5, 6], "these are values"),
    ("dataset", CLASSES, "classes", [None], "these are classes"),
    ("dataset", VALUES, "loss", ["cross_entropy"], "values are not probabilities"),
    ("classes", [None], "loss", ["cross_entropy"], "values are not probabilities"),
    ("classes", [3, 4, 5, 6], "rule", ["simplified"], "the rule has one output"),
    ("classes", [3, 4, 5, 6], "schedule", [SIMPLIFIED], "the rule has one output"),
    ("layers", [[]], "activation", [TWO_ACTIVATIONS], "one for each of two hidden layers"),
    ("layers", [[]], "schedule", [EDITS], "it sets parameters of a third layer"),
]


def impossible_pairs():
    """@returns pairs ((setting, value), (setting, value)), all by number"""
    names = list(FACTORS)
    found = set()
    for first, ones, second, others, _ in IMPOSSIBLE:
        for one, other in itertools.product(ones, others):
            pair = [
                (names.index(name), FACTORS[name].index(value))
                for name, value in ((first, one), (second, other))
            ]
            found.add(tuple(sorted(pair)))
    return found
