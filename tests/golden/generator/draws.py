"""Where the inputs come from: the seeds that follow from a base seed, and one common stream."""

import numpy as np

BOUNDARY_RESOLUTIONS = (200, 37)


class Draws:
    """All that is drawn from the common stream, RandomState(base + 1000), in the files' order.

    It happens here and at once, so that making one kind does not depend on having made another.
    """

    def __init__(self, base):
        self.base = base
        stream = self.stream(1000)
        self.other_seed = int(stream.randint(1, 2**32))
        self.activation_inputs = stream.randn(60) * 8.0
        self.neurons = [
            (stream.randn(n) * 10.0, stream.randn(n), stream.randn()) for n in (1, 2, 5)
        ]
        self.predictions = [
            ((stream.random_sample(n) > 0.5).astype(float), stream.random_sample(n))
            for n in (1, 13, 240)
        ]
        self.class_predictions = [
            (stream.randint(0, n_classes, n), stream.randn(n_classes, n))
            for n_classes, n in ((3, 4), (5, 60))
        ]
        self.value_predictions = [(stream.randn(n), stream.randn(n)) for n in (2, 50)]
        self.grid_indices = [stream.randint(0, n * n, 400) for n in BOUNDARY_RESOLUTIONS]

    def seed(self, offset=0):
        return (self.base + offset) % 2**32

    def stream(self, offset=0):
        return np.random.RandomState(self.seed(offset))


def random_labels(stream, n_classes, n_samples):
    """One-hot, a row a class; of a single output labels of 0 and 1."""
    if n_classes == 1:
        return (stream.random_sample((1, n_samples)) > 0.5).astype(float)
    return np.eye(n_classes)[stream.randint(0, n_classes, n_samples)].T


def random_layers(stream, layer_sizes, weight_scale, bias_scale):
    """Layer by layer, normal weights and biases; `weight_scale` is a function of n_in."""
    return [
        (
            stream.randn(n_out, n_in) * weight_scale(n_in),
            stream.randn(n_out, 1) * bias_scale,
        )
        for n_in, n_out in zip(layer_sizes, layer_sizes[1:])
    ]
