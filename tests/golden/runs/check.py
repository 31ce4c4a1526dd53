#!/usr/bin/python3
"""Checks runs.json, or another such file, with scikit-learn and PyTorch in the account's place.

    python3 tests/golden/runs/check.py [FILE]

Data, split, scaling and R² are scikit-learn's, or what ../generator makes; activations, losses, their
gradients and optimisers are PyTorch's, in float64.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent))

import numpy as np
import torch
import torch.nn.functional as F
from generator.data import MAKERS, centers_of
from sklearn.metrics import accuracy_score, log_loss, mean_squared_error, r2_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from account import changes

ACTIVATIONS = {
    "relu": torch.relu,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "linear": lambda z: z,
    "leaky_relu": F.leaky_relu,
    "elu": F.elu,
}
OPTIMIZERS = {
    "sgd": torch.optim.SGD,
    "momentum": lambda parameters, lr: torch.optim.SGD(parameters, lr, momentum=0.9),
    "rmsprop": torch.optim.RMSprop,
    "adam": torch.optim.Adam,
}
FEATURES = {
    "x1": lambda x: x[:, 0],
    "x2": lambda x: x[:, 1],
    "x1^2": lambda x: x[:, 0] ** 2,
    "x2^2": lambda x: x[:, 1] ** 2,
    "x1*x2": lambda x: x[:, 0] * x[:, 1],
    "sin(x1)": lambda x: torch.sin(x[:, 0]),
    "sin(x2)": lambda x: torch.sin(x[:, 1]),
}
SIZES = {
    "small": lambda n_in, n_out: 0.01,
    "xavier": lambda n_in, n_out: (2 / (n_in + n_out)) ** 0.5,
    "he": lambda n_in, n_out: (2 / n_in) ** 0.5,
}


def points(config):
    """@returns X (n, 2), y (n,)"""
    name, classes = config["dataset"], config.get("classes")
    if name == "own":
        table = np.array(config["data"], dtype=float)
        return table[:, :2], table[:, 2]
    arguments = {
        "blobs": lambda noise: {
            "centers": centers_of(classes) if classes > 2 else [(-1, -1), (1, 1)],
            "cluster_std": noise,
        },
        "circles": lambda noise: {"noise": noise, "factor": 0.5},
        "spirals": lambda noise: {"noise": noise, "n_classes": classes, "turns": 1.5},
        "classification": lambda noise: {
            "flip_y": noise,
            "n_classes": classes,
            "n_clusters_per_class": 2 if classes == 2 else 1,
        },
    }.get(name, lambda noise: {"noise": noise})(config["noise"])
    return MAKERS[name](
        n_samples=config["samples"], random_state=config["seed"], **arguments
    )


class Run:
    def __init__(self, config):
        self.config = dict(config)
        X, y = points(config)
        self.values = config["problem"] == "regression"
        classes = 1 if self.values else max(2, int(y.max()) + 1)
        if not self.values and config["dataset"] != "own":
            classes = config["classes"]
        self.outputs = 1 if classes == 2 else classes
        split = train_test_split(
            X, y.astype(float), test_size=config["testSize"], random_state=config["seed"]
        )
        scaler = StandardScaler().fit(split[0])
        self.sets = [
            (self.inputs(scaler, X), torch.tensor(y)) for X, y in (split[::2], split[1::2])
        ]
        self.begin()
        self.order = np.arange(len(split[0]))
        self.changes = changes(config["schedule"])
        self.epoch = 0
        self.change()

    def inputs(self, scaler, X):
        scaled = scaler.transform(X) if self.config["scale"] == "standard" else X
        return torch.stack([FEATURES[f](torch.tensor(scaled)) for f in self.config["features"]], 1)

    def begin(self):
        config = self.config
        seed = config["seed"] if config["weightSeed"] is None else config["weightSeed"]
        self.stream = np.random.RandomState(seed)
        sizes = [len(config["features"]), *config["layers"], self.outputs]
        size = SIZES[config["init"]]
        self.parameters = []
        for n_in, n_out in zip(sizes, sizes[1:]):
            weights = self.stream.standard_normal((n_out, n_in)) * size(n_in, n_out)
            self.parameters += [torch.tensor(weights), torch.zeros(n_out, dtype=torch.float64)]
        for parameter in self.parameters:
            parameter.requires_grad_()
        self.optimizer = OPTIMIZERS[config["optimizer"]](self.parameters, lr=config["learningRate"])
        activation = config["activation"]
        names = [activation] * len(config["layers"]) if isinstance(activation, str) else activation
        self.activations = [ACTIVATIONS[name] for name in names]

    def change(self):
        for name, value in self.changes.get(self.epoch, []):
            key = {"batch-size": "batchSize", "learning-rate": "learningRate"}.get(name, name)
            key = "regularizationRate" if name == "regularization-rate" else key
            if key in ("rule", "regularization", "optimizer"):
                self.config[key] = value
            elif key in self.config:
                self.config[key] = type(self.config[key])(float(value))
            else:
                layer, *place = [int(number) - 1 for number in name[1:].split(".")]
                with torch.no_grad():
                    self.parameters[2 * layer + (name[0] == "b")][tuple(place)] = float(value)
            if key == "optimizer":
                self.optimizer = OPTIMIZERS[value](self.parameters, lr=self.config["learningRate"])
            self.optimizer.param_groups[0]["lr"] = self.config["learningRate"]

    def forward(self, X):
        """@returns what each layer is given, and the sums of the last"""
        given = [X]
        for i, activation in enumerate(self.activations):
            given.append(activation(F.linear(given[-1], *self.parameters[2 * i : 2 * i + 2])))
        return given, F.linear(given[-1], *self.parameters[-2:])

    def answers(self, z):
        if self.values:
            return z[:, 0]
        return torch.softmax(z, 1) if self.outputs > 1 else torch.sigmoid(z[:, 0])

    def objective(self, z, y):
        if self.config["loss"] == "squared_error":
            wanted = y if self.outputs == 1 else F.one_hot(y.long(), self.outputs).double()
            return F.mse_loss(self.answers(z), wanted)
        if self.outputs > 1:
            return F.cross_entropy(z, y.long())
        return F.binary_cross_entropy_with_logits(z[:, 0], y)

    def simplified(self, given, z, y):
        error = (self.answers(z) - y).detach()
        for (weights, biases), value in zip(zip(*[iter(self.parameters)] * 2), given):
            weights.grad = (error[:, None] * value).mean(0).expand(weights.shape).clone()
            biases.grad = error.mean().expand(biases.shape).clone()

    def update(self, samples):
        X, y = (part[samples] for part in self.sets[0])
        given, z = self.forward(X)
        self.optimizer.zero_grad()
        if self.config["rule"] == "simplified":
            self.simplified([value.detach() for value in given], z, y)
        else:
            self.objective(z, y).backward()
        kind, rate = self.config["regularization"], self.config["regularizationRate"]
        for weights in self.parameters[::2]:
            if kind != "none":
                weights.grad += rate * (weights if kind == "l2" else torch.sign(weights)).detach()
        self.optimizer.step()

    def step(self):
        n, size = len(self.order), self.config["batchSize"]
        if 0 < size < n:
            self.stream.shuffle(self.order)
        for batch in torch.split(torch.tensor(self.order), min(size, n) or n):
            self.update(batch)
        self.epoch += 1
        self.change()

    def loss(self, p, y):
        if self.config["loss"] == "squared_error":
            return mean_squared_error(y if p.ndim == 1 else np.eye(self.outputs)[y.astype(int)], p)
        labels = range(max(2, self.outputs))
        clipped = np.clip(p, 1e-7, 1 - 1e-7)
        if p.ndim == 1:
            return log_loss(y, clipped, labels=labels)
        return F.nll_loss(torch.tensor(np.log(clipped)), torch.tensor(y).long()).item()

    def score(self, p, y):
        if self.values:
            return r2_score(y, p)
        return accuracy_score(y, p > 0.5 if p.ndim == 1 else p.argmax(1))

    def metrics(self):
        with torch.no_grad():
            found = [(self.answers(self.forward(X)[1]).numpy(), y.numpy()) for X, y in self.sets]
        return [float(measure(p, y)) for measure in (self.loss, self.score) for p, y in found]


def apart(case):
    """@returns by how much the run is another one here: metrics, parameters"""
    config = case["config"]
    training = Run(config)
    score = "R2" if training.values else "Accuracy"
    names = [f"{part}{name}" for name in ("Loss", score) for part in ("train", "test")]
    theirs = np.array([case[name] for name in names]).T
    rows = [training.metrics()]
    for _ in theirs[1:]:
        training.step()
        rows.append(training.metrics())
    ends = torch.cat([parameter.detach().ravel() for parameter in training.parameters]).numpy()
    return np.abs(rows - theirs).max(), np.abs(ends - case["parameters"]).max()


def main():
    torch.set_num_threads(1)
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "runs.json"
    file = json.loads(path.read_text())
    worst = 0.0
    for index, case in enumerate(file["cases"]):
        found = max(apart(case))
        if not found <= file["tolerance"]:
            sys.exit(f"run {index}: {found} apart: {case['config']}")
        worst = max(worst, found)
    print(f"{len(file['cases'])} runs agree, the worst to {worst:.1e}")


if __name__ == "__main__":
    main()
