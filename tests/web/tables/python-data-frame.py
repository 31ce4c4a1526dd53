df = pd.DataFrame(
    [[0.5, 1, "no"], [-2, 0.25, "yes"], [3, 4, "yes"], [0.001, 0, "no"], [1.5, -0.75, "no"]],
    columns=["x1", "x2", "label"],
)
