"""The network of the notebook in NumPy: its formulas, its initial weights and its update rule.

Matrices are the notebook's: features are (n_features, n_samples), weights (n_out, n_in), biases
(n_out, 1). A network is a list of layers, a layer is a pair (weights, biases).
"""

import numpy as np

CLIP = 1e-7
LEAKY_SLOPE = 0.01
SUMMATION_ORDERS = 8
AGREEMENT = 1e-10
MARGIN_EPOCHS = 15


def relu(z):
    return np.maximum(0.0, z)


def sigmoid(z):
    # Beyond ±500 the sigmoid is 0 or 1 to the last bit, and exp would overflow.
    return 1.0 / (1.0 + np.exp(-np.clip(z, -500.0, 500.0)))


def linear(z):
    return z


def leaky_relu(z):
    return np.where(z > 0.0, z, LEAKY_SLOPE * z)


def elu(z):
    return np.where(z > 0.0, z, np.expm1(np.minimum(z, 0.0)))


def softmax(z):
    """Down each column, without its largest number, so that no exponential overflows."""
    powers = np.exp(z - z.max(axis=0))
    return powers / powers.sum(axis=0)


ACTIVATIONS = {
    "relu": relu,
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "linear": linear,
    "leaky_relu": leaky_relu,
    "elu": elu,
    "softmax": softmax,
}

# Each with respect to z; at 0, where it has none, ReLU's is 0 as in PyTorch, and leaky ReLU's its
# slope.
DERIVATIVES = {
    "relu": lambda z: (z > 0.0).astype(float),
    "sigmoid": lambda z: sigmoid(z) * (1.0 - sigmoid(z)),
    "tanh": lambda z: 1.0 - np.tanh(z) ** 2,
    "linear": np.ones_like,
    "leaky_relu": lambda z: np.where(z > 0.0, 1.0, LEAKY_SLOPE),
    "elu": lambda z: np.where(z > 0.0, 1.0, np.exp(np.minimum(z, 0.0))),
}


def initial_layers(stream, layer_sizes, weight_scale):
    """Normal weights times `weight_scale`, drawn layer by layer, and biases of zero."""
    return [
        (stream.randn(n_out, n_in) * weight_scale, np.zeros((n_out, 1)))
        for n_in, n_out in zip(layer_sizes, layer_sizes[1:])
    ]


def layer_inputs(layers, activations, X):
    """What each layer is given, in order, and last what the network puts out."""
    values = [X]
    for (weights, biases), name in zip(layers, activations):
        values.append(ACTIVATIONS[name](np.dot(weights, values[-1]) + biases))
    return values


def forward(layers, activations, X):
    return layer_inputs(layers, activations, X)[-1]


def binary_cross_entropy(y_true, y_pred):
    p = np.clip(y_pred, CLIP, 1.0 - CLIP)
    return -np.mean(y_true * np.log(p) + (1.0 - y_true) * np.log(1.0 - p))


def categorical_cross_entropy(y_true, y_pred):
    """Labels are one-hot, a row a class."""
    p = np.clip(y_pred, CLIP, 1.0 - CLIP)
    return -np.mean(np.sum(y_true * np.log(p), axis=0))


def mean_squared_error(y_true, y_pred):
    return np.mean((y_pred - y_true) ** 2)


def accuracy(y_true, y_pred):
    return np.mean((y_pred > 0.5) == y_true)


def accuracy_of_largest(y_true, y_pred):
    """With a row a class: the largest prediction's, the first of equals."""
    return np.mean(y_pred.argmax(axis=0) == y_true.argmax(axis=0))


def train_simplified(layers, activations, X, y, learning_rate, epochs):
    """The notebook's rule: every layer learns from the output's error as if it were the last one.

    The error is one row, so all neurons of a layer get the same update. Returns the losses and
    accuracies before each epoch's update, and the trained layers; `layers` stays as it is.
    """
    layers = [(weights.copy(), biases.copy()) for weights, biases in layers]
    losses, accuracies = [], []
    for _ in range(epochs):
        *inputs, y_pred = layer_inputs(layers, activations, X)
        losses.append(binary_cross_entropy(y, y_pred))
        accuracies.append(accuracy(y, y_pred))
        error = y_pred - y
        for (weights, biases), given in zip(layers, inputs):
            weights -= learning_rate * (np.dot(error, given.T) / X.shape[1])
            biases -= learning_rate * np.mean(error, axis=1, keepdims=True)
    return np.array(losses), np.array(accuracies), layers


def train_in_several_orders(layers, activations, X, y, learning_rate, epochs):
    """The losses and accuracies with the samples, and so every sum over them, in eight orders.

    The first run has the samples in their own order; the others' permutations come from
    RandomState(0), so that they do not depend on what is being trained.
    """
    stream = np.random.RandomState(0)
    n_samples = X.shape[1]
    orders = [np.arange(n_samples)]
    orders += [stream.permutation(n_samples) for _ in range(SUMMATION_ORDERS - 1)]
    return [
        # A plain column selection would keep the old memory layout, and with it BLAS's order.
        train_simplified(
            layers,
            activations,
            np.ascontiguousarray(X[:, order]),
            np.ascontiguousarray(y[:, order]),
            learning_rate,
            epochs,
        )[:2]
        for order in orders
    ]


def determined_epochs(runs):
    """How many epochs have a loss that does not depend on the order of summation.

    Up to the first epoch in which the runs' losses differ by more than 1e-10 of the loss, less
    15 epochs, because the disagreement was growing before it could be seen in these eight runs.
    """
    losses = np.array([losses for losses, _ in runs])
    apart = np.ptp(losses, axis=0) > AGREEMENT * losses[0]
    return max(0, int(np.argmax(apart)) - MARGIN_EPOCHS) if apart.any() else losses.shape[1]
