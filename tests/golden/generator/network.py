"""Golden files of one pass through a network: from an activation to a decision boundary."""

import numpy as np
from sklearn.metrics import r2_score

from . import reference
from .data import split_moons
from .draws import BOUNDARY_RESOLUTIONS, random_layers
from .files import NUMPY, SKLEARN, golden, layer_lists

NOTEBOOK_SCALE = 0.01
BOUNDARY_MARGIN = 0.5
EXTREME_INPUTS = [-1000, -745, -500, -40, -1e-9, 0, 1e-9, 40, 500, 745, 1000]


def activations(draws):
    x = np.concatenate([np.linspace(-5.0, 5.0, 100), EXTREME_INPUTS, draws.activation_inputs])
    cases = [
        {
            "name": name,
            "activation": name,
            "x": x.tolist(),
            "value": reference.ACTIVATIONS[name](x).tolist(),
            "derivative": reference.DERIVATIVES[name](x).tolist(),
        }
        for name in ("relu", "sigmoid", "tanh", "linear", "leaky_relu", "elu")
    ]
    return golden("activations", NUMPY, 1e-14, 1e-15, cases)


def neuron(draws):
    notebooks_own = (np.array([80.0, 8.0]), np.array([0.02, 0.1]), -1.5)
    cases = []
    for inputs, weights, bias in [notebooks_own, *draws.neurons]:
        z = np.dot(inputs, weights) + bias
        cases.append(
            {
                "name": f"{len(inputs)} inputs",
                "inputs": inputs.tolist(),
                "weights": weights.tolist(),
                "bias": float(bias),
                "z": float(z),
                "output": float(reference.sigmoid(z)),
            }
        )
    return golden("neuron", NUMPY, 1e-14, 1e-15, cases)


def forward_case(seed, layer_sizes, names, n_samples=None):
    """Without `n_samples` the input is the notebook's single sample (1, 2, 3)."""
    stream = np.random.RandomState(seed)
    layers = reference.initial_layers(stream, layer_sizes, NOTEBOOK_SCALE)
    if n_samples is None:
        X = np.array([[1.0], [2.0], [3.0]])
    else:
        X = stream.randn(layer_sizes[0], n_samples)
    return {
        "name": f"{layer_sizes} {names[0]} seed {seed}",
        "seed": seed,
        "weight_scale": NOTEBOOK_SCALE,
        "layer_sizes": layer_sizes,
        "activations": names,
        "X": X.tolist(),
        "layers": layer_lists(layers),
        "output": reference.forward(layers, names, X).tolist(),
    }


def forward(draws):
    seed, other = draws.seed(), draws.other_seed
    cases = [
        forward_case(seed, [3, 4], ["relu"]),
        forward_case(seed, [2, 4, 3, 1], ["relu", "relu", "sigmoid"], 5),
        forward_case(draws.seed(1), [2, 8, 8, 1], ["tanh", "tanh", "sigmoid"], 33),
        forward_case(other, [2, 16, 16, 16, 1], ["relu", "relu", "relu", "sigmoid"], 64),
        forward_case(other, [7, 5, 3, 2], ["sigmoid", "tanh", "linear"], 9),
        forward_case(draws.seed(3), [2, 8, 3], ["tanh", "softmax"], 40),
        forward_case(other, [5, 6, 6, 6], ["leaky_relu", "elu", "softmax"], 17),
    ]
    drawn = "weights = RandomState(seed).randn(n_out, n_in) * weight_scale, layer by layer"
    return golden("forward", f"{NUMPY}; {drawn}, biases 0", 1e-12, 1e-15, cases)


def loss(draws):
    fixed = [
        ([0.0, 1.0, 1.0, 0.0], [0.1, 0.9, 0.8, 0.2]),
        ([0.0, 1.0, 1.0, 0.0], [0.0, 1.0, 0.0, 1.0]),
        ([1.0, 0.0], [0.5, 0.5]),
    ]
    cases = []
    for y_true, y_pred in [*fixed, *draws.predictions]:
        y_true, y_pred = np.array(y_true), np.array(y_pred)
        cases.append(
            {
                "name": f"{len(y_true)} samples",
                "y_true": y_true.tolist(),
                "y_pred": y_pred.tolist(),
                "binary_cross_entropy": float(reference.binary_cross_entropy(y_true, y_pred)),
                "accuracy": float(reference.accuracy(y_true, y_pred)),
            }
        )
    cases += [class_loss(*drawn) for drawn in draws.class_predictions]
    cases += [value_loss(*drawn) for drawn in draws.value_predictions]
    return golden("loss", f"{NUMPY}; r2: {SKLEARN} r2_score", 1e-13, 1e-15, cases)


def class_loss(labels, logits):
    """A row a class. Of the first sample all are equally probable, so that the first one counts."""
    n_classes, n_samples = logits.shape
    y_true = np.eye(n_classes)[labels].T
    y_pred = reference.softmax(2.0 * logits)
    y_pred[:, 0] = 1.0 / n_classes
    return {
        "name": f"{n_classes} classes, {n_samples} samples",
        "y_true": y_true.tolist(),
        "y_pred": y_pred.tolist(),
        "categorical_cross_entropy": float(reference.categorical_cross_entropy(y_true, y_pred)),
        "accuracy": float(reference.accuracy_of_largest(y_true, y_pred)),
    }


def value_loss(y_true, y_pred):
    return {
        "name": f"values, {len(y_true)} samples",
        "y_true": y_true.tolist(),
        "y_pred": y_pred.tolist(),
        "mean_squared_error": float(reference.mean_squared_error(y_true, y_pred)),
        "r2": float(r2_score(y_true, y_pred)),
    }


def boundary_case(stream, data_seed, layer_sizes, names, resolution, drawn_indices):
    # The notebook's small weights come first in the stream and are not used: with them the
    # whole plane would be predicted 0.5.
    reference.initial_layers(stream, layer_sizes, NOTEBOOK_SCALE)
    layers = random_layers(stream, layer_sizes, lambda n_in: 1.0, 0.3)
    X, *_ = split_moons(300, 0.2, 0.2, data_seed)
    bounds = [
        float(end)
        for feature in X
        for end in (feature.min() - BOUNDARY_MARGIN, feature.max() + BOUNDARY_MARGIN)
    ]
    axes = np.linspace(*bounds[:2], resolution), np.linspace(*bounds[2:], resolution)
    grid = np.array([axis.ravel() for axis in np.meshgrid(*axes)])
    values = reference.forward(layers, names, grid)[0]
    last_row = resolution * (resolution - 1)
    corners = [0, resolution - 1, last_row, last_row + resolution - 1]
    indices = np.unique(np.concatenate([corners, drawn_indices]))
    return {
        "name": f"{layer_sizes} {resolution}x{resolution}",
        "layer_sizes": layer_sizes,
        "activations": names,
        "layers": layer_lists(layers),
        "X": X.tolist(),
        "margin": BOUNDARY_MARGIN,
        "resolution": resolution,
        "bounds": bounds,
        "indices": indices.tolist(),
        "values": values[indices].tolist(),
        "mean": float(values.mean()),
    }


def boundary(draws):
    networks = (
        ([2, 8, 8, 1], ["relu", "relu", "sigmoid"]),
        ([2, 6, 1], ["tanh", "sigmoid"]),
    )
    cases = [
        boundary_case(draws.stream(90 + i), draws.seed(i), *network, resolution, indices)
        for i, (network, resolution, indices) in enumerate(
            zip(networks, BOUNDARY_RESOLUTIONS, draws.grid_indices)
        )
    ]
    rows = "row-major, row i is the i-th feature-2 value from the lowest, as np.meshgrid gives it"
    return golden("boundary", f"{NUMPY}; {rows}", 1e-12, 1e-15, cases)
