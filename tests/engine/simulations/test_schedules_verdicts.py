"""What is said of schedules is true: by numbers worked out anew, over many seeds, and where it must not be said."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest

from engine.diagnostics import Verdict
from engine.optimizers import OPTIMIZERS, SGD, Adam, Momentum, Nesterov
from engine.parameter import replace_at
from engine.schedules import Constant, Cosine, Exponential, Schedule, Step, Warmup, WarmupCosine
from engine.simulations import SIMULATIONS
from engine.simulations import schedules_verdicts as say
from engine.simulations.schedules import PROBLEMS, ScheduleEntry, SchedulesSettings
from engine.simulations.schedules_compare import CompareFrame
from engine.simulations.schedules_record import LOSS, MEAN_X, RATE, rows_of
from engine.timeline import Timeline

USUAL = SchedulesSettings()
ROSENBROCK = replace(USUAL, problem=PROBLEMS["rosenbrock"]()).following("problem")
SEEDS = range(8)


def entries(*schedules: Schedule) -> tuple[ScheduleEntry, ...]:
    return tuple(ScheduleEntry(schedule, colour) for colour, schedule in enumerate(schedules))


@lru_cache(maxsize=64)
def run(settings: SchedulesSettings, seed: int = 0) -> Timeline:
    timeline = Timeline(SIMULATIONS["schedules"].simulation, settings, seed)
    timeline.seek(settings.steps)
    return timeline


def frame(settings: SchedulesSettings, step: int, seed: int = 0) -> CompareFrame:
    timeline = run(settings, seed)
    timeline.seek(step)
    found: CompareFrame = timeline.frame()
    return found


def told(settings: SchedulesSettings, step: int, seed: int = 0) -> tuple[Verdict, ...]:
    return frame(settings, step, seed).verdicts


def only(settings: SchedulesSettings, step: int, kind: type[Verdict], seed: int = 0) -> Verdict:
    found = [verdict for verdict in told(settings, step, seed) if type(verdict) is kind]
    assert len(found) == 1, found
    return found[0]


def kinds(settings: SchedulesSettings, step: int, seed: int = 0) -> set[str]:
    return {type(verdict).__name__ for verdict in told(settings, step, seed)}


# -- the noise floor --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_constant_stops_at_the_floor_of_the_picture_and_is_outdone(seed: int) -> None:
    verdict = only(USUAL, 280, say.AtNoiseFloorOutdone, seed)
    rows = rows_of(run(USUAL, seed).record, 6)
    assert isinstance(verdict, say.AtNoiseFloorOutdone)
    assert (verdict.subject, verdict.schedule, verdict.rate) == (0, "Constant", 0.08)
    assert verdict.floor == pytest.approx(0.1217391, rel=1e-6)
    assert verdict.measured == pytest.approx(rows[221:281, 0, LOSS].mean())
    ended = rows[-1, :, LOSS]
    assert verdict.other == ("Step" if ended.argmin() == 1 else "Cosine")
    assert verdict.ratio == pytest.approx(verdict.measured / ended.min())


@pytest.mark.parametrize("rule", [SGD(0.03), SGD(0.09), Momentum(0.02), Momentum(0.04, 0.7)])
@pytest.mark.parametrize("runs", [2, 64])
def test_the_floor_is_told_of_other_rules_and_of_few_runs(rule: SGD | Momentum, runs: int) -> None:
    chosen = replace(USUAL, optimizer=rule, runs=runs)
    assert sum("AtNoiseFloorOutdone" in kinds(chosen, 400, seed) for seed in SEEDS) >= 7


def test_the_floor_is_not_told_before_it_is_reached_nor_without_noise() -> None:
    floors = {"AtNoiseFloor", "AtNoiseFloorOutdone"}
    for seed in SEEDS:
        assert not kinds(USUAL, 40, seed) & floors
        assert not kinds(replace_at(USUAL, "optimizer.learning_rate", 0.002), 400, seed) & floors
    assert not kinds(replace(USUAL, noise=0.0), 400) & floors


def test_alone_at_the_floor_nobody_is_named() -> None:
    verdict = only(replace(USUAL, schedules=entries(Constant())), 400, say.AtNoiseFloor)
    assert "times lower" not in verdict.text


@pytest.mark.parametrize("seed", SEEDS)
def test_without_theory_what_is_measured_is_told(seed: int) -> None:
    adam = replace(USUAL, optimizer=Adam(0.2))
    verdict = only(adam, 300, say.NoLongerFalls, seed)
    assert isinstance(verdict, say.NoLongerFalls)
    rows = rows_of(run(adam, seed).record, 6)[300 - verdict.window + 1 : 301]
    assert verdict.measured == pytest.approx(rows[:, verdict.subject, LOSS].mean())
    assert verdict.other_loss * 2 <= verdict.measured
    assert verdict.other_rate < verdict.rate / 2
    assert "NoLongerFalls" in kinds(ROSENBROCK, 1400, seed)


# -- sank too soon ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("gamma", [0.9, 0.95, 0.96, 0.965])
@pytest.mark.parametrize("rule", [SGD(0.08), Momentum(0.01, 0.8), Nesterov(0.01, 0.8)])
def test_what_is_said_to_have_sunk_too_soon_does_not_arrive(seed: int, gamma: float, rule: SGD) -> None:
    chosen = replace(USUAL, optimizer=rule, runs=32, schedules=entries(Constant(), Exponential(gamma), Cosine(400)))
    rows = rows_of(run(chosen, seed).record, 3)
    said = 0
    for step in (60, 120, 200, 400):
        for verdict in told(chosen, step, seed):
            if isinstance(verdict, say.SankTooSoon):
                said += 1
                made_up = 1 - rows[-1, 1, MEAN_X] / rows[step, 1, MEAN_X]
                chance = 5 * rows[step, 1, RATE] * chosen.noise / abs(rows[step, 1, MEAN_X])
                assert made_up <= verdict.percent / 100 + chance
                assert (verdict.subject, verdict.x) == (1, pytest.approx(rows[step, 1, MEAN_X], abs=0.006))
    assert said or gamma == 0.965, "nearly arrived"


def test_a_schedule_that_arrives_has_not_sunk_too_soon() -> None:
    for seed in SEEDS:
        for step in (100, 250, 400):
            subjects = [v.subject for v in told(USUAL, step, seed) if isinstance(v, say.SankTooSoon | say.Froze)]
            assert subjects in ([], [2])


def test_one_that_is_nearly_as_good_as_the_best_has_not_sunk_too_soon() -> None:
    alike = replace(USUAL, noise=0.1, schedules=entries(Exponential(0.96), Exponential(0.961)))
    assert not kinds(alike, 400) & {"SankTooSoon", "Froze"}
    assert "SankTooSoon" in kinds(replace(alike, schedules=entries(Exponential(0.96), Cosine(400))), 400)


def test_one_noisy_run_is_not_said_to_be_on_its_way_anywhere() -> None:
    one = replace(USUAL, runs=1)
    assert not any("SankTooSoon" in kinds(one, 400, seed) for seed in SEEDS)
    assert "SankTooSoon" in kinds(replace(one, noise=0.0), 400)


@pytest.mark.parametrize("seed", SEEDS)
def test_where_steps_are_not_proportional_to_the_gradient_the_loss_itself_is_told(seed: int) -> None:
    adam = replace(USUAL, optimizer=Adam(0.2))
    verdict = only(adam, 400, say.Froze, seed)
    assert isinstance(verdict, say.Froze)
    rates, losses = rows_of(run(adam, seed).record, 6)[:, 2, [RATE, LOSS]].T
    assert rates[verdict.since] < 0.05 * rates.max() <= rates[verdict.since - 1]
    assert (verdict.before, verdict.loss) == (losses[verdict.since], losses[400])
    assert abs(math.log(verdict.loss / verdict.before)) < 0.2


# -- warm-up ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_what_warm_up_spares(seed: int) -> None:
    verdict = only(ROSENBROCK, 300, say.WarmUpSpared, seed)
    assert isinstance(verdict, say.WarmUpSpared)
    rows = rows_of(run(ROSENBROCK, seed).record, 6)
    with_it, without = rows[:201, 4, LOSS], rows[:201, 3, LOSS]
    assert (verdict.worst, verdict.mild) == (without.max(), with_it.max())
    assert without[verdict.step] == without.max()
    assert verdict.worst > 1.5 * verdict.first
    assert verdict.mild <= 1.02 * verdict.first
    assert (verdict.loss, verdict.without) == tuple(rows[300, [4, 3], LOSS])


@pytest.mark.parametrize("seed", SEEDS)
def test_what_warm_up_saves(seed: int) -> None:
    steep = replace_at(ROSENBROCK, "optimizer.learning_rate", 0.004)
    verdict = only(steep, 500, say.WarmUpSaved, seed)
    assert isinstance(verdict, say.WarmUpSaved)
    losses = rows_of(run(steep, seed).record, 6)[:501, :, LOSS]
    assert np.isfinite(losses[:, 4]).all()
    assert np.isfinite(losses[: verdict.step, 3]).all()
    assert not np.isfinite(losses[verdict.step, 3])


@pytest.mark.parametrize("seed", SEEDS)
def test_where_warm_up_only_takes_time(seed: int) -> None:
    verdict = only(USUAL, 100, say.WarmUpDelayed, seed)
    assert isinstance(verdict, say.WarmUpDelayed)
    rows = rows_of(run(USUAL, seed).record, 6)
    assert (verdict.step, verdict.loss, verdict.without) == (20, *rows[20, [4, 3], LOSS])
    assert rows[:41, 3, LOSS].max() == 89.0, "the start"
    assert "WarmUpDelayed" not in kinds(USUAL, 39, seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_where_warm_up_only_puts_it_off(seed: int) -> None:
    steep = replace_at(USUAL, "optimizer.learning_rate", 0.105)
    verdict = only(steep, 200, say.WarmUpPostponed, seed)
    assert isinstance(verdict, say.WarmUpPostponed)
    losses = rows_of(run(steep, seed).record, 6)[:201, 4, LOSS]
    assert verdict.step == losses.argmax() > 40
    assert verdict.worst == losses.max() > 89.0
    assert verdict.rate > 0.1, "beyond the limit"


def test_the_twin_is_the_same_schedule_without_its_warm_up() -> None:
    listed = replace(ROSENBROCK, schedules=entries(Warmup(200, Exponential(0.9919)), Exponential(0.9919)))
    hidden = replace(ROSENBROCK, schedules=entries(Warmup(200, Exponential(0.9919))))
    spoken = [only(chosen, 300, say.WarmUpSpared) for chosen in (listed, hidden)]
    assert spoken[0] == spoken[1]
    assert run(listed).record.shape == run(hidden).record.shape
    assert "WarmUpSpared" not in kinds(replace(listed, schedules=entries(Warmup(0, Cosine(2000)))), 300)
    assert "WarmUpSpared" in kinds(replace(listed, schedules=entries(WarmupCosine(100, 2000))), 300)


# -- beyond the limit -------------------------------------------------------------------------------------------------


def test_beyond_the_limit_at_the_very_steps() -> None:
    steep = replace_at(USUAL, "optimizer.learning_rate", 0.105)
    now = {v.subject: v for v in told(steep, 20) if isinstance(v, say.BeyondLimit)}
    assert {0, 1, 3} == set(now)
    assert {v.first for v in now.values()} == {0}
    assert {(v.limit, v.curvature) for v in now.values()} == {(0.1, 20.0)}
    later = {v.subject: v for v in told(steep, 300) if isinstance(v, say.WasBeyondLimit)}
    rows = rows_of(run(steep).record, 6)
    for index, verdict in later.items():
        beyond = np.flatnonzero(rows[:300, index, RATE] > 0.1)
        assert (verdict.first, verdict.last) == (beyond[0], beyond[-1])
        assert verdict.worst == rows[verdict.first : 301, index, LOSS].max()
        assert verdict.peak == rows[:, index, RATE].max()
    assert {1, 2, 3, 4, 5} == set(later)
    assert [v.subject for v in told(steep, 300) if isinstance(v, say.BeyondLimit)] == [0]


def test_at_and_below_the_limit_nothing_is_said() -> None:
    for rate in (0.1, 0.0999, 0.08):
        chosen = replace_at(USUAL, "optimizer.learning_rate", rate)
        assert not kinds(chosen, 300) & {"BeyondLimit", "WasBeyondLimit", "Overflowed"}


def test_overflow_is_told_at_its_step_and_first() -> None:
    wild = replace(USUAL, optimizer=SGD(5.0), steps=300, schedules=entries(Constant(), Step(1, 0.01)))
    first = told(wild, 300)[0]
    assert isinstance(first, say.Overflowed)
    losses = run(wild).record.reshape(301, 2, -1)[:, 0, LOSS]
    assert first.step == np.flatnonzero(~np.isfinite(losses))[0]
    assert (first.severity, first.peak) == ("bad", 5.0)


def test_diverged_without_a_limit() -> None:
    wild = replace(ROSENBROCK, optimizer=OPTIMIZERS["lion"](learning_rate=3.0), steps=50, schedules=entries(Constant()))
    verdict = only(wild, 50, say.Diverged)
    assert isinstance(verdict, say.Diverged)
    assert verdict.loss > 20 * verdict.first


# -- who is ahead -----------------------------------------------------------------------------------------------------


def test_the_best_at_the_end_is_told_if_it_is_more_than_chance() -> None:
    for seed in SEEDS:
        apart = replace(USUAL, schedules=entries(Constant(), Cosine(400)))
        verdict = only(apart, 10, say.EndsLowest, seed)
        assert isinstance(verdict, say.EndsLowest)
        ended = rows_of(run(apart, seed).record, 2)[-1, :, LOSS]
        assert (verdict.subject, verdict.loss, verdict.other_loss) == (1, ended[1], ended[0])
        level = only(replace(USUAL, schedules=entries(Cosine(400), Cosine(401))), 400, say.EndLevel, seed)
        assert isinstance(level, say.EndLevel)
        assert {level.schedule + level.number, level.other + level.other_number} == {"Cosine", "Cosine 2"}


def test_of_one_run_no_best_is_told() -> None:
    one = replace(USUAL, runs=1, schedules=entries(Constant(), Cosine(400)))
    assert not any("EndsLowest" in kinds(one, 400, seed) for seed in SEEDS)


def test_where_the_end_is_not_known_the_lowest_now_is_told() -> None:
    spirals = replace(USUAL, problem=PROBLEMS["spirals"](width=4, batch=4), runs=2, steps=40)
    assert frame(spirals, 20).ending is None
    verdict = only(spirals, 20, say.Leads)
    assert isinstance(verdict, say.Leads)
    assert verdict.loss == frame(spirals, 20).losses.min()
    assert "Leads" not in kinds(spirals, 40)


def test_a_rule_that_asks_for_eta_once_makes_all_schedules_alike() -> None:
    rprop = replace(USUAL, optimizer=OPTIMIZERS["rprop"](learning_rate=0.1))
    verdict = only(rprop, 200, say.NoEffect)
    assert isinstance(verdict, say.NoEffect)
    assert verdict.rule == "Rprop"
    for kind in set(OPTIMIZERS) - {"rprop"}:
        assert "NoEffect" not in kinds(replace(USUAL, optimizer=OPTIMIZERS[kind](), runs=2, steps=100), 60)
    assert "NoEffect" not in kinds(replace(USUAL, schedules=entries(Constant(), Constant())), 60)


def test_the_start() -> None:
    (verdict,) = told(USUAL, 0)
    assert verdict == say.AtStart(-1, 89.0, 64)


def test_one_schedule_on_its_way() -> None:
    (verdict,) = told(replace(USUAL, schedules=entries(Constant())), 5)
    assert type(verdict) is say.Underway


def test_every_verdict_is_said_somewhere_above() -> None:
    every = {cls for cls in vars(say).values() if isinstance(cls, type) and issubclass(cls, Verdict)}
    text = __import__("pathlib").Path(__file__).read_text(encoding="utf-8")
    for cls in every - {Verdict, say.ScheduleVerdict}:
        assert f"say.{cls.__name__}" in text, cls
