"""What is shown beside a schedule: PyTorch's line, run by PyTorch for the reference, and the formula's numbers."""

from __future__ import annotations

import ast
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.parameter import read
from engine.schedules import SCHEDULES, Constant, Cosine, OneCycle, ReduceOnPlateau, Schedule, Warmup, WarmupCosine
from engine.schedules.base import shown
from tests.engine.samples import settings_of

Case = dict[str, Any]
REFERENCE = json.loads((Path(__file__).parents[1] / "reference" / "schedule_lines.json").read_text(encoding="utf-8"))
STATELESS = [kind for kind in SCHEDULES if kind not in ("reduce_on_plateau", "warmup")]


def made(settings: Case) -> Schedule:
    return read(SCHEDULES[settings["kind"]], {key: value for key, value in settings.items() if key != "kind"})


def factors(schedule: Schedule, losses: list[float]) -> list[float]:
    state, seen = schedule.init(), []
    for step, loss in enumerate(losses):
        factor, state = schedule.update(step, loss, state)
        seen.append(factor)
    return seen


# -- PyTorch's lines --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", REFERENCE["cases"], ids=lambda c: json.dumps(c["schedule"]))
def test_the_line_shown_is_the_line_that_pytorch_ran_and_its_rates_are_ours(case: Case) -> None:
    schedule, rate = made(case["schedule"]), REFERENCE["rate"]
    assert schedule.torch_line(rate) == case["line"], "make the reference anew"
    np.testing.assert_allclose(
        rate * np.array(factors(schedule, REFERENCE["losses"])), case["rates"], rtol=1e-12, atol=1e-14
    )


def test_every_schedule_is_run_by_pytorch_alone_and_after_a_warm_up() -> None:
    run = [case["schedule"] for case in REFERENCE["cases"]]
    assert {settings["kind"] for settings in run} == set(SCHEDULES)
    assert {settings["then"]["kind"] for settings in run if settings["kind"] == "warmup"} == set(SCHEDULES)


def test_the_plain_ones_are_the_schedulers_that_everyone_knows() -> None:
    assert Cosine(total_steps=400).torch_line(0.08) == "torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=400)"
    assert Cosine(400, 0.5).torch_line(0.1).endswith("(opt, T_max=400, eta_min=0.5 * 0.1)")
    assert "max_lr=0.08, total_steps=300" in OneCycle().torch_line(0.08)
    assert "LambdaLR" in Warmup(5, OneCycle()).torch_line(0.08), "OneCycleLR would take its start for the whole η"
    assert Warmup(0, Constant()).torch_line(1.0) == Constant().torch_line(1.0)
    assert Warmup(3, ReduceOnPlateau()).torch_line(1.0).split("\n")[1].startswith("plateau = ")


@pytest.mark.parametrize("cls", SCHEDULES.values())
@given(data=st.data())
def test_lines_are_python(cls: type[Schedule], data: st.DataObject) -> None:
    schedule = data.draw(settings_of(cls))
    last = ast.parse(schedule.torch_line(0.01)).body[-1]
    assert isinstance(last, ast.Assign | ast.Expr)
    assert isinstance(last.value, ast.Call), "it makes a scheduler"


# -- numbers ----------------------------------------------------------------------------------------------------------

SIGNS = {"½": "0.5*", "·": "*", "−": "-", "^": "**", "√": "sqrt", "⌊": "floor(", "⌋": ")", "π": "pi"}


def reckoned(numbers: str) -> float:
    """The value of a formula with its numbers."""
    for sign, python in SIGNS.items():
        numbers = numbers.replace(sign, python)
    return float(eval(numbers, {"cos": math.cos, "pi": math.pi, "sqrt": math.sqrt, "floor": math.floor}))


@pytest.mark.parametrize("kind", STATELESS)
@pytest.mark.parametrize("step", [0, 1, 29, 30, 77, 150, 299, 300, 301, 450])
def test_numbers_make_the_factor(kind: str, step: int) -> None:
    schedule = SCHEDULES[kind]()
    numbers = schedule.numbers(step)
    assert (numbers == "") == (kind == "constant")
    if numbers:
        assert reckoned(numbers) == pytest.approx(schedule(step), rel=5e-3, abs=5e-4)  # type: ignore[operator]


def test_numbers_with_a_final_share_and_after_a_warm_up() -> None:
    assert Cosine(400).numbers(280) == "½(1 + cos(0.7·π))"
    assert Cosine(400, 0.1).numbers(280) == "0.1 + 0.9·½(1 + cos(0.7·π))"
    assert WarmupCosine(10, 100).numbers(3) == "4/10"
    schedule = Warmup(40, Cosine(400))
    assert schedule.numbers(9) == "10/40"
    assert schedule.numbers(320) == "½(1 + cos(0.7·π))"
    assert (schedule.formula_at(39), schedule.formula_at(40)) == (Warmup.formula, Cosine.formula)
    assert ReduceOnPlateau().numbers(5) == ""
    assert OneCycle(100).numbers(10) == "0.04 + 0.96·½(1 − cos(0.3448·π))"
    assert shown(-0.5) == "−0.5"


# -- side by side -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cls", SCHEDULES.values())
@given(data=st.data())
def test_runs_side_by_side_are_runs_one_by_one(cls: type[Schedule], data: st.DataObject) -> None:
    schedule: Schedule = data.draw(settings_of(cls))
    losses = np.random.default_rng(data.draw(st.integers(0, 99))).exponential(size=(40, 5)).cumprod(axis=0)
    losses[20:, 2], losses[30:, 3] = np.nan, np.inf
    state, together = schedule.init_runs(5), []
    for step, row in enumerate(losses):
        factor, state = schedule.update_runs(step, row, state)
        together.append(np.broadcast_to(factor, 5).copy())
    alone = [factors(schedule, losses[:, run].tolist()) for run in range(5)]
    np.testing.assert_array_equal(together, np.array(alone).T)


def test_a_plateau_follows_each_runs_own_loss() -> None:
    schedule = Warmup(2, ReduceOnPlateau(patience=0))
    assert schedule.follows_loss
    assert not WarmupCosine().follows_loss
    state = schedule.init_runs(2)
    for step in range(6):
        factor, state = schedule.update_runs(step, np.array([1.0, 0.5**step]), state)
    np.testing.assert_allclose(factor, [0.01, 1.0])
