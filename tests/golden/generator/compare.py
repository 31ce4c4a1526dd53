"""Compares a fresh generation with golden files from elsewhere."""

import json
import math

from .files import to_text


class Comparison:
    """Collects disagreements, remarks, and the worst error as a share of what is allowed."""

    def __init__(self, tolerance):
        self.tolerance = tolerance
        self.worst = 0.0
        self.disagreements = []
        self.remarks = []

    def number(self, path, ours, theirs):
        allowed = self.tolerance["abs"] + self.tolerance["rel"] * abs(theirs)
        error = abs(ours - theirs)
        # Equal numbers agree under a tolerance of zero too; a NaN agrees with nothing.
        if not error <= allowed:
            self.differ(path, ours, theirs)
        elif error > 0:
            self.worst = max(self.worst, error / allowed)

    def differ(self, path, ours, theirs):
        self.disagreements.append(f"{path}: {ours!r} here, {theirs!r} there")

    def value(self, path, ours, theirs):
        if isinstance(ours, dict) and isinstance(theirs, dict):
            self.mapping(path, ours, theirs)
        elif isinstance(ours, list) and isinstance(theirs, list):
            self.sequence(path, ours, theirs)
        elif isinstance(ours, float) and type(theirs) in (int, float):
            self.number(path, ours, theirs)
        elif type(ours) is not type(theirs) or ours != theirs:
            self.differ(path, ours, theirs)

    def sequence(self, path, ours, theirs):
        if len(ours) != len(theirs):
            self.differ(f"length of {path}", len(ours), len(theirs))
        for i, (one, other) in enumerate(zip(ours, theirs)):
            name = f" ({one['name']})" if isinstance(one, dict) and "name" in one else ""
            self.value(f"{path}[{i}]{name}", one, other)

    def mapping(self, path, ours, theirs):
        if "determined_epochs" in ours and "determined_epochs" in theirs:
            ours, theirs = self.without_chaos(path, ours, theirs)
        elif "determined_steps" in ours or "determined_steps" in theirs:
            ours, theirs = self.to_common_steps(path, ours, theirs)
        for key in sorted(ours.keys() ^ theirs.keys()):
            where = "here" if key in ours else "there"
            self.disagreements.append(f"{path}.{key}: only {where}")
        for key in ours:
            if key in theirs:
                self.value(f"{path}.{key}", ours[key], theirs[key])

    def without_chaos(self, path, ours, theirs):
        """Two training records cut to what both determine.

        How far a chaotic run is determined, and where it ends, depends on the machine's order of
        summation, so a difference there is remarked on and is no disagreement.
        """
        epochs = [network["determined_epochs"] for network in (ours, theirs)]
        if epochs[0] != epochs[1]:
            self.remarks.append(f"{path}: {epochs[0]} determined epochs here, {epochs[1]} there")
        ranges = [network.get("test_accuracy_range") for network in (ours, theirs)]
        if ranges[0] != ranges[1]:
            self.remarks.append(f"{path}: test accuracy in {ranges[0]} here, {ranges[1]} there")
        dropped = {"determined_epochs", "test_accuracy_range"}
        if epochs[0] != epochs[1] or any(ranges):
            dropped.add("final")
        return [
            {
                key: value[: min(epochs)] if key in ("losses", "accuracies") else value
                for key, value in network.items()
                if key not in dropped
            }
            for network in (ours, theirs)
        ]

    def to_common_steps(self, path, ours, theirs):
        """Two optimiser cases cut to the steps that both determine, as `without_chaos` does."""
        steps = [case.get("determined_steps", case["steps"]) for case in (ours, theirs)]
        dropped = {"determined_steps"}
        if steps[0] != steps[1]:
            self.remarks.append(f"{path}: {steps[0]} determined steps here, {steps[1]} there")
            dropped.add("final_layers")
        return [
            {
                key: value[: min(steps)] if key == "losses" else value
                for key, value in case.items()
                if key not in dropped
            }
            for case in (ours, theirs)
        ]


def compare_files(kind, ours, theirs_text):
    """Whether two files of a kind agree, and lines that say how well or where not."""
    if to_text(ours) == theirs_text:
        return True, ["the same to the last byte"]
    comparison = Comparison(ours["tolerance"])
    # The reference names versions, which may differ where the numbers do not.
    files = [{**file, "reference": ""} for file in (ours, json.loads(theirs_text))]
    comparison.value(kind, *files)
    found = comparison.disagreements
    if found:
        return False, [f"disagreements: {len(found)}", *found, *comparison.remarks]
    # Rounded up, so that an error never looks smaller than it is.
    share = math.ceil(comparison.worst * 1000) / 10
    agreement = f"{len(ours['cases'])} cases agree, worst error {share} % of the tolerance"
    return True, [agreement, *comparison.remarks]
