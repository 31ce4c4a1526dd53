"""The golden files' outer form, and the versions of what computed them."""

import json

import numpy as np
import sklearn
import torch

NUMPY = f"numpy {np.__version__}"
SKLEARN = f"scikit-learn {sklearn.__version__}"
TORCH = f"torch {torch.__version__}"


def golden(kind, reference, rel, abs_, cases):
    tolerance = {"rel": rel, "abs": abs_}
    return {"kind": kind, "reference": reference, "tolerance": tolerance, "cases": cases}


def layer_lists(layers):
    """Layers of NumPy arrays or detached tensors as the files hold them."""
    return [
        {"weights": weights.tolist(), "biases": biases.reshape(-1).tolist()}
        for weights, biases in layers
    ]


def to_text(file):
    return json.dumps(file, separators=(",", ":")) + "\n"
