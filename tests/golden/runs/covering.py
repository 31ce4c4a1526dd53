"""Configurations in which every pair of values of two settings occurs that can, and no more than it takes."""

import itertools

import numpy as np

TRIES = 40


def pairs_of(row):
    """The pairs of values that a row has, each as ((setting, value), (setting, value))."""
    return itertools.combinations(enumerate(row), 2)


def all_pairs(sizes):
    """@param sizes how many values each setting has"""
    values = [[(factor, value) for value in range(size)] for factor, size in enumerate(sizes)]
    for one, other in itertools.combinations(values, 2):
        yield from itertools.product(one, other)


def covering_rows(sizes, impossible, seed=0):
    """Rows of one value for each setting; together they hold every pair but those that are impossible.

    Each row is the one of some tries that has most of the pairs that are still missing: it starts from one
    of these, and takes the other settings in some order, for each the value that adds most.

    @param sizes how many values each setting has
    @param impossible pairs
    @returns lists of values' numbers, in an order that depends on the seed alone
    @throws ValueError when a pair is in no row, though it is not among the impossible ones
    """
    stream = np.random.RandomState(seed)
    missing = set(all_pairs(sizes)) - impossible
    rows = []
    while missing:
        left = sorted(missing)
        tries = [complete(stream, sizes, left, missing, impossible) for _ in range(TRIES)]
        best = max(tries, key=lambda row: len(missing.intersection(pairs_of(row))) if row else 0)
        if not best:
            raise ValueError(f"no row has {left[0]}")
        missing.difference_update(pairs_of(best))
        rows.append(best)
    return rows


def complete(stream, sizes, left, missing, impossible):
    """@returns a row, or None where the values taken leave a setting without any"""
    chosen = dict(left[stream.randint(len(left))])
    for factor in stream.permutation(len(sizes)):
        if factor in chosen:
            continue
        pairs = {
            value: {tuple(sorted([(factor, value), other])) for other in chosen.items()}
            for value in range(sizes[factor])
        }
        gains = {
            value: len(missing.intersection(own))
            for value, own in pairs.items()
            if impossible.isdisjoint(own)
        }
        if not gains:
            return None
        best = [value for value, gain in gains.items() if gain == max(gains.values())]
        chosen[factor] = best[stream.randint(len(best))]
    return [chosen[factor] for factor in range(len(sizes))]
