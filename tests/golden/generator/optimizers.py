"""Golden files of the optimisers: PyTorch's, with full batches and with mini-batches."""

import math
from dataclasses import dataclass

import numpy as np
import torch

from .data import split_moons
from .files import TORCH, golden, layer_lists
from .reference import MARGIN_EPOCHS, SUMMATION_ORDERS
from .training import BCE, CCE, MSE, data_loss, he_layers, loss_value, targets, torch_layers

TOLERANCE = {"rel": 1e-8, "abs": 1e-10}
# Runs agree while they differ by less than this share of the tolerance.
AGREEMENT = 0.01
LAYER_SIZES = (2, 6, 4, 1)
OUTPUTS = {BCE: "sigmoid", MSE: "linear", CCE: "softmax"}
OTHER_SAMPLES = 60

# Learning rate, the optimiser's own numbers as the files name them, and the PyTorch optimiser.
OPTIMIZERS = {
    "sgd": (0.3, {}, lambda p, lr: torch.optim.SGD(p, lr=lr)),
    "momentum": (
        0.05,
        {"momentum": 0.9},
        lambda p, lr, momentum: torch.optim.SGD(p, lr=lr, momentum=momentum),
    ),
    "rmsprop": (
        0.01,
        {"decay": 0.99, "epsilon": 1e-8},
        lambda p, lr, decay, epsilon: torch.optim.RMSprop(p, lr=lr, alpha=decay, eps=epsilon),
    ),
    "adam": (
        0.02,
        {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
        lambda p, lr, beta1, beta2, epsilon: torch.optim.Adam(
            p, lr=lr, betas=(beta1, beta2), eps=epsilon
        ),
    ),
}


@dataclass(frozen=True)
class Training:
    """How a case is trained. Without a batch size a step is a full batch, else it is an epoch."""

    optimizer: str
    regularization: str = "none"
    rate: float = 0.0
    loss: str = BCE
    steps: int = 60
    batch_size: int = 0
    layer_sizes: tuple = LAYER_SIZES
    hidden: str = "tanh"
    output: str = ""

    @property
    def name(self):
        name = f"{self.optimizer} {self.regularization}"
        if self.layer_sizes != LAYER_SIZES:
            return f"{name} {list(self.layer_sizes)} {self.loss}"
        return f"{name} {self.loss} batches of {self.batch_size}" if self.batch_size else name

    @property
    def activations(self):
        return [self.hidden] * (len(self.layer_sizes) - 2) + [self.output or OUTPUTS[self.loss]]


TRAININGS = (
    Training("sgd"),
    Training("sgd", "l2", 0.01),
    Training("sgd", "l1", 0.003),
    Training("momentum"),
    Training("rmsprop"),
    Training("adam"),
)
OTHER_TRAININGS = (
    Training("adam", "l2", 0.01, CCE, layer_sizes=(2, 6, 3)),
    Training("sgd", loss=CCE, layer_sizes=(2, 6, 4), hidden="leaky_relu"),
    Training("rmsprop", "l1", 0.002, MSE, layer_sizes=(2, 8, 1), hidden="elu"),
    Training("momentum", loss=MSE, layer_sizes=(2, 6, 1), output="sigmoid"),
)
BATCH_TRAININGS = (
    Training("sgd", "l2", 0.01, batch_size=32, steps=20),
    Training("momentum", "l1", 0.003, MSE, batch_size=25, steps=20),
    Training("rmsprop", "l1", 0.003, batch_size=40, steps=20),
    Training("adam", "l2", 0.01, MSE, batch_size=7, steps=20),
)


def penalty(layers, regularization, rate):
    """What the regularisation adds to the loss; biases are free."""
    if regularization == "l2":
        return rate / 2.0 * sum((weights**2).sum() for weights, _ in layers)
    if regularization == "l1":
        return rate * sum(weights.abs().sum() for weights, _ in layers)
    return 0.0


def batches(n_samples, training, seed):
    """For each step the samples of its batches, in order; every epoch shuffles the last one's."""
    order = np.arange(n_samples)
    if not training.batch_size:
        return [[order]] * training.steps
    stream = np.random.RandomState(seed)
    steps = []
    for _ in range(training.steps):
        stream.shuffle(order)
        steps.append(
            [
                order[first : first + training.batch_size].copy()
                for first in range(0, n_samples, training.batch_size)
            ]
        )
    return steps


def copied(layers):
    return [tuple(parameter.detach().clone() for parameter in layer) for layer in layers]


def train(start, training, X, y, steps, rearrange):
    """The losses over all samples before each step; the layers at the start and after each step.

    `rearrange` puts the samples of a batch into another order.
    """
    learning_rate, own_numbers, make_optimizer = OPTIMIZERS[training.optimizer]
    layers = torch_layers(start)
    descent = make_optimizer([p for layer in layers for p in layer], learning_rate, **own_numbers)

    losses, trained = [], [copied(layers)]
    for step in steps:
        losses.append(loss_value(layers, training.activations, X, y, training.loss))
        for batch in step:
            samples = torch.from_numpy(rearrange(batch))
            descent.zero_grad()
            part = X.index_select(1, samples), y.index_select(1, samples)
            value = data_loss(layers, training.activations, *part, training.loss)
            (value + penalty(layers, training.regularization, training.rate)).backward()
            descent.step()
        trained.append(copied(layers))
    return losses, trained


def train_in_several_orders(*arguments):
    """The same training eight times; the batches stay, the order of the samples in each does not.

    The first run leaves them as they are, the others permute each with a RandomState of their own.
    """
    permutations = [np.random.RandomState(i).permutation for i in range(1, SUMMATION_ORDERS)]
    return [train(*arguments, rearrange) for rearrange in (lambda batch: batch, *permutations)]


def apart(values):
    """For each step, whether any of its numbers differs from run to run."""
    allowed = TOLERANCE["abs"] + TOLERANCE["rel"] * np.abs(values[0])
    return (np.ptp(values, axis=0) > AGREEMENT * allowed).any(axis=-1)


def determined_steps(runs, updates_per_step):
    """How many steps have losses and end in layers that do not depend on the order of summation.

    Up to the first step in which runs differ by more than a hundredth of the tolerance, less 15
    updates, because the disagreement was growing before it could be seen in these eight runs.
    """
    losses = np.array([losses for losses, _ in runs])[..., np.newaxis]
    parameters = np.array([[flat(layers) for layers in trained[1:]] for _, trained in runs])
    differ = apart(losses) | apart(parameters)
    if not differ.any():
        return len(differ)
    return max(0, int(np.argmax(differ)) - math.ceil(MARGIN_EPOCHS / updates_per_step))


def flat(layers):
    return np.concatenate([p.numpy().ravel() for layer in layers for p in layer])


def moons_case(draws, training):
    variant = list(OPTIMIZERS).index(training.optimizer)
    seed = draws.seed(variant)
    start = he_layers(draws.stream(50 + variant), training.layer_sizes)
    X, _, y, _ = split_moons(120, 0.15, 0.25, seed)
    return case(training, seed, start, X, y)


def other_case(stream, training):
    start = he_layers(stream, training.layer_sizes)
    X = stream.randn(training.layer_sizes[0], OTHER_SAMPLES)
    y = targets(stream, training.layer_sizes[-1], training.activations[-1], OTHER_SAMPLES)
    return case(training, None, start, X, y)


def case(training, seed, start, X, y):
    steps = batches(X.shape[1], training, seed)
    runs = train_in_several_orders(start, training, torch.tensor(X), torch.tensor(y), steps)
    losses, trained = runs[0]
    known = determined_steps(runs, len(steps[0]))
    learning_rate, own_numbers, _ = OPTIMIZERS[training.optimizer]
    mini_batches = {"batch_size": training.batch_size, "random_state": seed}
    return {
        "name": training.name,
        "optimizer": training.optimizer,
        "learning_rate": learning_rate,
        **own_numbers,
        "regularization": training.regularization,
        "regularization_rate": training.rate,
        **(mini_batches if training.batch_size else {}),
        "layer_sizes": list(training.layer_sizes),
        "activations": training.activations,
        "loss": training.loss,
        "layers": layer_lists(start),
        "X": X.tolist(),
        "y": y.tolist(),
        "steps": training.steps,
        **({"determined_steps": known} if known < training.steps else {}),
        "losses": losses[:known],
        "final_layers": layer_lists(trained[known]),
    }


def file_of(cases, steps_are):
    text = (
        f"{TORCH} torch.optim, float64{steps_are}; l2 adds rate/2*sum(W^2), l1 adds rate*sum|W|, "
        "weights only"
    )
    return golden("optimizers", text, TOLERANCE["rel"], TOLERANCE["abs"], cases)


def optimizers(draws):
    cases = [moons_case(draws, training) for training in TRAININGS]
    cases += [
        other_case(draws.stream(70 + i), training) for i, training in enumerate(OTHER_TRAININGS)
    ]
    return file_of(cases, ", full batch; losses are the data loss before each step")


def mini_batches(draws):
    cases = [moons_case(draws, training) for training in BATCH_TRAININGS]
    before = "; losses are the data loss before each step, which is"
    return file_of(cases, f"{before} a full batch or an epoch of mini-batches")
