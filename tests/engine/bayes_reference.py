"""Prints the rows of bayes_reference.hpp: Bayes' classifiers by NumPy, SciPy and scikit-learn alone.

    python3 tests/engine/bayes_reference.py

Probabilities are integrals along each curve by scipy.integrate.quad, differences of scipy.special.erf
for xor, and multivariate normal densities. Accuracies are sums over a fine lattice of the plane.
"""

import numpy as np
from scipy.integrate import quad
from scipy.special import erf
from scipy.stats import multivariate_normal

TURN = 2 * np.pi
SAMPLES = 300
# To where the parameter of each curve runs, from 0; and the box around all curves.
END = {"moons": np.pi, "circles": TURN, "spirals": 1}
BOX = {
    "moons": (-1, 2, -0.5, 1),
    "circles": (-1, 1, -1, 1),
    "spirals": (-1, 1, -1, 1),
    "xor": (-1.1, 1.1, -1.1, 1.1),
    "blobs": (-1.42, 1.42, -1.42, 1.42),
}


def curve(name, k, n_classes, factor, turns, t):
    if name == "moons":
        return (np.cos(t), np.sin(t)) if k == 0 else (1 - np.cos(t), 0.5 - np.sin(t))
    if name == "circles":
        radius = factor if k else 1
        return radius * np.cos(t), radius * np.sin(t)
    angle = TURN * (turns * t + k / n_classes)
    return t * np.cos(angle), t * np.sin(angle)


def center(k, n_classes):
    angle = 5 * np.pi / 4 + TURN * k / n_classes
    return np.sqrt(2) * np.cos(angle), np.sqrt(2) * np.sin(angle)


def sides(x, noise):
    """A uniform number from 0.1 to 1.1, and its negative, blurred."""
    cdf = lambda z: (1 + erf(z / np.sqrt(2))) / 2
    side = lambda u: cdf((u - 0.1) / noise) - cdf((u - 1.1) / noise)
    return side(x), side(-x)


def clusters(n_samples, n_classes, flip_y, seed):
    """make_classification's draws, in its order, from the same stream."""
    random = np.random.RandomState(seed)
    n_clusters = n_classes * (2 if n_classes == 2 else 1)
    corners = np.arange(4) if n_clusters == 4 else random.permutation(4)[:n_clusters]
    random.randn(n_samples, 2)
    stretches = [2 * random.rand(2, 2) - 1 for _ in range(n_clusters)]
    random.randint(n_classes, size=(random.uniform(size=n_samples) < flip_y).sum())
    random.shuffle(np.arange(n_samples))
    order = np.arange(2)
    random.shuffle(order)
    middles = 2.0 * np.stack([corners // 2, corners % 2], 1) - 1
    return [(m[order], a[:, order], k % n_classes) for k, (m, a) in enumerate(zip(middles, stretches))]


def probabilities(name, n_samples, n_classes, noise, factor, turns, seed, x):
    density = np.zeros(n_classes)
    if name == "classification":
        for middle, stretch, label in clusters(n_samples, n_classes, noise, seed):
            density[label] += multivariate_normal(middle, stretch.T @ stretch).pdf(x)
        return (1 - noise) * density / density.sum() + noise / n_classes
    if name == "xor":
        (a, b), (c, d) = sides(x[0], noise), sides(x[1], noise)
        density[:] = a * c + b * d, a * d + b * c
    for k in range(n_classes if name != "xor" else 0):
        at = lambda t: center(k, n_classes) if name == "blobs" else curve(name, k, n_classes, factor, turns, t)
        normal = lambda t: np.exp(-((x[0] - at(t)[0]) ** 2 + (x[1] - at(t)[1]) ** 2) / (2 * noise**2))
        edges = np.linspace(0, END.get(name, 1), 200)
        pieces = zip(edges[:-1], edges[1:])
        density[k] = sum(quad(normal, a, b, epsabs=0, epsrel=1e-12)[0] for a, b in pieces)
    return density / density.sum()


def nodes(end, panels):
    """Gauss & Legendre's, eight a panel."""
    x, weights = np.polynomial.legendre.leggauss(8)
    edges = np.linspace(0, end, panels + 1)
    half = np.diff(edges)[:, None] / 2
    return ((edges[1:] + edges[:-1])[:, None] / 2 + half * x).ravel(), (half * weights).ravel() / end


def densities(name, n_classes, noise, factor, turns, x1, x2):
    """The classes' densities, times their shares, (n_classes, len(x2), len(x1))."""
    normal = lambda u, c: np.exp(-((u[:, None] - c) ** 2) / (2 * noise**2)) / np.sqrt(TURN) / noise
    if name == "xor":
        (a, b), (c, d) = sides(x1, noise), sides(x2, noise)
        return np.array([np.outer(c, a) + np.outer(d, b), np.outer(d, a) + np.outer(c, b)]) / 4
    if name == "blobs":
        at = [np.array(center(k, n_classes))[:, None] for k in range(n_classes)]
        return np.array([normal(x2, c[1]) @ normal(x1, c[0]).T for c in at]) / n_classes
    t, weights = nodes(END[name], int(10 / noise / 2) + 8)
    at = [curve(name, k, n_classes, factor, turns, t) for k in range(n_classes)]
    return np.array([(normal(x2, c[1]) * weights) @ normal(x1, c[0]).T for c in at]) / n_classes


def accuracy(name, n_classes, noise, factor, turns):
    x1_min, x1_max, x2_min, x2_max = BOX[name]
    margin = 7 * noise
    step = max(noise / 45.3, (x1_max - x1_min + 2 * margin) / 6000)
    x1 = np.arange(x1_min - margin, x1_max + margin, step) + 0.37 * step
    x2 = np.arange(x2_min - margin, x2_max + margin, step) + 0.61 * step
    rows = (x2[i : i + 200] for i in range(0, len(x2), 200))
    return sum(densities(name, n_classes, noise, factor, turns, x1, r).max(0).sum() for r in rows) * step**2


def probability_rows():
    near = [(0.05, 0.02), (-0.5, 0.5), (0.3, -0.8), (0.99, 0.03)]
    for noise in (0.05, 0.2, 1):
        for x in [(0.5, 0.25), (1.0, 0.6), (0, -0.2), (2.5, 1)]:
            yield ("moons", SAMPLES, 2, noise, 0.8, 1.5, 0), x
    for noise, factor in ((0.1, 0.8), (0.4, 0.3)):
        for x in [(0.9, 0), (-0.5, 0.7), (0.05, 0)]:
            yield ("circles", SAMPLES, 2, noise, factor, 1.5, 0), x
    for n_classes, noise, turns in ((2, 0.02, 1.5), (3, 0.2, 1.5), (6, 0.1, 0.7)):
        for x in near:
            yield ("spirals", SAMPLES, n_classes, noise, 0.8, turns, 0), x
    for noise in (0.1, 0.5):
        for x in [(0.05, 0.3), (-0.2, 0.04), (1.2, -0.1)]:
            yield ("xor", SAMPLES, 2, noise, 0.8, 1.5, 0), x
    for n_classes, noise in ((2, 0.7), (5, 0.5)):
        for x in [(0.1, 0.2), (-1, 0.3)]:
            yield ("blobs", SAMPLES, n_classes, noise, 0.8, 1.5, 0), x
    for n_samples, n_classes, seed, flip_y in ((300, 2, 42, 0.1), (100, 3, 7, 0.0), (50, 4, 3, 0.3)):
        for x in [(0.2, -0.3), (-1, 1.0), (1.5, 0.5)]:
            yield ("classification", n_samples, n_classes, flip_y, 0.8, 1.5, seed), x


ACCURACIES = [
    *[("moons", 2, noise, 0.8, 1.5) for noise in (0.05, 0.1, 0.2, 0.3, 1)],
    *[("circles", 2, 0.05, 0.8, 1.5), ("circles", 2, 0.2, 0.8, 1.5), ("circles", 2, 0.1, 0.3, 1.5)],
    *[("blobs", n_classes, 0.7, 0.8, 1.5) for n_classes in (2, 3, 6)],
    *[("xor", 2, noise, 0.8, 1.5) for noise in (0.05, 0.2, 0.5)],
    *[("spirals", 2, 0.02, 0.8, 1.5), ("spirals", 2, 0.1, 0.8, 1.5), ("spirals", 4, 0.05, 0.8, 1.5)],
    *[("spirals", 6, 0.02, 0.8, 1.5), ("spirals", 6, 0.2, 0.8, 1.5), ("spirals", 3, 1, 0.8, 1.5)],
]


def cpp(values):
    return ", ".join(f'"{v}"' if isinstance(v, str) else f"{v:.9g}" for v in values)


if __name__ == "__main__":
    for data, x in probability_rows():
        print(f"    {{{{{cpp(data)}}}, {cpp(x)}, {{{cpp(probabilities(*data, x))}}}}},")
    for name, n_classes, noise, factor, turns in ACCURACIES:
        data = cpp((name, SAMPLES, n_classes, noise, factor, turns, 0))
        print(f"    {{{{{data}}}, {accuracy(name, n_classes, noise, factor, turns):.6f}}},", flush=True)
