"""Golden files of what is drawn and dealt out: the random stream, the data sets, the split."""

from functools import partial

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_classification, make_moons
from sklearn.model_selection import train_test_split

from .files import NUMPY, SKLEARN, golden
from .problems import make_hills, make_plane, make_spirals, make_xor

MAKERS = {
    "moons": make_moons,
    "circles": make_circles,
    "blobs": make_blobs,
    "classification": partial(make_classification, n_features=2, n_informative=2, n_redundant=0),
    "xor": make_xor,
    "spirals": make_spirals,
    "plane": make_plane,
    "hills": make_hills,
}
SHUFFLED_OR_NOT = ("moons", "circles", "blobs")

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
    given = {"n_samples": n_samples, **arguments, "random_state": seed}
    if dataset in SHUFFLED_OR_NOT:
        given["shuffle"] = shuffle
    X, y = MAKERS[dataset](**given)
    name = f"{dataset} n={n_samples} {label} seed={seed}"
    return {"name": name, "dataset": dataset, **given, "X": X.T.tolist(), "y": y.tolist()}


def moons(n, noise, seed, shuffle=True):
    case = dataset_case("moons", f"noise={noise}", seed, n_samples=n, noise=noise, shuffle=shuffle)
    return {**case, "name": f"{case['name']} shuffle={shuffle}"}


def circles(n, noise, factor, seed):
    label = f"noise={noise} factor={factor}"
    return dataset_case("circles", label, seed, n_samples=n, noise=noise, factor=factor)


def blobs(n, std, seed, classes=2):
    centers = [[-2.0, -2.0], [2.0, 2.0]] if classes == 2 else centers_of(classes)
    label = f"std={std}" if classes == 2 else f"classes={classes} std={std}"
    return dataset_case("blobs", label, seed, n_samples=n, centers=centers, cluster_std=std)


def centers_of(classes):
    angles = 5 * np.pi / 4 + 2 * np.pi * np.arange(classes) / classes
    return (np.sqrt(2) * np.column_stack([np.cos(angles), np.sin(angles)])).tolist()


def classification(n, classes, clusters, sep, flip, seed):
    label = f"classes={classes} clusters={clusters} sep={sep} flip={flip}"
    given = {"n_classes": classes, "n_clusters_per_class": clusters, "class_sep": sep}
    return dataset_case("classification", label, seed, n_samples=n, **given, flip_y=flip)


def noisy(dataset, n, noise, seed):
    return dataset_case(dataset, f"noise={noise}", seed, n_samples=n, noise=noise)


def spirals(n, classes, turns, noise, seed):
    label = f"classes={classes} turns={turns} noise={noise}"
    given = {"n_classes": classes, "turns": turns, "noise": noise}
    return dataset_case("spirals", label, seed, n_samples=n, **given)


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
        blobs(150, 0.4, seed, classes=3),
        blobs(101, 0.2, other, classes=5),
        blobs(7, 0.0, next_seed, classes=6),
        classification(300, 2, 2, 1.0, 0.01, seed),
        classification(101, 3, 1, 1.5, 0.2, next_seed),
        classification(64, 4, 1, 0.7, 0.0, other),
        classification(10, 2, 1, 1.0, 1.0, draws.seed(2)),
        classification(501, 2, 2, 2.0, 0.1, other),
        noisy("xor", 300, 0.2, seed),
        noisy("xor", 33, None, other),
        noisy("xor", 2, 0.0, next_seed),
        spirals(300, 2, 1.5, 0.05, seed),
        spirals(100, 3, 1.0, None, next_seed),
        spirals(37, 5, 0.75, 0.1, other),
        noisy("plane", 200, 0.1, seed),
        noisy("plane", 31, None, other),
        noisy("hills", 200, 0.1, seed),
        noisy("hills", 31, None, other),
    ]
    makers = "make_moons, make_circles, make_blobs, make_classification"
    reference = f"{SKLEARN} {makers}; xor, spirals, plane, hills: README"
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
