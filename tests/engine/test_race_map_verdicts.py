"""What is said of settings on the map, and that it is true."""

from __future__ import annotations

import math
from dataclasses import fields, replace

import numpy as np
import pytest

from engine.diagnostics import Verdict
from engine.optimizers import OPTIMIZERS, SGD, Adam, Lion, Momentum, Nesterov, Optimizer, RMSprop
from engine.simulations import race_map_verdicts as said
from engine.simulations.race import RACE_MODES, RaceSettings
from engine.simulations.race_map import map_scene, with_rule
from engine.simulations.race_map_judgement import judge, steps_to_goal, times_slower
from engine.simulations.race_map_rates import STEPS, distances
from engine.surfaces import SURFACES, EllipticBowl, Surface

BOWL = EllipticBowl()


def verdict_on(rule: Optimizer, surface: Surface = BOWL, start: tuple[float, float] | None = None) -> Verdict:
    settings = replace(RaceSettings(), mode=RACE_MODES["map"](), surface=surface, start=start or surface.start)
    return judge(map_scene(with_rule(settings, rule)), "Racer")[0]


def test_the_chapter_s_momentum_has_too_much_of_it() -> None:
    verdict = verdict_on(Momentum(learning_rate=0.1))
    assert isinstance(verdict, said.TooMuchMomentum)
    assert verdict.times == 12
    assert verdict.kappa == pytest.approx(10)
    assert verdict.best == pytest.approx(0.2699, abs=1e-4)
    # Between `low` and `high`, ρ = √β, and only there.
    scene = map_scene(with_rule(replace(RaceSettings(), mode=RACE_MODES["map"]()), Momentum(learning_rate=0.1)))
    assert scene.cross.rate == pytest.approx(math.sqrt(0.9))
    for eta, same in ((verdict.low * 1.01, True), (verdict.high * 0.99, True), (verdict.high * 1.01, False)):
        settings = with_rule(replace(RaceSettings(), mode=RACE_MODES["map"]()), Momentum(learning_rate=eta))
        assert (abs(map_scene(settings).cross.rate - math.sqrt(0.9)) < 1e-9) is same


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        (SGD(learning_rate=0.1), said.OnBorder),
        (SGD(learning_rate=0.11), said.BeyondBorder),
        (SGD(learning_rate=0.0909), said.NearlyBest),
        (SGD(learning_rate=0.01), said.Creeps),
        (SGD(learning_rate=0.098), said.JumpsAcross),
        (Nesterov(learning_rate=0.1), said.BeyondBorder),
        (Momentum(learning_rate=0.001, momentum=0.1), said.Creeps),
        (Nesterov(learning_rate=0.02, momentum=0.9), said.Rings),
    ],
)
def test_on_the_bowl(rule: Optimizer, kind: type[Verdict]) -> None:
    assert type(verdict_on(rule)) is kind


def test_beyond_the_border_each_step_multiplies_as_said() -> None:
    verdict = verdict_on(SGD(learning_rate=0.12))
    assert isinstance(verdict, said.BeyondBorder)
    assert (verdict.direction, verdict.limit, verdict.factor) == ("y", pytest.approx(0.1), pytest.approx(1.4))


def test_a_saddle_has_no_lowest_point() -> None:
    verdict = verdict_on(Momentum(learning_rate=0.1), SURFACES["saddle"]())
    assert isinstance(verdict, said.NoLowestPoint)
    assert verdict.curvature == -2


def test_times_slower() -> None:
    assert times_slower(0.9, 0.81) == pytest.approx(2)
    assert times_slower(1.0, 0.5) == math.inf
    assert times_slower(0.5, 0.9) == 1


@pytest.mark.parametrize("kind", list(OPTIMIZERS))
@pytest.mark.parametrize("surface", ["himmelblau", "plateau", "saddle"])
def test_measured_verdicts_are_true(kind: str, surface: str) -> None:
    rule, ground = OPTIMIZERS[kind](learning_rate=0.1), SURFACES[surface]()
    if ground.quadratic and kind in ("sgd", "momentum", "nesterov"):
        return
    settings = with_rule(replace(RaceSettings(), mode=RACE_MODES["map"](), surface=ground, start=ground.start), rule)
    scene = map_scene(settings)
    verdict = judge(scene, "Racer")[0]
    history = distances(ground, ground.start, rule, {}, STEPS)[:, 0]
    with np.errstate(all="ignore"):
        left = np.sqrt(history / history[0])
    if isinstance(verdict, said.MeasuredAway):
        assert not np.isfinite(left[-1]) or left[-STEPS // 4 :].max() > 1
    elif isinstance(verdict, said.MeasuredStill):
        assert left[-STEPS // 4 :].max() == pytest.approx(verdict.share / 100)
        assert left[-1] > 1e-6
    elif isinstance(verdict, said.MeasuredLeaves):
        assert left.min() * 100 <= left[-STEPS // 4 :].max()
    elif isinstance(verdict, said.MeasuredSlower):
        assert verdict.best < verdict.needed
        assert verdict.times > 1
    elif isinstance(verdict, said.MeasuredBest):
        assert steps_to_goal(scene.cross) <= 1.1 * steps_to_goal(scene.best)
    else:
        assert isinstance(verdict, said.NobodyArrives)
        assert not math.isfinite(scene.best.measured)


def test_some_measured_verdicts() -> None:
    assert isinstance(verdict_on(SGD(learning_rate=0.5), SURFACES["himmelblau"]()), said.MeasuredAway)
    assert isinstance(verdict_on(Adam(learning_rate=0.1), SURFACES["himmelblau"]()), said.MeasuredSlower)
    assert isinstance(
        verdict_on(RMSprop(learning_rate=0.1), SURFACES["plateau"]()), said.MeasuredLeaves | said.MeasuredStill
    )
    assert isinstance(verdict_on(Lion(learning_rate=1e-4)), said.MeasuredStill | said.MeasuredSlower)


def verdict_kinds() -> list[type[said.SettingVerdict]]:
    found = [each for each in vars(said).values() if isinstance(each, type) and issubclass(each, said.SettingVerdict)]
    return [each for each in found if each.title]


@pytest.mark.parametrize("kind", verdict_kinds())
def test_every_sentence_can_be_filled_in(kind: type[said.SettingVerdict]) -> None:
    values = {f.name: "x" if "str" in str(f.type) else 3 if "int" in str(f.type) else 0.5 for f in fields(kind)}
    for template in (kind.title, kind.text):
        assert "{" not in template.format(**values)
