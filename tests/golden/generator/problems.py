"""The data sets that scikit-learn has not, as README.md defines them, with its arguments."""

import numpy as np


def add_noise(values, noise, stream):
    if noise is not None:
        values += stream.normal(scale=noise, size=values.shape)


def make_xor(n_samples, noise, random_state):
    r = np.random.RandomState(random_state)
    X = r.uniform(-1, 1, (n_samples, 2))
    X += 0.1 * np.sign(X)
    y = (np.sign(X[:, 0]) != np.sign(X[:, 1])).astype(int)
    add_noise(X, noise, r)
    return X, y


def make_spirals(n_samples, n_classes, turns, noise, random_state):
    r = np.random.RandomState(random_state)
    points, labels = [], []
    for k in range(n_classes):
        m = n_samples // n_classes + (k < n_samples % n_classes)
        t = np.linspace(0, 1, m)
        angle = 2 * np.pi * (turns * t + k / n_classes)
        points.append(np.column_stack([t * np.cos(angle), t * np.sin(angle)]))
        labels += [k] * m
    order = np.arange(n_samples)
    r.shuffle(order)
    X, y = np.concatenate(points)[order], np.array(labels)[order]
    add_noise(X, noise, r)
    return X, y


def values_over_square(function, n_samples, noise, random_state):
    r = np.random.RandomState(random_state)
    X = r.uniform(-1, 1, (n_samples, 2))
    y = function(X[:, 0], X[:, 1])
    add_noise(y, noise, r)
    return X, y


def make_plane(**arguments):
    return values_over_square(lambda x1, x2: (x1 + x2) / 2, **arguments)


def make_hills(**arguments):
    def hills(x1, x2):
        def h(a, b):
            return np.exp(-((x1 - a) ** 2 + (x2 - b) ** 2) / (2 * 0.25**2))

        return h(0.5, 0.5) + h(-0.5, -0.5) - h(-0.5, 0.5) - h(0.5, -0.5)

    return values_over_square(hills, **arguments)
