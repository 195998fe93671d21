"""What is said of a training network holds by its numbers, and over seeds; presets and what one change does."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from engine.activations.bounded import Sigmoid, Tanh
from engine.activations.rectifiers import ReLU
from engine.datasets import DATASETS
from engine.diagnostics import Verdict
from engine.initializers import HeNormal, Normal, XavierNormal
from engine.network import LOSSES
from engine.optimizers.adaptive import Adam
from engine.optimizers.gradient_descent import SGD
from engine.parameter import Phrase
from engine.presets import PRESETS
from engine.recipe import Recipe, SidedEvent, default_recipe
from engine.simulations import SIMULATIONS
from engine.simulations.gradients import GradientsMode, GradientsSettings, NetworkChoice, OnePass, ScalarChain, Training
from engine.simulations.gradients_pass_judgement import EXPLODED, FADED, GROWN, VANISHED
from engine.simulations.gradients_training_comparison import (
    BothLearn,
    OneHelps,
    OneHurts,
    OneInVain,
    Several,
    compare,
    differences,
)
from engine.simulations.gradients_training_frame import TrainingFrame
from engine.simulations.gradients_training_judgement import SETTLED, judge, layer_list
from engine.simulations.gradients_training_verdicts import (
    BelowEpsilon,
    Broken,
    BrokenOutput,
    CoinToss,
    DeadLayers,
    DeadUnits,
    Even,
    Explodes,
    Fades,
    Grows,
    LearntAll,
    NearlySame,
    NoGradient,
    NothingArrives,
    NotMoved,
    RunningLag,
    SameAnswer,
    SaturatedLayers,
    TooSmall,
    Vanishes,
)
from engine.timeline import Timeline

DEEP_SIGMOID = NetworkChoice(Sigmoid(), XavierNormal())
DEEP_RELU = NetworkChoice(ReLU(), HeNormal())
OPPOSITE = NetworkChoice(Sigmoid(), Normal(sigma=0.01))


def settings_of(network: NetworkChoice, **changes: object) -> GradientsSettings:
    return replace(GradientsSettings(mode=Training(), network=network, width=24, batch=64, steps=600), **changes)


def frame_at(settings: GradientsSettings, step: int, seed: int = 0) -> TrainingFrame:
    timeline = Timeline(SIMULATIONS["gradients"].simulation, settings, seed)
    timeline.seek(step)
    frame: TrainingFrame = timeline.frame()
    return frame


def kinds(frame: TrainingFrame) -> list[type[Verdict]]:
    return [type(verdict) for verdict in frame.verdicts]


@pytest.mark.parametrize("seed", range(5))
def test_a_deep_sigmoid_network_stands_still_below_epsilon(seed: int) -> None:
    frame = frame_at(settings_of(DEEP_SIGMOID), 60, seed)
    assert kinds(frame) == [BelowEpsilon, CoinToss, Vanishes]
    still = frame.verdicts[0]
    assert still.layers == layer_list(frame.moved < 1e-3)
    assert still.layers.startswith("1–")
    assert (frame.root[frame.moved < 1e-3] < 1e-8).all()


@pytest.mark.parametrize("seed", range(5))
def test_the_recommended_network_learns(seed: int) -> None:
    frame = frame_at(settings_of(DEEP_RELU, width=48), 100, seed)
    assert LearntAll in kinds(frame)
    assert {Even} <= set(kinds(frame))
    assert not {BelowEpsilon, TooSmall, NotMoved, CoinToss, DeadLayers} & set(kinds(frame))


@pytest.mark.parametrize("seed", range(3))
def test_the_opposite_stands_still(seed: int) -> None:
    frame = frame_at(settings_of(OPPOSITE, optimizer=SGD(learning_rate=0.01)), 60, seed)
    assert kinds(frame) == [TooSmall, CoinToss, Vanishes]
    assert frame.verdicts[0].count >= 19


def test_early_on_nothing_is_said_of_what_has_not_moved() -> None:
    assert kinds(frame_at(settings_of(DEEP_SIGMOID), SETTLED - 1)) == [Vanishes]


@pytest.mark.parametrize("seed", range(3))
def test_weights_too_large_saturate(seed: int) -> None:
    frame = frame_at(settings_of(NetworkChoice(Tanh(), Normal(sigma=1.0)), depth=6), 0, seed)
    assert SaturatedLayers in kinds(frame)
    assert {Explodes, Grows, Even} & set(kinds(frame))


def test_growing_signals_break_training() -> None:
    choice = NetworkChoice(ReLU(), HeNormal(), residual=True)
    frame = frame_at(settings_of(choice, width=64, batch=128, optimizer=SGD(learning_rate=0.1)), 10)
    assert kinds(frame) in ([Broken], [BrokenOutput])
    assert frame.verdicts[0].at <= 10


def test_a_layer_of_dead_units_lets_nothing_through() -> None:
    frame = frame_at(settings_of(NetworkChoice(ReLU(), Normal(sigma=0.01)), optimizer=SGD(learning_rate=10.0)), 40)
    assert DeadLayers in kinds(frame)
    assert NoGradient in kinds(frame)
    assert NothingArrives not in kinds(frame)
    assert (frame.gradient[: int(np.flatnonzero(frame.dead == 1)[0])] == 0).all()


@pytest.mark.parametrize("seed", range(3))
def test_many_dead_units_are_told(seed: int) -> None:
    frame = frame_at(settings_of(DEEP_RELU, depth=8, width=6), 0, seed)
    worst = frame.verdicts[kinds(frame).index(DeadUnits)]
    assert worst.share == frame.dead[worst.worst - 1] == frame.dead.max()
    assert worst.layers == layer_list(frame.dead >= 0.5)


def test_the_squared_error_of_a_guess_is_a_quarter() -> None:
    frame = frame_at(settings_of(DEEP_SIGMOID, loss=LOSSES["mse"]()), 60)
    assert SameAnswer in kinds(frame)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("choice", "optimizer", "step"),
    [
        (replace(OPPOSITE, batch_norm=True), SGD(learning_rate=0.01), 40),
        (replace(DEEP_SIGMOID, residual=True), Adam(), 200),
        (NetworkChoice(ReLU(), XavierNormal()), SGD(learning_rate=0.01), 40),
    ],
)
def test_a_network_that_has_only_begun_is_no_coin_toss(
    choice: NetworkChoice, optimizer: SGD | Adam, step: int, seed: int
) -> None:
    frame = frame_at(settings_of(choice, optimizer=optimizer), step, seed)
    assert NearlySame in kinds(frame)
    assert not {CoinToss, SameAnswer} & set(kinds(frame))
    assert frame.verdicts[kinds(frame).index(NearlySame)].severity == "note"


def test_no_coin_toss_has_more_right_than_chance() -> None:
    settings = settings_of(DEEP_SIGMOID)
    frame = replace(frame_at(settings, 40), set_accuracy=0.7)
    said = [type(verdict) for verdict in judge(settings, frame, np.log(2.0))]
    assert NearlySame in said
    assert CoinToss not in said


@pytest.mark.parametrize(
    ("ratio", "kind", "learnt"),
    [
        (VANISHED / 2, Vanishes, Fades),
        (FADED / 2, Fades, Fades),
        (1.0, Even, Even),
        (GROWN * 2, Grows, Grows),
        (EXPLODED * 2, Explodes, Grows),
    ],
)
def test_the_way_back_is_judged_as_in_one_pass_and_does_no_harm_where_all_is_learnt(
    ratio: float, kind: type[Verdict], learnt: type[Verdict]
) -> None:
    settings = settings_of(DEEP_RELU, depth=3)
    frame = replace(frame_at(settings, 0), gradient=np.array([ratio, 1.0, 1.0]), set_accuracy=0.5)
    assert type(judge(settings, frame, 0.7)[-1]) is kind
    assert type(judge(settings, replace(frame, set_accuracy=0.98), 0.7)[-1]) is learnt


@pytest.mark.parametrize("seed", range(3))
def test_a_network_that_has_learnt_does_not_explode(seed: int) -> None:
    frame = frame_at(settings_of(replace(DEEP_SIGMOID, batch_norm=True)), 300, seed)
    assert frame.set_accuracy > 0.9
    assert kinds(frame)[-1] in (Even, Grows)
    assert all(verdict.severity != "bad" for verdict in frame.verdicts)


@pytest.mark.parametrize(
    "kind",
    [NoGradient, DeadLayers, *(BelowEpsilon, TooSmall, NotMoved, SaturatedLayers)],
    ids=lambda kind: kind.__name__,
)
def test_a_single_layer_is_named_as_one(kind: type[Verdict]) -> None:
    common = {"subject": -1, "depth": 20}
    values = {"lowest": 20, "size": 1.0, "update": 1.0, "optimizer": "SGD", "epsilon": 1e-8, "rate": 1.0}
    values |= {"worst": 20, "share": 1.0}
    known = {field.name for field in fields(kind)}
    rest = {name: value for name, value in values.items() if name in known}
    one = kind(**common, layers="20", count=1, **rest)
    assert one.text.format(**one.values()).startswith("Hidden layer 20: ")
    some = kind(**common, layers="19–20", count=2, **rest)
    assert some.text.format(**some.values()).startswith("Hidden layers 19–20: ")


@pytest.mark.parametrize("seed", range(2))
def test_running_statistics_lag_behind_weights_that_move_fast(seed: int) -> None:
    settings = settings_of(replace(OPPOSITE, batch_norm=True), depth=6, optimizer=Adam(learning_rate=0.02))
    early, late = (frame_at(settings, step, seed) for step in (30, 200))
    assert RunningLag in kinds(early)
    assert early.running_accuracy < early.set_accuracy - 0.15
    assert kinds(late)[0] is LearntAll
    assert RunningLag not in kinds(late)


@pytest.mark.parametrize(
    ("chosen", "text"),
    [([1, 1, 0, 1], "1–2, 4"), ([0, 0, 0, 0], ""), ([1, 1, 1, 1], "1–4"), ([0, 1, 0, 0], "2"), ([0, 0, 1, 1], "3–4")],
)
def test_layers_are_written_as_ranges(chosen: list[int], text: str) -> None:
    assert layer_list(np.array(chosen, dtype=bool)) == text


# -- what one change does ---------------------------------------------------------------------------------------------


def compared(a: GradientsSettings, b: GradientsSettings, step: int) -> Verdict | None:
    return compare((a, b), (frame_at(a, step), frame_at(b, step)))


def test_batch_normalization_alone_helps() -> None:
    a = settings_of(OPPOSITE, depth=10)
    said = compared(a, replace(a, network=replace(OPPOSITE, batch_norm=True)), 150)
    assert isinstance(said, OneHelps)
    assert said.change == "batch normalization"
    back = compared(replace(a, network=replace(OPPOSITE, batch_norm=True)), a, 150)
    assert isinstance(back, OneHurts)
    assert back.change == "no batch normalization"


def test_relu_alone_does_not_help() -> None:
    a = settings_of(OPPOSITE, optimizer=SGD(learning_rate=0.01))
    said = compared(a, replace(a, network=replace(OPPOSITE, activation=ReLU())), 40)
    assert isinstance(said, OneInVain)
    assert isinstance(said.change, Phrase)
    assert said.change == "ReLU instead of Sigmoid"


def test_where_both_learn_the_change_is_not_needed() -> None:
    a = settings_of(NetworkChoice(Tanh(), XavierNormal()), depth=3, optimizer=Adam(learning_rate=0.01))
    said = compared(a, replace(a, network=replace(a.network, activation=ReLU())), 200)
    assert isinstance(said, BothLearn)


def test_of_several_changes_none_is_praised() -> None:
    a = settings_of(DEEP_SIGMOID)
    said = compared(a, replace(a, network=DEEP_RELU), 40)
    assert isinstance(said, Several)
    assert said.count == 2
    assert said.change == "ReLU instead of Sigmoid, He normal instead of Xavier normal"


def test_without_a_difference_or_time_nothing_is_said() -> None:
    a = settings_of(DEEP_SIGMOID, depth=3)
    assert compared(a, a, 40) is None
    assert compared(a, replace(a, depth=4), SETTLED - 1) is None


def test_every_setting_of_training_is_named_as_a_difference() -> None:
    a = settings_of(DEEP_SIGMOID)
    others = {
        "depth": 5,
        "width": 5,
        "batch": 5,
        "data": DATASETS["moons"](),
        "loss": LOSSES["mse"](),
        "optimizer": SGD(),
        "schedule": replace(a.schedule),
    }
    for name, value in others.items():
        changed = replace(a, **{name: value})
        assert len(differences(a, changed)) == (changed != a)
    common = {"mode", "steps", "network"}
    assert set(others) | common == Training.uses | {"mode"}


# -- presets ----------------------------------------------------------------------------------------------------------


def recipe_at_hand() -> Recipe:
    settings = settings_of(DEEP_RELU, depth=7, width=9, batch=11, data=DATASETS["moons"](), steps=77)
    events = (SidedEvent(3, "settings", {"optimizer.learning_rate": 0.1}),)
    return Recipe("gradients", settings, seed=5, step=20, events=events, view={"training": {"layer": 2}})


@pytest.mark.parametrize("key", PRESETS["gradients"])
def test_presets_keep_what_they_are_not_about(key: str) -> None:
    before = recipe_at_hand()
    preset = PRESETS["gradients"][key]
    after = preset.apply(before)
    assert preset.title
    assert preset.help
    assert (after.seed, after.step, after.view, after.events) == (5, 20, before.view, ())
    assert after.other is not None
    for side in (after.settings, after.other):
        for name in ("mode", "depth", "width", "batch", "data", "loss", "steps", "draws"):
            assert getattr(side, name) == getattr(before.settings, name)
    assert Recipe.from_json(after.to_json()) == after


@pytest.mark.parametrize("key", [key for key in PRESETS["gradients"] if key.startswith("remedy")])
def test_a_remedy_is_one_change_of_the_opposite(key: str) -> None:
    after = PRESETS["gradients"][key].apply(recipe_at_hand())
    opposite = PRESETS["gradients"]["opposite"].apply(recipe_at_hand())
    assert after.settings == opposite.settings
    assert len(differences(after.settings, after.other)) == 1
    changed = [
        f.name for f in fields(NetworkChoice) if getattr(after.other.network, f.name) != getattr(OPPOSITE, f.name)
    ]
    assert len(changed) == 1


@pytest.mark.parametrize(
    ("key", "least", "most"),
    [
        ("remedy_relu", 0.45, 0.55),
        ("remedy_batch_norm", 0.75, 1.0),
        ("remedy_residual", 0.45, 0.55),
        ("remedy_initialization", 0.45, 0.55),
    ],
)
def test_what_presets_say_of_600_steps_is_so(key: str, least: float, most: float) -> None:
    preset = PRESETS["gradients"][key]
    assert "600 steps" in preset.help
    remedied = preset.apply(default_recipe("gradients")).other
    assert (remedied.depth, remedied.steps) == (20, 600)
    run = Timeline(SIMULATIONS["gradients"].simulation, remedied)
    run.seek(600)
    assert least <= run.frame().set_accuracy <= most


def test_there_are_four_remedies_and_two_ends() -> None:
    assert "gradients" in PRESETS
    assert len(PRESETS["gradients"]) == 6
    recommended = PRESETS["gradients"]["recommended"].apply(default_recipe("gradients"))
    assert recommended.settings.network == DEEP_RELU
    assert recommended.settings.optimizer == Adam(learning_rate=0.001)
    assert recommended.other.network == OPPOSITE
    assert recommended.other.optimizer == SGD(learning_rate=0.01)


@pytest.mark.parametrize(("mode", "kept"), [(ScalarChain(), "training"), (OnePass(), "one_pass")])
def test_presets_need_a_network(mode: GradientsMode, kept: str) -> None:
    before = Recipe("gradients", GradientsSettings(mode=mode))
    assert PRESETS["gradients"]["recommended"].apply(before).settings.mode.kind == kept
