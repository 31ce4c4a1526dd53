#!/usr/bin/python3
"""Makes golden files for any base seed, or checks files against a fresh generation.

    python3 tests/golden/generate.py --seed 7 --out /tmp/golden-7
    python3 tests/golden/generate.py --seed 42 --check tests/golden

The format, and where each input is drawn from, is described in README.md beside this file.
"""

import argparse
import pathlib
import sys

# The folder of the golden files is no place for caches.
sys.dont_write_bytecode = True

try:
    import torch

    from generator import data, features, network, optimizers, training
    from generator.compare import compare_files
    from generator.draws import Draws
    from generator.files import to_text
except ImportError as missing:
    sys.exit(
        f"{missing}\nThis runs with Debian's own Python (/usr/bin/python3) and its packages:\n"
        "    apt-get install python3-numpy python3-sklearn python3-torch"
    )

KINDS = {
    "rng": data.rng,
    "datasets": data.datasets,
    "split": data.split,
    "features": features.features,
    "activations": network.activations,
    "neuron": network.neuron,
    "forward": network.forward,
    "loss": network.loss,
    "notebook": training.notebook,
    "gradients": training.gradients,
    "optimizers": optimizers.optimizers,
    "optimizers-batches": optimizers.mini_batches,
    "boundary": network.boundary,
}


def generate(seed, folder):
    draws = Draws(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for kind, make in KINDS.items():
        path = folder / f"{kind}.json"
        path.write_text(to_text(make(draws)))
        print(path)


def check(seed, folder):
    """Prints what a fresh generation finds about each file; True when all agree."""
    draws = Draws(seed)
    all_agree = True
    for kind, make in KINDS.items():
        path = folder / f"{kind}.json"
        try:
            agree, lines = compare_files(kind, make(draws), path.read_text())
        except (OSError, ValueError) as problem:
            agree, lines = False, [str(problem)]
        print(f"{path.name}: " + "\n    ".join(lines))
        all_agree = all_agree and agree
    print("all files agree" if all_agree else "some files disagree")
    return all_agree


def seed_number(text):
    seed = int(text)
    if not 0 <= seed < 2**32:
        raise argparse.ArgumentTypeError(f"{text} is not in 0 to {2**32 - 1}")
    return seed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=seed_number, default=42, help="the base seed (42)")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--out", type=pathlib.Path, metavar="DIR", help="write the files there")
    task.add_argument("--check", type=pathlib.Path, metavar="DIR", help="compare the files there")
    arguments = parser.parse_args()

    # Several threads would divide the sums differently from one machine to the next.
    torch.set_num_threads(1)
    if arguments.out:
        generate(arguments.seed, arguments.out)
        return 0
    return 0 if check(arguments.seed, arguments.check) else 1


if __name__ == "__main__":
    sys.exit(main())
