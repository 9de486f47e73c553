"""The regressions by which the tables of weights are fitted, and how these are written."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.knowledge.weights import BASE, Weights

RIDGE, RIDGE_ALSO = 0.7, 2.0  # of 0.5, 0.7, 1, 1.5, 3: best share of denials met, each batch of reports (a-, b-, ...) left out in turn
STEPS = 400
LEAST = 0.05  # log-odds; smaller weights are left out

Clues = dict[str, float]
Group = tuple[list[Clues], set[int]]  # the clues of each of several, and which of them are right


def write(fitted: dict[str, Weights], out: Path) -> None:
    """The weights by model as a table, in the order of their names."""
    with out.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("model", "clue", "weight"))
        rows.writerows((m, k, f"{w:.2f}") for m in sorted(fitted) for k, w in sorted(fitted[m].items()) if abs(w) >= LEAST or k == BASE)


def write_one(weights: Weights, out: Path) -> None:
    """The weights of the one model of a table, the base first."""
    with out.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("feature", "weight"))
        rows.writerows((name, f"{weights[name]:.2f}") for name in sorted(weights, key=lambda n: (n != BASE, n)))


def softmax(groups: list[Group], penalty: float = RIDGE) -> Weights:
    """Weights that make the right ones of each group likeliest; by Adam."""
    names = sorted({k for rows, _ in groups for row in rows for k in row})
    table = _table([row for rows, _ in groups for row in rows], names)
    right = np.array([n in known for rows, known in groups for n in range(len(rows))], float)
    sizes = [len(rows) for rows, _ in groups]
    firsts, of = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(groups)), sizes)
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = table @ weights
        score = np.exp(score - np.maximum.reduceat(score, firsts)[of])
        share = score / np.add.reduceat(score, firsts)[of]
        kept = np.maximum(np.add.reduceat(share * right, firsts), 1e-12)[of]
        slope = penalty * weights + table.T @ (share - share * right / kept)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        pace = 0.1 if step < STEPS / 2 else 0.03
        weights = weights - pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


def logistic(examples: list[tuple[Clues, bool]], penalty: float = RIDGE_ALSO) -> Weights:
    """Logistic regression by Newton's method."""
    names = [BASE, *sorted({k for row, _ in examples for k in row} - {BASE})]
    table = _table([row | {BASE: 1.0} for row, _ in examples], names)
    right = np.array([y for _, y in examples], float)
    ridge = np.diag([0.01, *[penalty] * (len(names) - 1)])
    weights = np.zeros(len(names))
    for _ in range(30):
        share = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (share - right) + ridge @ weights
        weights = weights - np.linalg.solve((table * (share * (1 - share))[:, None]).T @ table + ridge, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def median(examples: list[tuple[Clues, float]], penalty: float = RIDGE_ALSO) -> Weights:
    """The linear sum with the least absolute error, by reweighted least squares."""
    names = [BASE, *sorted({k for row, _ in examples for k in row} - {BASE})]
    table = _table([row | {BASE: 1.0} for row, _ in examples], names)
    right = np.array([y for _, y in examples], float)
    ridge = np.diag([0.01, *[penalty] * (len(names) - 1)])
    weights = np.zeros(len(names))
    for _ in range(60):
        near = 1 / np.maximum(np.abs(right - table @ weights), 0.05)
        weights = np.linalg.solve((table * near[:, None]).T @ table + ridge, table.T @ (near * right))
    return dict(zip(names, weights.tolist(), strict=True))


def _table(rows: list[Clues], names: list[str]) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])
