"""The optimizers against PyTorch's, step for step, on the gradients that PyTorch was given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS

Case = dict[str, Any]
REFERENCE = json.loads((Path(__file__).parents[1] / "reference" / "optimizers.json").read_text(encoding="utf-8"))
# Rules that PyTorch does not have, or has otherwise, with the reason.
NOT_IN_PYTORCH: dict[str, str] = {"lion": "held against its paper in test_optimizers_more.py"}


def gradients(case: Case) -> list[Any]:
    """The gradients of a case: its own, or those of a series that many share."""
    grads = case["grads"]
    return list(REFERENCE["series"][grads] if isinstance(grads, str) else grads)


def test_every_optimizer_stands_in_the_reference() -> None:
    assert {case["kind"] for case in REFERENCE["cases"]} | set(NOT_IN_PYTORCH) == set(OPTIMIZERS)


@pytest.mark.parametrize("case", REFERENCE["cases"], ids=lambda c: f"{c['kind']} on {c['name']}")
def test_positions_on_given_gradients(case: Case) -> None:
    optimizer = OPTIMIZERS[case["kind"]](**case["settings"])
    params = np.array(case["params0"])
    state, positions = optimizer.init(params), [params]
    for step, grads in enumerate(gradients(case), start=1):
        delta, state = optimizer.update(np.array(grads), state, params)
        params = params + delta
        if step % 10 == 0:
            positions.append(params)
    expected = np.array(case["positions"])
    # Where steps of very different sizes are added, digits are lost to the largest of them.
    largest = np.maximum.accumulate(np.abs(expected), axis=0)
    assert np.all(np.abs(np.array(positions) - expected) <= 1e-12 * largest)


@pytest.mark.parametrize("case", REFERENCE["race"], ids=lambda c: c["kind"])
def test_the_chapters_race(case: Case) -> None:
    """As PyTorch runs it: each computes the bowl's gradient where it stands itself."""
    optimizer = OPTIMIZERS[case["kind"]](**case["settings"])
    params = np.array(case["params0"])
    state = optimizer.init(params)
    for step in range(1, 31):
        delta, state = optimizer.update(np.array([2.0, 20.0]) * params, state, params)
        params = params + delta
        if step % 10 == 0:
            np.testing.assert_allclose(params, case["positions"][step // 10], rtol=1e-12, atol=1e-19)


PRINTED = {
    "sgd": ((-0.00866558, 2.0), 40.000075),
    "momentum": ((-0.30829961, 0.41746294), 1.8378017),
    "adagrad": ((-6.06764365, 1.14211746), 49.8606225),
    "rmsprop": ((-0.69741824, 1.48344987e-08), 0.48639220),
    "adam": ((-4.13265366, -0.20538086), 17.5006392),
}


@pytest.mark.parametrize("kind", PRINTED)
def test_the_chapters_printed_positions(kind: str) -> None:
    place, loss = PRINTED[kind]
    optimizer = OPTIMIZERS[kind](learning_rate=0.1)
    params = np.array([-7.0, 2.0])
    state = optimizer.init(params)
    for _ in range(30):
        delta, state = optimizer.update(np.array([2.0, 20.0]) * params, state, params)
        params = params + delta
    x, y = params
    np.testing.assert_allclose((x, y), place, rtol=3e-8, atol=6e-9 if kind != "rmsprop" else 1e-16)
    assert x**2 + 10 * y**2 == pytest.approx(loss, rel=3e-8)
