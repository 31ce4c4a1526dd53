"""Golden file of what networks are given of points: scaled coordinates, and features of them."""

import numpy as np
from sklearn.preprocessing import StandardScaler

from .files import NUMPY, SKLEARN, golden

FEATURES = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1^2": lambda x1, x2: x1**2,
    "x2^2": lambda x1, x2: x2**2,
    "x1*x2": lambda x1, x2: x1 * x2,
    "sin(x1)": lambda x1, x2: np.sin(x1),
    "sin(x2)": lambda x1, x2: np.sin(x2),
}
# Coordinates that need no scaling, and such as do: (location, size) of x1 and of x2.
SPREADS = {"none": ((0, 2), (0, 2)), "standard": ((100, 3), (-2, 0.5))}
N_POINTS = 9


def draw(stream, scale, n):
    return np.array([loc + size * row for (loc, size), row in zip(SPREADS[scale], stream.randn(2, n))])


def features_case(draws, features, scale, n_train):
    stream = draws.stream(30 + n_train)
    train_X = draw(stream, scale, n_train)
    X = draw(stream, scale, N_POINTS)
    case = {
        "name": f"{','.join(features)} {scale}",
        "features": features,
        "scale": scale,
        "train_X": train_X.tolist(),
        "X": X.tolist(),
    }
    scaled = X
    if scale == "standard":
        scaler = StandardScaler().fit(train_X.T)
        case |= {"mean": scaler.mean_.tolist(), "std": scaler.scale_.tolist()}
        scaled = scaler.transform(X.T).T
    inputs = [FEATURES[name](*scaled) for name in features]
    return {**case, "inputs": np.array(inputs).tolist()}


def features(draws):
    cases = [
        features_case(draws, list(FEATURES), "none", 30),
        features_case(draws, ["sin(x2)", "x1"], "standard", 21),
        features_case(draws, ["x1*x2"], "standard", 5),
        features_case(draws, ["x1", "x2"], "standard", 40),
    ]
    reference = f"{NUMPY}; scale standard: {SKLEARN} StandardScaler fitted on train_X"
    return golden("features", reference, 1e-12, 1e-13, cases)
