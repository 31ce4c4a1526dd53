"""Golden files of learning: the notebook's rule in NumPy, gradients in PyTorch."""

import math

import numpy as np
import torch

from . import reference
from .data import split_moons
from .draws import random_labels, random_layers
from .files import NUMPY, SKLEARN, TORCH, golden, layer_lists
from .network import NOTEBOOK_SCALE

BCE, MSE = "binary_cross_entropy", "mean_squared_error"
CCE = "categorical_cross_entropy"


def categorical_cross_entropy(y_pred, y):
    return -(y * torch.log(y_pred)).sum(dim=0).mean()


LOSSES = {
    BCE: torch.nn.functional.binary_cross_entropy,
    MSE: torch.nn.functional.mse_loss,
    CCE: categorical_cross_entropy,
}
TORCH_ACTIVATIONS = {
    "relu": torch.relu,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "linear": lambda z: z,
    "leaky_relu": lambda z: torch.nn.functional.leaky_relu(z, reference.LEAKY_SLOPE),
    "elu": torch.nn.functional.elu,
    "softmax": lambda z: torch.softmax(z, dim=0),
}

# Name, layer sizes, activations, epochs; they are initialised and trained in this order.
NOTEBOOK_NETWORKS = (
    ("Notebook (2-8-8-1)", [2, 8, 8, 1], ["relu", "relu", "sigmoid"], 1000),
    ("Shallow (2-4-1)", [2, 4, 1], ["relu", "sigmoid"], 500),
    ("Medium (2-8-8-1)", [2, 8, 8, 1], ["relu", "relu", "sigmoid"], 500),
    ("Deep (2-16-16-16-1)", [2, 16, 16, 16, 1], ["relu", "relu", "relu", "sigmoid"], 500),
    ("Wide (2-32-1)", [2, 32, 1], ["relu", "sigmoid"], 500),
)
OTHER_NETWORKS = (
    ("tanh", [2, 8, 8, 1], ["tanh", "tanh", "sigmoid"], 400),
    ("one neuron", [2, 1], ["sigmoid"], 300),
)

# Layer sizes, activations, loss, samples.
GRADIENT_NETWORKS = (
    ([2, 8, 8, 1], ["relu", "relu", "sigmoid"], BCE, 60),
    ([2, 8, 8, 1], ["tanh", "tanh", "sigmoid"], BCE, 60),
    ([2, 5, 4, 3, 1], ["sigmoid", "tanh", "relu", "sigmoid"], BCE, 7),
    ([2, 1], ["sigmoid"], BCE, 1),
    ([7, 6, 1], ["tanh", "linear"], MSE, 40),
    ([2, 32, 1], ["relu", "linear"], MSE, 33),
    ([2, 8, 8, 3], ["tanh", "relu", "softmax"], CCE, 50),
    ([7, 6, 5], ["leaky_relu", "softmax"], CCE, 21),
    ([2, 5, 4, 1], ["elu", "leaky_relu", "sigmoid"], BCE, 30),
    ([2, 6, 1], ["elu", "sigmoid"], MSE, 30),
)


def trained_network(stream, parts, learning_rate, name, layer_sizes, names, epochs):
    X_train, X_test, y_train, y_test = parts
    layers = reference.initial_layers(stream, layer_sizes, NOTEBOOK_SCALE)
    runs = reference.train_in_several_orders(
        layers, names, X_train, y_train, learning_rate, epochs
    )
    losses, accuracies = runs[0]
    known = reference.determined_epochs(runs)
    *_, trained = reference.train_simplified(
        layers, names, X_train, y_train, learning_rate, known
    )
    y_pred = reference.forward(trained, names, X_test)
    return {
        "name": name,
        "layer_sizes": layer_sizes,
        "activations": names,
        "epochs": epochs,
        "determined_epochs": known,
        "losses": losses[:known].tolist(),
        "accuracies": accuracies[:known].tolist(),
        "final": {
            "layers": layer_lists(trained),
            "test_loss": float(reference.binary_cross_entropy(y_test, y_pred)),
            "test_accuracy": float(reference.accuracy(y_test, y_pred)),
        },
    }


def notebook_case(name, n_samples, noise, test_size, learning_rate, seed, networks):
    parts = split_moons(n_samples, noise, test_size, seed)
    stream = np.random.RandomState(seed)
    return {
        "name": name,
        "n_samples": n_samples,
        "noise": noise,
        "random_state": seed,
        "test_size": test_size,
        "seed": seed,
        "weight_scale": NOTEBOOK_SCALE,
        "learning_rate": learning_rate,
        "networks": [trained_network(stream, parts, learning_rate, *n) for n in networks],
    }


def notebook(draws):
    cases = [
        notebook_case("the notebook", 300, 0.2, 0.2, 0.5, draws.seed(), NOTEBOOK_NETWORKS),
        notebook_case("other activations", 201, 0.1, 0.3, 0.1, draws.seed(1), OTHER_NETWORKS),
    ]
    text = f"{NUMPY}, {SKLEARN}; the notebook's simplified update rule"
    return golden("notebook", text, 1e-8, 1e-10, cases)


def he_layers(stream, layer_sizes):
    return random_layers(stream, layer_sizes, lambda n_in: math.sqrt(2.0 / n_in), 0.1)


def torch_layers(layers):
    return [tuple(torch.tensor(array, requires_grad=True) for array in layer) for layer in layers]


def torch_forward(layers, names, X):
    for (weights, biases), name in zip(layers, names):
        X = TORCH_ACTIVATIONS[name](weights @ X + biases)
    return X


def data_loss(layers, names, X, y, loss):
    """The loss to take gradients of: no prediction is clipped, or its sample would have none."""
    return LOSSES[loss](torch_forward(layers, names, X), y)


def loss_value(layers, names, X, y, loss):
    """The loss as a number: cross-entropy's predictions are clipped as the notebook clips them."""
    with torch.no_grad():
        y_pred = torch_forward(layers, names, X)
        if loss != MSE:
            y_pred = y_pred.clamp(reference.CLIP, 1.0 - reference.CLIP)
        return LOSSES[loss](y_pred, y).item()


def targets(stream, n_outputs, output, n_samples):
    """Values for a linear output, classes for the others."""
    if output == "linear":
        return stream.randn(n_outputs, n_samples)
    return random_labels(stream, n_outputs, n_samples)


def gradient_case(stream, layer_sizes, names, loss, n_samples):
    start = he_layers(stream, layer_sizes)
    X = stream.randn(layer_sizes[0], n_samples)
    y = targets(stream, layer_sizes[-1], names[-1], n_samples)
    layers = torch_layers(start)
    arguments = layers, names, torch.tensor(X), torch.tensor(y), loss
    data_loss(*arguments).backward()
    gradients = [(weights.grad, biases.grad) for weights, biases in layers]
    return {
        "name": f"{layer_sizes} {names} {loss}",
        "layer_sizes": layer_sizes,
        "activations": names,
        "loss": loss,
        "layers": layer_lists(start),
        "X": X.tolist(),
        "y": y.tolist(),
        "loss_value": loss_value(*arguments),
        "gradients": layer_lists(gradients),
    }


def gradients(draws):
    cases = [
        gradient_case(draws.stream(10 + i), *network)
        for i, network in enumerate(GRADIENT_NETWORKS)
    ]
    text = f"{TORCH} autograd, float64; {MSE} is the mean of (prediction - y)^2"
    return golden("gradients", text, 1e-10, 1e-13, cases)
