"""The range test: its rates, the band that its losses tell, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS, SGD, Adam, Momentum, Nesterov
from engine.parameter import parameters
from engine.schedules import SCHEDULES, Cosine
from engine.simulations import SIMULATIONS
from engine.simulations import schedules_range_verdicts as say
from engine.simulations.schedules import PROBLEMS, Compare, RangeTest, ScheduleEntry, SchedulesSettings
from engine.simulations.schedules_band import Band, band_of, smoothed
from engine.simulations.schedules_range import Rising, rising
from engine.simulations.schedules_record import LOSS, rows_of
from engine.timeline import Event, Timeline

TAB = SIMULATIONS["schedules"]
USUAL = SchedulesSettings(mode=RangeTest())


def run(settings: SchedulesSettings, step: int | None = None, seed: int = 0) -> Timeline:
    timeline = Timeline(TAB.simulation, settings, seed)
    timeline.seek(settings.steps if step is None else step)
    return timeline


# -- rates ------------------------------------------------------------------------------------------------------------


def test_rates_rise_by_the_same_factor_from_the_first_to_the_last() -> None:
    timeline = run(USUAL)
    rates = timeline.scene.rates
    assert (rates[1], rates[-1]) == (pytest.approx(1e-4), pytest.approx(10.0))
    np.testing.assert_allclose(np.diff(np.log(rates[1:])), np.log(1e5) / 399)
    np.testing.assert_allclose(timeline.record[:, 0], rates, rtol=1e-14)
    assert timeline.length == 400


def test_the_rates_do_not_depend_on_the_optimizers_own() -> None:
    few, many = (run(replace(USUAL, optimizer=SGD(rate))).record for rate in (1e-5, 10.0))
    np.testing.assert_allclose(few[:150], many[:150], rtol=1e-9)


def test_a_range_given_upside_down_is_taken_from_below() -> None:
    upside = replace(USUAL, mode=RangeTest(low=1.0, high=1e-3))
    assert rising(upside)(0) * 0.08 == pytest.approx(1e-3)
    assert Rising(0.1, 1.0, 1)(0) == 0.1
    assert Rising not in SCHEDULES.values()


def test_one_step_of_the_test_is_one_update_at_its_rate() -> None:
    alone = replace(USUAL, noise=0.0, runs=1, optimizer=SGD(0.5))
    timeline = run(alone, 200)
    place = np.array([-7.0, 2.0])
    for rate in timeline.scene.rates[1:201]:
        place = place - rate * np.array([2 * place[0], 20 * place[1]])
    assert timeline.record[200, 1] == pytest.approx(place[0] ** 2 + 10 * place[1] ** 2, rel=1e-9)
    assert timeline.frame().stages()[-1].symbol == "w"


# -- the band ---------------------------------------------------------------------------------------------------------


def test_smoothing_is_a_geometric_mean_that_ends_with_the_numbers() -> None:
    curve = np.exp(np.linspace(0, 3, 101))
    np.testing.assert_allclose(smoothed(curve), curve, rtol=1e-12)
    broken = np.where(np.arange(101) < 60, curve, np.inf)
    assert np.isfinite(smoothed(broken)[:60]).all()
    assert np.isnan(smoothed(broken)[60:]).all()
    assert np.isnan(smoothed(np.full(20, np.nan))).all()


def test_a_band_of_a_made_up_curve() -> None:
    rates = np.geomspace(1e-4, 10.0, 501)
    logs = np.log(rates)
    # Falls along a tanh centred at 0.01, from 10 to 0.1; breaks loose at 1.
    losses = np.exp(-np.log(10) * np.tanh(3 * (logs - np.log(0.01)))) * np.exp(np.maximum(0, 8 * logs))
    band = band_of(rates, losses)
    assert band is not None
    assert band.low == pytest.approx(0.01, rel=0.06)
    assert 1.0 < band.high < 1.6
    assert band.diverges
    assert band.suggested == pytest.approx(band.high / 4)
    until = rates < 0.5
    open_end = band_of(rates[until], losses[until])
    assert open_end is not None
    assert (open_end.diverges, open_end.high) == (False, rates[until][-1])
    assert open_end.suggested == open_end.low


def test_no_band_of_what_does_not_fall() -> None:
    rates = np.geomspace(1e-4, 1, 50)
    assert band_of(rates, np.ones(50)) is None
    assert band_of(rates, np.linspace(1, 3, 50)) is None
    assert band_of(rates[:5], np.array([5.0, 4, 3, 2, 1])) is None
    assert band_of(rates, np.full(50, np.nan)) is None


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("rule", [SGD(0.01), Momentum(0.01), Momentum(0.01, 0.5), Nesterov(0.01)])
def test_on_the_bowl_the_loss_breaks_loose_about_the_stability_limit(rule: SGD, seed: int) -> None:
    timeline = run(replace(USUAL, optimizer=rule), seed=seed)
    band, limit = timeline.frame().band, rule.stability_limit(20.0)
    assert band is not None
    assert limit is not None
    assert band.diverges
    assert 0.6 * limit < band.high < 1.4 * limit
    assert 0.95 * band.low <= band.suggested < limit, "two figures"


@pytest.mark.parametrize("kind", PROBLEMS)
@pytest.mark.parametrize("rule", ["sgd", "momentum", "adam"])
def test_the_suggested_rate_is_of_use(kind: str, rule: str) -> None:
    chosen = replace(USUAL, problem=PROBLEMS[kind](), optimizer=OPTIMIZERS[rule]()).following("problem")
    chosen = replace(chosen, runs=8, steps=min(chosen.steps, 500))
    band = run(chosen).frame().band
    assert band is not None
    limits = parameters(OPTIMIZERS[rule])["learning_rate"]
    assert limits.low <= band.suggested <= limits.high

    def ends(rate: float) -> float:
        used = replace(
            chosen,
            mode=Compare(),
            optimizer=replace(chosen.optimizer, learning_rate=rate),
            schedules=(ScheduleEntry(Cosine(chosen.steps)),),
        )
        return float(rows_of(run(used).record, 1)[-1, 0, LOSS])

    first = run(chosen, 0).record[0, 1]
    assert ends(band.suggested) < 0.95 * first
    assert ends(band.suggested) < ends(max(band.suggested / 300, limits.low))
    if rule == "adam":
        return  # its steps are of bounded length: it does not diverge
    assert not ends(min(band.high * 5, 10.0)) < ends(band.suggested), "well above the band it is worse, or overflows"


# -- frames -----------------------------------------------------------------------------------------------------------


def test_a_frame_foresees_the_whole_test() -> None:
    timeline = run(USUAL, 30)
    frame = timeline.frame()
    assert frame.foreseen
    assert frame.band == timeline.scene.band
    assert frame.band.suggested == float(f"{frame.band.suggested:.1e}"), "readable"
    timeline.seek(400)
    assert timeline.frame().band == frame.band
    np.testing.assert_array_equal(timeline.scene.course, timeline.record)
    assert frame.smoothed.shape == (31,)
    assert np.isnan(frame.accuracy)


def test_a_network_is_tested_as_it_goes() -> None:
    spirals = replace(USUAL, problem=PROBLEMS["spirals"](width=4, batch=8), runs=2, steps=60)
    timeline = run(spirals, 10)
    assert timeline.scene.course is None
    assert timeline.scene.band is None
    assert not timeline.frame().foreseen
    assert 0 <= timeline.frame().accuracy <= 1


def test_a_change_on_the_way_is_not_foreseen() -> None:
    timeline = Timeline(
        TAB.simulation, replace(USUAL, optimizer=Momentum(0.1)), 0, (Event(5, {"optimizer.momentum": 0.5}),)
    )
    timeline.seek(50)
    assert not timeline.frame().foreseen


# -- what is said -----------------------------------------------------------------------------------------------------


def told(settings: SchedulesSettings, step: int | None = None) -> list[str]:
    return [type(verdict).__name__ for verdict in run(settings, step).frame().verdicts]


def test_what_is_said_of_tests() -> None:
    short = replace(USUAL, problem=PROBLEMS["spirals"](width=4), runs=2, steps=100)
    assert told(USUAL, 0) == ["TestBegins"]
    assert told(USUAL, 100) == ["UsableBandWithLimit"], "the whole test is known beforehand"
    assert told(replace(short, mode=RangeTest(low=1e-6, high=1e-4)), 50) == ["NothingYet"]
    assert told(replace(short, mode=RangeTest(low=1e-6, high=1e-4))) == ["NeverFell"]
    assert told(replace(USUAL, mode=RangeTest(high=0.05))) == ["NoEndSeen"]
    assert told(replace(USUAL, optimizer=Adam(0.1), problem=PROBLEMS["rosenbrock"](), noise=5.0)) == ["UsableBand"]
    assert told(replace(USUAL, mode=RangeTest(high=100.0))) == ["UsableBandWithLimit", "Overflows"]
    assert told(replace(USUAL, optimizer=OPTIMIZERS["rprop"]())) == ["TellsNothing"]


def test_what_is_said_is_what_the_band_says() -> None:
    frame = run(USUAL).frame()
    verdict, overflow = frame.verdicts
    assert isinstance(verdict, say.UsableBandWithLimit)
    assert Band(verdict.low, verdict.high, True, verdict.suggested) == frame.band
    assert (verdict.formula, verdict.limit) == ("2/λ", 0.1)
    assert isinstance(overflow, say.Overflows)
    record = run(USUAL).record
    assert not np.isfinite(record[overflow.step, 1])
    assert np.isfinite(record[: overflow.step, 1]).all()
    assert overflow.rate == record[overflow.step, 0]
