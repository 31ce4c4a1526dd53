"""The data sets in NumPy alone, as scikit-learn makes them and as the golden files' README defines them.

Points are rows here: X is (n, 2), y (n,), class numbers or values. Every maker takes how many points,
the noise, the number of classes (of which some have no choice) and the seed.
"""

import numpy as np


def counts_of(n, parts):
    """n in as many parts, as equal as can be, the larger ones first."""
    return [n // parts + (k < n % parts) for k in range(parts)]


def shuffled(r, X, y):
    order = np.arange(len(y))
    r.shuffle(order)
    return X[order], y[order]


def with_noise(r, X, noise):
    return X if noise is None else X + r.normal(scale=noise, size=X.shape)


def moons(n, noise, classes, seed):
    r = np.random.RandomState(seed)
    outer, inner = (np.linspace(0, np.pi, count) for count in (n // 2, n - n // 2))
    x1 = np.append(np.cos(outer), 1 - np.cos(inner))
    x2 = np.append(np.sin(outer), 1 - np.sin(inner) - 0.5)
    y = np.repeat([0, 1], [len(outer), len(inner)])
    X, y = shuffled(r, np.stack([x1, x2], axis=1), y)
    return with_noise(r, X, noise), y


def circles(n, noise, classes, seed, factor=0.5):
    r = np.random.RandomState(seed)
    outer, inner = (
        np.linspace(0, 2 * np.pi, count, endpoint=False) for count in (n // 2, n - n // 2)
    )
    x1 = np.append(np.cos(outer), np.cos(inner) * factor)
    x2 = np.append(np.sin(outer), np.sin(inner) * factor)
    y = np.repeat([0, 1], [len(outer), len(inner)])
    X, y = shuffled(r, np.stack([x1, x2], axis=1), y)
    return with_noise(r, X, noise), y


def centers_of(classes):
    """Evenly on a circle about 0, the first at (-1, -1)."""
    if classes == 2:
        return np.array([[-1.0, -1.0], [1.0, 1.0]])
    angles = 5 * np.pi / 4 + 2 * np.pi * np.arange(classes) / classes
    return np.sqrt(2) * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def blobs(n, noise, classes, seed):
    r = np.random.RandomState(seed)
    counts = counts_of(n, classes)
    parts = [r.normal(center, noise, (m, 2)) for center, m in zip(centers_of(classes), counts)]
    return shuffled(r, np.concatenate(parts), np.repeat(np.arange(classes), counts))


def classification(n, noise, classes, seed):
    """make_classification(n_features=2, n_informative=2, n_redundant=0, flip_y=noise)

    Two classes have two clusters each, more have one.
    """
    r = np.random.RandomState(seed)
    clusters = 4 if classes == 2 else classes
    # Each at a corner of the square. Nothing is drawn where all corners are taken.
    corners = np.arange(4) if clusters == 4 else r.permutation(4)[:clusters]
    centers = np.stack([corners // 2, corners % 2], axis=1) * 2.0 - 1.0
    counts = counts_of(n, clusters)
    y = np.repeat(np.arange(clusters) % classes, counts)
    X = r.standard_normal((n, 2))
    stop = 0
    for center, count in zip(centers, counts):
        start, stop = stop, stop + count
        X[start:stop] = X[start:stop] @ (2 * r.uniform(size=(2, 2)) - 1) + center
    flipped = r.uniform(size=n) < noise
    y[flipped] = r.randint(classes, size=flipped.sum())
    X, y = shuffled(r, X, y)
    axes = np.arange(2)
    r.shuffle(axes)
    return X[:, axes], y


def xor(n, noise, classes, seed):
    r = np.random.RandomState(seed)
    X = r.uniform(-1, 1, (n, 2))
    X += 0.1 * np.sign(X)
    y = (np.sign(X[:, 0]) != np.sign(X[:, 1])).astype(int)
    return with_noise(r, X, noise), y


def spirals(n, noise, classes, seed):
    r = np.random.RandomState(seed)
    parts = []
    for k, count in enumerate(counts_of(n, classes)):
        t = np.linspace(0, 1, count)
        angle = 2 * np.pi * (1.5 * t + k / classes)
        parts.append(np.stack([t * np.cos(angle), t * np.sin(angle)], axis=1))
    y = np.repeat(np.arange(classes), [len(part) for part in parts])
    X, y = shuffled(r, np.concatenate(parts), y)
    return with_noise(r, X, noise), y


def plane(n, noise, classes, seed):
    r = np.random.RandomState(seed)
    X = r.uniform(-1, 1, (n, 2))
    return X, with_noise(r, (X[:, 0] + X[:, 1]) / 2, noise)


def hill(X, a, b):
    return np.exp(-((X[:, 0] - a) ** 2 + (X[:, 1] - b) ** 2) / (2 * 0.25**2))


def hills(n, noise, classes, seed):
    r = np.random.RandomState(seed)
    X = r.uniform(-1, 1, (n, 2))
    y = hill(X, 0.5, 0.5) + hill(X, -0.5, -0.5) - hill(X, -0.5, 0.5) - hill(X, 0.5, -0.5)
    return X, with_noise(r, y, noise)


MAKERS = {
    "moons": moons,
    "circles": circles,
    "blobs": blobs,
    "xor": xor,
    "spirals": spirals,
    "classification": classification,
    "plane": plane,
    "hills": hills,
}
