"""Learning-rate schedules: whole expected arrays, PyTorch's numbers, memory, edges."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.parameter import SettingsError, read
from engine.schedules import SCHEDULES, Schedule

Case = dict[str, Any]
REFERENCE = json.loads((Path(__file__).parents[1] / "reference" / "schedules.json").read_text(encoding="utf-8"))
STATELESS = [kind for kind in SCHEDULES if kind != "reduce_on_plateau"]

# Worked out by hand, eight steps each.
HALF, SQRT = 0.5, math.sqrt
EXPECTED = [
    ("constant", {}, [1, 1, 1, 1, 1, 1, 1, 1]),
    ("step", {"step_size": 3, "gamma": 0.5}, [1, 1, 1, HALF, HALF, HALF, 0.25, 0.25]),
    ("exponential", {"gamma": 0.5}, [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32, 1 / 64, 1 / 128]),
    ("linear", {"total_steps": 4, "final": 0.2}, [1, 0.8, 0.6, 0.4, 0.2, 0.2, 0.2, 0.2]),
    ("polynomial", {"total_steps": 4, "power": 2.0}, [1, 9 / 16, 4 / 16, 1 / 16, 0, 0, 0, 0]),
    ("cosine", {"total_steps": 2, "final": 0.5}, [1, 0.75, 0.5, 0.75, 1, 0.75, 0.5, 0.75]),
    ("cosine_restarts", {"period": 2, "multiplier": 1, "final": 0.0}, [1, HALF, 1, HALF, 1, HALF, 1, HALF]),
    (
        "cosine_restarts",
        {"period": 1, "multiplier": 2, "final": 0.0},
        [1, 1, HALF, 1, (1 + SQRT(HALF)) / 2, HALF, (1 - SQRT(HALF)) / 2, 1],
    ),
    (
        "warmup_cosine",
        {"warmup_steps": 4, "total_steps": 6, "final": 0.0},
        [0.25, 0.5, 0.75, 1, 1, 0.5, 0, 0.5],
    ),
    ("warmup_cosine", {"warmup_steps": 4, "total_steps": 4, "final": 0.1}, [0.25, 0.5, 0.75, 1, 1, 0.1, 1, 0.1]),
    (
        "one_cycle",
        {"total_steps": 6, "warmup_share": 0.5, "div_factor": 4.0, "final_div_factor": 2.0},
        [0.25, 0.625, 1, 0.125 + 0.875 * 0.75, 0.125 + 0.875 * 0.25, 0.125, 0.125, 0.125],
    ),
    ("one_cycle", {"total_steps": 2, "warmup_share": 0.5, "div_factor": 4.0}, [1, *[0.25e-4] * 7]),
    (
        "inverse_sqrt",
        {"warmup_steps": 2},
        [0.5, 1, SQRT(2 / 3), SQRT(2 / 4), SQRT(2 / 5), SQRT(2 / 6), SQRT(2 / 7), SQRT(2 / 8)],
    ),
    (
        "warmup",
        {"warmup_steps": 2, "then": {"kind": "exponential", "gamma": 0.5}},
        [0.5, 1, 1, 0.5, 0.25, 0.125, 0.0625, 0.03125],
    ),
    ("warmup", {"warmup_steps": 0, "then": {"kind": "linear", "total_steps": 2}}, [1, 0.5, 0, 0, 0, 0, 0, 0]),
    ("reduce_on_plateau", {"patience": 1, "factor": 0.5}, [1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.125]),
    (
        "warmup",
        {"warmup_steps": 3, "then": {"kind": "reduce_on_plateau", "patience": 1, "factor": 0.5}},
        [1 / 3, 2 / 3, 1, 1, 1, 1, 0.5, 0.5],
    ),
]


def made(kind: str, settings: Case) -> Schedule:
    return read(SCHEDULES[kind], settings)


def factors(schedule: Schedule, losses: list[float]) -> list[float]:
    state, seen = schedule.init(), []
    for step, loss in enumerate(losses):
        factor, state = schedule.update(step, loss, state)
        seen.append(factor)
    return seen


def test_every_schedule_stands_in_the_table() -> None:
    assert set(SCHEDULES) == {kind for kind, _, _ in EXPECTED}
    assert {case["kind"] for case in REFERENCE["cases"]} == set(STATELESS) - {"inverse_sqrt"}  # not in PyTorch


@pytest.mark.parametrize(("kind", "settings", "expected"), EXPECTED, ids=lambda v: str(v)[:40])
def test_whole_arrays(kind: str, settings: Case, expected: list[float]) -> None:
    np.testing.assert_allclose(factors(made(kind, settings), [1.0] * 8), expected, rtol=1e-14, atol=1e-16)


@pytest.mark.parametrize("case", REFERENCE["cases"], ids=lambda c: f"{c['kind']} {c['settings']}")
def test_as_pytorch(case: Case) -> None:
    schedule, expected = made(case["kind"], case["settings"]), case["factors"]
    assert len(expected) >= 60
    # PyTorch multiplies its way along, so its rounding grows with the step.
    np.testing.assert_allclose(factors(schedule, [1.0] * len(expected)), expected, rtol=1e-11, atol=1e-14)
    assert [schedule(step) for step in range(len(expected))] == factors(schedule, [1.0] * len(expected))


@pytest.mark.parametrize("case", REFERENCE["plateau"], ids=lambda c: f"{c['losses']} {c['settings']}")
def test_plateau_as_pytorch(case: Case) -> None:
    losses = REFERENCE["losses"][case["losses"]]
    np.testing.assert_allclose(
        factors(made("reduce_on_plateau", case["settings"]), losses), case["factors"], rtol=1e-12
    )


@pytest.mark.parametrize("kind", SCHEDULES)
def test_the_defaults_can_be_asked_for_any_step(kind: str) -> None:
    schedule = SCHEDULES[kind]()
    state = schedule.init()
    with np.errstate(all="raise", under="ignore"):
        for step in (0, 1, 29, 30, 299, 300, 301, 10**6, 10**9):
            factor, state = schedule.update(step, 1.0, state)
            assert 0.0 <= factor <= 1.0
            assert callable(schedule) == (kind != "reduce_on_plateau")


@pytest.mark.parametrize("kind", SCHEDULES)
def test_updates_alter_nothing(kind: str) -> None:
    schedule = SCHEDULES[kind]()
    state = schedule.init()
    once = schedule.update(0, 2.0, state)
    assert schedule.update(0, 2.0, state) == once
    assert state == schedule.init()


def test_a_plateau_of_not_a_number_counts_as_no_improvement() -> None:
    schedule = made("reduce_on_plateau", {"patience": 1})
    assert factors(schedule, [math.nan] * 4) == [1.0, 1.0, 0.1, 0.1]
    assert factors(schedule, [math.inf] * 4) == [1.0, 1.0, 0.1, 0.1]


def test_a_plateau_never_falls_below_its_minimum() -> None:
    schedule = made("reduce_on_plateau", {"patience": 0, "minimum": 0.03})
    assert factors(schedule, [1.0] * 6) == [1.0, 1.0, 0.1, 0.03, 0.03, 0.03]


def test_a_warmup_before_a_plateau_has_no_step_alone() -> None:
    schedule = made("warmup", {"warmup_steps": 2, "then": {"kind": "reduce_on_plateau"}})
    assert schedule(1) == 1.0
    with pytest.raises(TypeError, match="reduce_on_plateau"):
        schedule(2)


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("step", {"step_size": 0}),
        ("linear", {"total_steps": 2.5}),
        ("cosine_restarts", {"multiplier": 1.5}),
        ("inverse_sqrt", {"warmup_steps": 0}),
        ("warmup", {"then": {"kind": "nothing"}}),
        ("reduce_on_plateau", {"factor": 1.0}),
    ],
)
def test_limits(kind: str, settings: Case) -> None:
    with pytest.raises(SettingsError):
        made(kind, settings)


@pytest.mark.parametrize("cls", SCHEDULES.values())
def test_texts(cls: type[Schedule]) -> None:
    assert cls.title
    assert cls.formula


steps, totals, finals = st.integers(0, 3000), st.integers(1, 1000), st.floats(0.0, 1.0)


@given(steps, totals, finals)
def test_cosine_and_linear_stay_between_final_and_one(step: int, total: int, final: float) -> None:
    for kind in ("linear", "cosine"):
        factor = SCHEDULES[kind](total_steps=total, final=final)(step)
        assert final - 1e-15 <= factor <= 1.0 + 1e-15


@given(steps, st.integers(1, 50), st.integers(1, 4))
def test_restarts_are_cosines_laid_end_to_end(step: int, period: int, multiplier: int) -> None:
    schedule = SCHEDULES["cosine_restarts"](period=period, multiplier=multiplier, final=0.1)
    begin, length = 0, period
    while begin + length <= step:
        begin, length = begin + length, length * multiplier
    assert schedule(step) == pytest.approx(SCHEDULES["cosine"](total_steps=length, final=0.1)(step - begin), rel=1e-12)


@given(totals, finals, st.floats(1.0, 1e4), st.floats(1.0, 1e6))
def test_one_cycle_for_any_setting(total: int, share: float, div: float, final_div: float) -> None:
    fields = {"total_steps": total, "warmup_share": share, "div_factor": div, "final_div_factor": final_div}
    seen = [SCHEDULES["one_cycle"](**fields)(step) for step in range(total + 2)]
    assert all(1 / (div * final_div) * (1 - 1e-9) <= factor <= 1.0 + 1e-12 for factor in seen)
    assert seen[-1] == seen[-2]


@given(steps, st.integers(0, 200))
def test_a_warmed_cosine_is_the_warmup_cosine(step: int, warmup: int) -> None:
    whole = SCHEDULES["warmup_cosine"](warmup_steps=warmup, total_steps=warmup + 100, final=0.2)
    parts = SCHEDULES["warmup"](warmup_steps=warmup, then=SCHEDULES["cosine"](total_steps=100, final=0.2))
    assert whole(step) == parts(step)
