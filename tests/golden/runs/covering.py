"""Configurations in which every pair of values of two settings occurs, and no more than it takes."""

import itertools

import numpy as np

TRIES = 40


def pairs_of(row):
    """The pairs of values that a row has, each as ((setting, value), (setting, value))."""
    return itertools.combinations(enumerate(row), 2)


def covering_rows(factors, seed=0):
    """Rows of one index into each factor's values; together they hold every pair.

    Each row is the one of some tries that has most of the pairs that are still missing: it starts from one
    of these, and takes the other settings in some order, for each the value that adds most.

    @param factors lists of values
    @returns lists of indices, in an order that depends on the seed alone
    """
    stream = np.random.RandomState(seed)
    sizes = [len(values) for values in factors]
    missing = {
        ((a, i), (b, j))
        for a, b in itertools.combinations(range(len(sizes)), 2)
        for i in range(sizes[a])
        for j in range(sizes[b])
    }
    rows = []
    while missing:
        tries = [complete(stream, sizes, missing) for _ in range(TRIES)]
        best = max(tries, key=lambda row: len(missing.intersection(pairs_of(row))))
        missing.difference_update(pairs_of(best))
        rows.append(best)
    return rows


def complete(stream, sizes, missing):
    ordered = sorted(missing)
    (a, i), (b, j) = ordered[stream.randint(len(ordered))]
    chosen = {a: i, b: j}
    for factor in stream.permutation(len(sizes)):
        if factor in chosen:
            continue
        gains = [
            sum(
                tuple(sorted(((factor, value), other))) in missing for other in chosen.items()
            )
            for value in range(sizes[factor])
        ]
        best = np.flatnonzero(np.array(gains) == max(gains))
        chosen[factor] = int(best[stream.randint(len(best))])
    return [chosen[factor] for factor in range(len(sizes))]
