"""Golden files of what is drawn and dealt out: the random stream, the data sets, the split."""

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_moons
from sklearn.model_selection import train_test_split

from .files import NUMPY, SKLEARN, golden

MAKERS = {"moons": make_moons, "circles": make_circles, "blobs": make_blobs}

# An odd number of normals leaves one cached, which the next normals must get.
MIXED_CALLS = (
    ("random_sample", 7, {}),
    ("randn", 5, {}),
    ("permutation", 17, {}),
    ("randn", 4, {}),
    ("shuffle", 31, {}),
    ("random_sample", 3, {}),
    ("uniform", 6, {"low": -5.0, "high": 5.0}),
    ("normal", 3, {"loc": 1.5, "scale": 0.25}),
    ("permutation", 300, {}),
)
LONG_CALLS = (("randn", 3, {}), ("randn", 2000, {}))


def call(stream, function, n, arguments):
    if function == "shuffle":
        out = np.arange(n)
        stream.shuffle(out)
    elif arguments:
        out = getattr(stream, function)(size=n, **arguments)
    else:
        out = getattr(stream, function)(n)
    return {"fn": function, "n": n, **arguments, "out": out.tolist()}


def rng_case(name, seed, calls):
    stream = np.random.RandomState(seed)
    return {"name": name, "seed": seed, "calls": [call(stream, *arguments) for arguments in calls]}


def rng(draws):
    seeds = (draws.seed(), draws.seed(1), draws.other_seed, 0, 2**32 - 1)
    cases = [rng_case(f"seed {seed}", seed, MIXED_CALLS) for seed in seeds]
    cases.append(rng_case("long stream", draws.seed(), LONG_CALLS))
    return golden("rng", f"{NUMPY} RandomState (MT19937, legacy normal)", 1e-15, 1e-15, cases)


def dataset_case(dataset, label, seed, *, n_samples, shuffle=True, **arguments):
    given = {"n_samples": n_samples, **arguments, "random_state": seed, "shuffle": shuffle}
    X, y = MAKERS[dataset](**given)
    name = f"{dataset} n={n_samples} {label} seed={seed}"
    return {"name": name, "dataset": dataset, **given, "X": X.T.tolist(), "y": y.tolist()}


def moons(n, noise, seed, shuffle=True):
    case = dataset_case("moons", f"noise={noise}", seed, n_samples=n, noise=noise, shuffle=shuffle)
    return {**case, "name": f"{case['name']} shuffle={shuffle}"}


def circles(n, noise, factor, seed):
    label = f"noise={noise} factor={factor}"
    return dataset_case("circles", label, seed, n_samples=n, noise=noise, factor=factor)


def blobs(n, std, seed):
    centers = [[-2.0, -2.0], [2.0, 2.0]]
    label = f"std={std}"
    return dataset_case("blobs", label, seed, n_samples=n, centers=centers, cluster_std=std)


def datasets(draws):
    seed, next_seed, other = draws.seed(), draws.seed(1), draws.other_seed
    cases = [
        moons(300, 0.2, seed),
        moons(301, 0.0, next_seed),
        moons(100, None, seed),
        moons(40, 0.35, other, shuffle=False),
        moons(2, 0.1, draws.seed(2)),
        moons(777, 0.05, other),
        circles(200, 0.1, 0.5, seed),
        circles(151, None, 0.3, next_seed),
        circles(64, 0.2, 0.8, other),
        blobs(200, 0.5, seed),
        blobs(75, 1.0, other),
    ]
    reference = f"{SKLEARN} make_moons, make_circles, make_blobs"
    return golden("datasets", reference, 1e-13, 1e-14, cases)


def split_case(n_samples, test_size, seed):
    train, test = train_test_split(np.arange(n_samples), test_size=test_size, random_state=seed)
    return {
        "name": f"n={n_samples} test_size={test_size} seed={seed}",
        "n_samples": n_samples,
        "test_size": test_size,
        "random_state": seed,
        "train_indices": train.tolist(),
        "test_indices": test.tolist(),
    }


def split(draws):
    cases = [
        split_case(300, 0.2, draws.seed()),
        split_case(301, 0.25, draws.seed(1)),
        split_case(10, 0.33, draws.other_seed),
        split_case(1000, 0.5, draws.seed()),
        split_case(2, 0.5, draws.seed()),
    ]
    return golden("split", f"{SKLEARN} train_test_split", 0, 0, cases)


def split_moons(n_samples, noise, test_size, seed):
    """The notebook's data: two moons dealt into X_train, X_test, y_train, y_test, as rows."""
    X, y = make_moons(n_samples=n_samples, noise=noise, random_state=seed)
    parts = train_test_split(X, y.reshape(-1, 1), test_size=test_size, random_state=seed)
    return [part.T.astype(float) for part in parts]
