"""What networks and optimisers do, in NumPy: matrices are (n_features, n_samples), weights (n_out, n_in)."""

import math

import numpy as np

LEAKY_SLOPE = 0.01
MOMENTUM = 0.9
DECAY = 0.99
BETA1, BETA2 = 0.9, 0.999
EPSILON = 1e-8


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-np.clip(z, -500.0, 500.0)))


def softmax(z):
    powers = np.exp(z - z.max(axis=0))
    return powers / powers.sum(axis=0)


# Of hidden layers: value and derivative, of z.
ACTIVATIONS = {
    "relu": (lambda z: np.maximum(0.0, z), lambda z: (z > 0) * 1.0),
    "tanh": (np.tanh, lambda z: 1.0 - np.tanh(z) ** 2),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1.0 - sigmoid(z))),
    "linear": (lambda z: z, np.ones_like),
    "leaky_relu": (
        lambda z: np.where(z > 0, z, LEAKY_SLOPE * z),
        lambda z: np.where(z > 0, 1.0, LEAKY_SLOPE),
    ),
    "elu": (
        lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
        lambda z: np.where(z > 0, 1.0, np.exp(np.minimum(z, 0))),
    ),
}

# Of the output: the value of z, and from the values p and the slopes along them those along z.
OUTPUTS = {
    "sigmoid": (sigmoid, lambda p, slope: slope * p * (1.0 - p)),
    "softmax": (softmax, lambda p, slope: p * (slope - (slope * p).sum(axis=0))),
    "linear": (lambda z: z, lambda p, slope: slope),
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
