"""A lab's run in NumPy: data, split, scaling, features, network and training, as the contract has them.

Written from the definitions, for classes and for values; nothing here has been computed by the engine.
Matrices are (n_features, n_samples), weights (n_out, n_in), biases (n_out, 1).
"""

import math

import numpy as np

from data import MAKERS
from network import ACTIVATIONS, OUTPUTS, SCALES, Optimizer

CLIP = 1e-7


def points(config):
    """@returns X (2, n), y (n,): class numbers or values"""
    name = config["dataset"]
    if name == "own":
        table = np.array(config["data"], dtype=float)
        return table[:, :2].T, table[:, 2]
    X, y = MAKERS[name](
        config["samples"], config["noise"], config.get("classes", 2), config["seed"]
    )
    return X.T, y.astype(float)


def is_regression(config):
    return config["problem"] == "regression"


def class_count(config, y):
    """Of own points, all of them count."""
    return max(2, int(y.max()) + 1) if config["dataset"] == "own" else config["classes"]


def targets(y, n_outputs):
    """@returns (n_outputs, n): one row as it is, more as one-hot"""
    return y.reshape(1, -1) if n_outputs == 1 else np.eye(n_outputs)[y.astype(int)].T


def split(n, test_size, seed):
    """scikit-learn's train_test_split, as indices."""
    order = np.random.RandomState(seed).permutation(n)
    n_test = math.ceil(test_size * n)
    return order[n_test:], order[:n_test]


FEATURES = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1^2": lambda x1, x2: x1**2,
    "x2^2": lambda x1, x2: x2**2,
    "x1*x2": lambda x1, x2: x1 * x2,
    "sin(x1)": lambda x1, x2: np.sin(x1),
    "sin(x2)": lambda x1, x2: np.sin(x2),
}


def inputs(X, train_X, config):
    if config["scale"] == "standard":
        spread = train_X.std(axis=1, keepdims=True)
        # What does not vary stays undivided. Its deviation need not come out as 0 to the last bit.
        spread[np.ptp(train_X, axis=1) == 0] = 1.0
        X = (X - train_X.mean(axis=1, keepdims=True)) / spread
    return np.stack([FEATURES[name](*X) for name in config["features"]])


def changes(schedule):
    """By epoch, the pairs of name and value that are set there."""
    found = {}
    for entry in schedule.split():
        epoch, change = entry.split(":")
        found.setdefault(int(epoch), []).append(change.split("="))
    return found


class Run:
    """@param rearrange puts a list of samples, over which is added up, into another order"""

    def __init__(self, config, rearrange=lambda order: order):
        self.config = dict(config)
        self.rearrange = rearrange
        X, y = points(config)
        classes = None if is_regression(config) else class_count(config, y)
        n_outputs = classes if classes and classes > 2 else 1
        train, test = split(X.shape[1], config["testSize"], config["seed"])
        self.train, self.test = (
            (inputs(X[:, part], X[:, train], config), targets(y[part], n_outputs))
            for part in (train, test)
        )
        self.order = np.arange(len(train))
        hidden = config["activation"]
        self.hidden = [hidden] * len(config["layers"]) if isinstance(hidden, str) else hidden
        self.output = "softmax" if n_outputs > 1 else "sigmoid" if classes else "linear"
        seed = config["seed"] if config["weightSeed"] is None else config["weightSeed"]
        self.stream = np.random.RandomState(seed)
        sizes = [len(config["features"]), *config["layers"], n_outputs]
        self.parameters = []
        for n_in, n_out in zip(sizes, sizes[1:]):
            weights = self.stream.randn(n_out, n_in) * SCALES[config["init"]](n_in, n_out)
            self.parameters += [weights, np.zeros((n_out, 1))]
        self.optimizer = Optimizer(config["optimizer"], self.parameters)
        self.changes = changes(config["schedule"])
        self.epoch = 0
        self.change()

    def change(self):
        for name, value in self.changes.get(self.epoch, []):
            if name == "optimizer":
                self.config[name] = value
                self.optimizer = Optimizer(value, self.parameters)
            elif name in ("rule", "regularization"):
                self.config[name] = value
            elif name == "batch-size":
                self.config["batchSize"] = int(value)
            elif name in ("learning-rate", "regularization-rate"):
                key = {"l": "learningRate", "r": "regularizationRate"}[name[0]]
                self.config[key] = float(value)
            else:
                layer, *place = [int(number) - 1 for number in name[1:].split(".")]
                kind = "wb".index(name[0])
                where = tuple(place) if kind == 0 else (place[0], 0)
                self.parameters[2 * layer + kind][where] = float(value)

    def forward(self, X):
        """@returns what each layer is given, its sums, and what the network puts out"""
        given, sums = [X], []
        for layer, name in enumerate([*self.hidden, self.output]):
            weights, biases = self.parameters[2 * layer : 2 * layer + 2]
            sums.append(weights @ given[-1] + biases)
            value, _ = ACTIVATIONS[name] if layer < len(self.hidden) else OUTPUTS[name]
            given.append(value(sums[-1]))
        return given[:-1], sums, given[-1]

    def gradients(self, X, y):
        given, sums, p = self.forward(X)
        n = X.shape[1]
        found = []
        if self.config["rule"] == "simplified":
            error = p - y
            for layer, value in enumerate(given):
                shape = self.parameters[2 * layer].shape
                found.append(np.broadcast_to(error @ value.T / n, shape).copy())
                found.append(np.full((shape[0], 1), error.mean()))
            return found
        if self.config["loss"] == "squared_error":
            delta = OUTPUTS[self.output][1](p, 2 * (p - y) / p.size)
        else:
            delta = (p - y) / n
        for layer in reversed(range(len(given))):
            found = [delta @ given[layer].T, delta.sum(axis=1, keepdims=True), *found]
            if layer > 0:
                derivative = ACTIVATIONS[self.hidden[layer - 1]][1](sums[layer - 1])
                delta = self.parameters[2 * layer].T @ delta * derivative
        return found

    def update(self, samples):
        X, y = self.train
        samples = self.rearrange(samples)
        found = self.gradients(
            np.ascontiguousarray(X[:, samples]), np.ascontiguousarray(y[:, samples])
        )
        kind, rate = self.config["regularization"], self.config["regularizationRate"]
        for gradient, weights in list(zip(found, self.parameters))[::2]:
            if kind == "l1":
                gradient += rate * np.sign(weights)
            elif kind == "l2":
                gradient += rate * weights
        self.optimizer.step(self.parameters, found, self.config["learningRate"])

    def step(self):
        n, size = len(self.order), self.config["batchSize"]
        if size == 0 or size >= n:
            self.update(np.arange(n))
        else:
            self.stream.shuffle(self.order)
            for first in range(0, n, size):
                self.update(self.order[first : first + size].copy())
        self.epoch += 1
        self.change()

    def loss(self, p, y):
        if self.config["loss"] == "squared_error":
            return np.mean((p - y) ** 2)
        q = np.clip(p, CLIP, 1 - CLIP)
        if self.output == "softmax":
            return -np.mean(np.sum(y * np.log(q), axis=0))
        return -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))

    def score(self, p, y):
        """Accuracy; of values R², as scikit-learn has it."""
        if self.output == "softmax":
            return np.mean(p.argmax(axis=0) == y.argmax(axis=0))
        if self.output == "sigmoid":
            return np.mean((p > 0.5) == (y == 1))
        if y.size < 2:
            return np.nan
        squares, spread = np.sum((y - p) ** 2), np.sum((y - y.mean()) ** 2)
        return 1 - squares / spread if spread > 0 else float(squares == 0)

    def metrics(self):
        """@returns training loss, test loss, training score, test score"""
        found = [(self.forward(X)[2], y) for X, y in (self.train, self.test)]
        return [float(measure(p, y)) for measure in (self.loss, self.score) for p, y in found]


def columns(config):
    """What `metrics` gives, by the lab's names."""
    score = "R2" if is_regression(config) else "Accuracy"
    return "trainLoss", "testLoss", f"train{score}", f"test{score}"


def run(config, epochs, rearrange=lambda order: order):
    """@returns the metrics at epoch 0 … epochs, and the parameters then, layer by layer in a row"""
    training = Run(config, rearrange)
    rows = [training.metrics()]
    for _ in range(epochs):
        training.step()
        rows.append(training.metrics())
    return np.array(rows), np.concatenate([w.ravel() for w in training.parameters])
