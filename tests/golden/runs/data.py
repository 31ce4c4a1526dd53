"""The data sets in NumPy alone, as scikit-learn makes them and as the golden files' README defines them.

Points are rows here: X is (n, 2), y (n,).
"""

import numpy as np


def shuffled(r, X, y):
    order = np.arange(len(y))
    r.shuffle(order)
    return X[order], y[order]


def with_noise(r, X, noise):
    return X if noise is None else X + r.normal(scale=noise, size=X.shape)


def moons(n, noise, seed):
    r = np.random.RandomState(seed)
    outer, inner = (np.linspace(0, np.pi, count) for count in (n // 2, n - n // 2))
    x1 = np.append(np.cos(outer), 1 - np.cos(inner))
    x2 = np.append(np.sin(outer), 1 - np.sin(inner) - 0.5)
    y = np.repeat([0, 1], [len(outer), len(inner)])
    X, y = shuffled(r, np.stack([x1, x2], axis=1), y)
    return with_noise(r, X, noise), y


def circles(n, noise, seed, factor=0.5):
    r = np.random.RandomState(seed)
    outer, inner = (
        np.linspace(0, 2 * np.pi, count, endpoint=False) for count in (n // 2, n - n // 2)
    )
    x1 = np.append(np.cos(outer), np.cos(inner) * factor)
    x2 = np.append(np.sin(outer), np.sin(inner) * factor)
    y = np.repeat([0, 1], [len(outer), len(inner)])
    X, y = shuffled(r, np.stack([x1, x2], axis=1), y)
    return with_noise(r, X, noise), y


def blobs(n, noise, seed, centers=((-1.0, -1.0), (1.0, 1.0))):
    r = np.random.RandomState(seed)
    counts = [n // len(centers) + (k < n % len(centers)) for k in range(len(centers))]
    X = np.concatenate(
        [r.normal(center, noise, (count, 2)) for center, count in zip(centers, counts)]
    )
    return shuffled(r, X, np.repeat(np.arange(len(centers)), counts))


def classification(n, noise, seed):
    """make_classification(n_features=2, n_informative=2, n_redundant=0, flip_y=noise)"""
    r = np.random.RandomState(seed)
    # Four clusters have all corners of the square, for which nothing is drawn.
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]) * 2.0 - 1.0
    counts = [n // 4 + (k < n - 4 * (n // 4)) for k in range(4)]
    y = np.repeat([0, 1, 0, 1], counts)
    X = r.standard_normal((n, 2))
    stop = 0
    for corner, count in zip(corners, counts):
        start, stop = stop, stop + count
        X[start:stop] = X[start:stop] @ (2 * r.uniform(size=(2, 2)) - 1) + corner
    flipped = r.uniform(size=n) < noise
    y[flipped] = r.randint(2, size=flipped.sum())
    X, y = shuffled(r, X, y)
    axes = np.arange(2)
    r.shuffle(axes)
    return X[:, axes], y


def xor(n, noise, seed):
    r = np.random.RandomState(seed)
    X = r.uniform(-1, 1, (n, 2))
    X += 0.1 * np.sign(X)
    y = (np.sign(X[:, 0]) != np.sign(X[:, 1])).astype(int)
    return with_noise(r, X, noise), y


def spirals(n, noise, seed):
    r = np.random.RandomState(seed)
    parts, labels = [], []
    for k in range(2):
        t = np.linspace(0, 1, n // 2 + (k < n % 2))
        angle = 2 * np.pi * (1.5 * t + k / 2)
        parts.append(np.stack([t * np.cos(angle), t * np.sin(angle)], axis=1))
        labels.append(np.full(len(t), k))
    X, y = shuffled(r, np.concatenate(parts), np.concatenate(labels))
    return with_noise(r, X, noise), y


MAKERS = {
    "moons": moons,
    "circles": circles,
    "blobs": blobs,
    "xor": xor,
    "spirals": spirals,
    "classification": classification,
}
