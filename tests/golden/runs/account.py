"""A lab's run in NumPy: data, split, scaling, features, network and training, as the contract has them.

Written from the definitions, for two classes; nothing here has been computed by the engine.
Matrices are (n_features, n_samples), weights (n_out, n_in), biases (n_out, 1).
"""

import math

import numpy as np

from data import MAKERS

CLIP = 1e-7
MOMENTUM = 0.9
DECAY = 0.99
BETA1, BETA2 = 0.9, 0.999
EPSILON = 1e-8


def points(config):
    """@returns X (2, n), y (1, n)"""
    name, n, noise, seed = (config[key] for key in ("dataset", "samples", "noise", "seed"))
    if name == "own":
        table = np.array(config["data"], dtype=float)
        return table[:, :2].T, table[:, 2:].T
    X, y = MAKERS[name](n, noise, seed)
    return X.T, y.reshape(1, -1).astype(float)


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
        X = (X - train_X.mean(axis=1, keepdims=True)) / train_X.std(axis=1, keepdims=True)
    return np.stack([FEATURES[name](*X) for name in config["features"]])


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-np.clip(z, -500.0, 500.0)))


# Value and derivative, of z.
ACTIVATIONS = {
    "relu": (lambda z: np.maximum(0.0, z), lambda z: (z > 0) * 1.0),
    "tanh": (np.tanh, lambda z: 1.0 - np.tanh(z) ** 2),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1.0 - sigmoid(z))),
    "linear": (lambda z: z, np.ones_like),
    "leaky_relu": (lambda z: np.where(z > 0, z, 0.01 * z), lambda z: np.where(z > 0, 1.0, 0.01)),
    "elu": (
        lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
        lambda z: np.where(z > 0, 1.0, np.exp(np.minimum(z, 0))),
    ),
}

SCALES = {
    "small": lambda n_in, n_out: 0.01,
    "xavier": lambda n_in, n_out: math.sqrt(2.0 / (n_in + n_out)),
    "he": lambda n_in, n_out: math.sqrt(2.0 / n_in),
}


class Optimizer:
    """PyTorch's SGD, RMSprop and Adam, with its defaults."""

    def __init__(self, method, parameters):
        self.method = method
        self.steps = 0
        self.mean = [np.zeros_like(w) for w in parameters]
        self.square = [np.zeros_like(w) for w in parameters]

    def step(self, parameters, gradients, rate):
        self.steps += 1
        for w, g, mean, square in zip(parameters, gradients, self.mean, self.square):
            if self.method == "sgd":
                w -= rate * g
            elif self.method == "momentum":
                mean *= MOMENTUM
                mean += g
                w -= rate * mean
            elif self.method == "rmsprop":
                square *= DECAY
                square += (1 - DECAY) * g * g
                w -= rate * g / (np.sqrt(square) + EPSILON)
            else:
                mean *= BETA1
                mean += (1 - BETA1) * g
                square *= BETA2
                square += (1 - BETA2) * g * g
                root = np.sqrt(square) / math.sqrt(1 - BETA2**self.steps)
                w -= rate / (1 - BETA1**self.steps) * mean / (root + EPSILON)


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
        train, test = split(X.shape[1], config["testSize"], config["seed"])
        self.train = inputs(X[:, train], X[:, train], config), y[:, train]
        self.test = inputs(X[:, test], X[:, train], config), y[:, test]
        self.order = np.arange(len(train))
        hidden = config["activation"]
        hidden = [hidden] * len(config["layers"]) if isinstance(hidden, str) else hidden
        self.names = [*hidden, "sigmoid"]
        seed = config["seed"] if config["weightSeed"] is None else config["weightSeed"]
        self.stream = np.random.RandomState(seed)
        sizes = [len(config["features"]), *config["layers"], 1]
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
        for layer, name in enumerate(self.names):
            weights, biases = self.parameters[2 * layer : 2 * layer + 2]
            sums.append(weights @ given[-1] + biases)
            given.append(ACTIVATIONS[name][0](sums[-1]))
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
        delta = (p - y) / n
        if self.config["loss"] == "squared_error":
            delta = 2 * delta * p * (1 - p)
        for layer in reversed(range(len(self.names))):
            found = [delta @ given[layer].T, delta.sum(axis=1, keepdims=True), *found]
            if layer > 0:
                derivative = ACTIVATIONS[self.names[layer - 1]][1](sums[layer - 1])
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

    def metrics(self):
        """@returns training loss, test loss, training accuracy, test accuracy"""
        found = []
        for X, y in (self.train, self.test):
            p = self.forward(X)[2]
            if self.config["loss"] == "squared_error":
                loss = np.mean((p - y) ** 2)
            else:
                q = np.clip(p, CLIP, 1 - CLIP)
                loss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
            found.append((float(loss), float(np.mean((p > 0.5) == (y == 1)))))
        return [*(loss for loss, _ in found), *(accuracy for _, accuracy in found)]


def run(config, epochs, rearrange=lambda order: order):
    """@returns the metrics at epoch 0 … epochs, and the parameters then, layer by layer in a row"""
    training = Run(config, rearrange)
    rows = [training.metrics()]
    for _ in range(epochs):
        training.step()
        rows.append(training.metrics())
    return np.array(rows), np.concatenate([w.ravel() for w in training.parameters])
