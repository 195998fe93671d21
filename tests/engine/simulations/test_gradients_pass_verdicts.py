"""What is said of a pass holds for whatever seed, and what is said to help does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.diagnostics import Verdict
from engine.initializers import INITIALIZERS, Initializer, Normal
from engine.network import Network, generator
from engine.network.losses import MeanSquaredError
from engine.network.training import begin, train_step
from engine.optimizers.adaptive import Adam
from engine.parameter import replace_at
from engine.schedules import Constant
from engine.simulations.gradients import GradientsSettings, NetworkChoice, OnePass
from engine.simulations.gradients_pass_judgement import judge
from engine.simulations.gradients_pass_measure import PassKey, measured, network_of
from engine.simulations.gradients_pass_remedies import BATCH_NORM, RESIDUAL, changes, known_of, remedies
from engine.simulations.gradients_pass_scene import scene_of
from engine.simulations.gradients_pass_verdicts import (
    BatchOfOne,
    BelowEpsilon,
    DeadLayer,
    DeadUnits,
    Exploded,
    Fades,
    GradientOverflows,
    Grows,
    Healthy,
    LargeEverywhere,
    NoLossGradient,
    NoWeights,
    PointsAlike,
    ResidualGrows,
    Saturated,
    SignalDies,
    SignalOverflows,
    SmallEverywhere,
    TooLarge,
    Underflows,
    Vanished,
    VanishedSlope,
)
from engine.simulations.gradients_remedy_verdicts import NoSingleChange, OneChange, OneChangeBut

DEFAULT = GradientsSettings(mode=OnePass())
SEEDS = range(12)


def settings(kind: str = "sigmoid", init: str | Initializer = "xavier_normal", **changed: object) -> GradientsSettings:
    switches = {name: changed.pop(name) for name in ("batch_norm", "residual") if name in changed}
    start = INITIALIZERS[init]() if isinstance(init, str) else init
    return replace(DEFAULT, network=NetworkChoice(ACTIVATIONS[kind](), start, **switches), **changed)  # type: ignore[arg-type]


def told(of: GradientsSettings, seed: int = 0) -> tuple[Verdict, ...]:
    return scene_of(of, measured(PassKey.of(of, seed)), seed).verdicts


@pytest.mark.parametrize(
    ("of", "kinds"),
    [
        (settings(), (VanishedSlope,)),
        (settings(init=Normal(sigma=0.01)), (VanishedSlope,)),
        (settings("softplus", Normal(sigma=0.01)), (Vanished,)),
        (settings("tanh", Normal(sigma=0.01), depth=10), (SignalDies,)),
        (settings("relu", "he_normal"), (Healthy,)),
        (settings("relu", "he_normal", width=256), (Healthy,)),
        (settings("relu", "he_normal", residual=True), (LargeEverywhere,)),
        (settings("relu", residual=True), (LargeEverywhere,)),
        (settings("relu"), (SmallEverywhere,)),
        (settings("relu", "he_normal", batch_norm=True, residual=True), (Healthy,)),
        (settings("tanh"), (Healthy,)),
        (settings("tanh", "orthogonal", depth=50), (Healthy,)),
        (settings("selu", "lecun_normal"), (Healthy,)),
        (settings("leaky_relu", "he_normal"), (Healthy,)),
        (settings(depth=2), (Healthy,)),
        (settings(batch_norm=True), (Healthy, Grows)),
        (settings(depth=4), (Fades, Healthy, VanishedSlope)),
        (settings("tanh", Normal(sigma=1.0)), (Exploded, Grows)),
        (settings("relu", Normal(sigma=1.0)), (TooLarge,)),
        (settings("relu", Normal(sigma=0.01)), (SignalDies,)),
        (settings(init="zeros"), (NoWeights,)),
        (settings("relu", "zeros", residual=True), (NoWeights,)),
        (settings("relu", "he_normal", batch_norm=True, batch=1), (BatchOfOne,)),
        (settings("relu", Normal(sigma=1e-4), depth=100), (SignalDies,)),
        (settings(init=Normal(sigma=1e-4), depth=100), (Underflows,)),
    ],
)
def test_the_first_verdict_holds_for_every_seed(of: GradientsSettings, kinds: tuple[type[Verdict], ...]) -> None:
    for seed in SEEDS if of.depth <= 20 else range(4):
        assert type(told(of, seed)[0]) in kinds, seed


def test_layers_of_one_relu_die() -> None:
    """A single unit that is 0 for the whole batch ends the way, as at depth 100 it nearly always does."""
    dead = [told(settings("relu", "he_normal", width=1, depth=100), seed)[0] for seed in SEEDS]
    assert sum(isinstance(verdict, DeadLayer) for verdict in dead) >= 11
    found = next(verdict for verdict in dead if isinstance(verdict, DeadLayer))
    assert 1 <= found.layer <= found.last <= 100


def test_overflow_is_told_with_its_layer() -> None:
    of = settings("relu", Normal(sigma=10.0), depth=100, width=256, batch=4, loss=MeanSquaredError())
    for seed in range(3):
        verdict = told(of, seed)[0]
        assert isinstance(verdict, GradientOverflows)
        sizes = measured(PassKey.of(of, seed)).statistics.rms_d_w
        assert np.isfinite(sizes[verdict.layer :]).all()
        assert not np.isfinite(sizes[verdict.layer - 1])


def test_a_signal_that_overflows_is_told_first() -> None:
    """No settings make one: the judge is handed such numbers."""
    passed = measured(PassKey.of(settings(), 0))
    sizes = passed.statistics.rms_a.copy()
    sizes[6:] = np.inf, *[np.nan] * 13
    broken = replace(passed, statistics=replace(passed.statistics, rms_a=sizes))
    assert judge(broken, known_of(settings())) == (SignalOverflows(-1, 7),)


def test_a_loss_that_is_content_begins_nothing() -> None:
    of = settings("identity", Normal(sigma=10.0), batch=1)
    kinds = [type(told(of, seed)[0]) for seed in SEEDS]
    assert NoLossGradient in kinds
    seed = kinds.index(NoLossGradient)
    assert measured(PassKey.of(of, seed)).d_output == 0


def test_what_else_there_is_to_say() -> None:
    for seed in SEEDS:
        kinds = {type(verdict) for verdict in told(settings(), seed)}
        assert {BelowEpsilon, PointsAlike} <= kinds, seed
        assert Saturated in {type(v) for v in told(settings("tanh", Normal(sigma=1.0)), seed)}
        grown = told(settings("relu", "he_normal", residual=True), seed)
        verdict = next(v for v in grown if isinstance(v, ResidualGrows))
        assert 1.4 < verdict.factor < 1.9
        assert verdict.held == pytest.approx(8.4, abs=0.1)
        assert len(told(settings("tanh"), seed)) == 1
        held = told(settings("relu", "he_normal", batch_norm=True, residual=True), seed)
        assert not {ResidualGrows, Saturated, DeadUnits} & {type(v) for v in held}


def test_below_epsilon_is_where_adams_first_step_is_small() -> None:
    of = settings()
    verdict = next(v for v in told(of) if isinstance(v, BelowEpsilon))
    sizes = measured(PassKey.of(of, 0)).statistics.rms_d_w
    assert verdict.count == int(np.sum(sizes < 1e-8))
    rule = Adam(learning_rate=0.001)
    gradient = np.array([sizes[verdict.layer - 1]])
    delta, _ = rule.update(gradient, rule.init(gradient), gradient)
    assert -delta[0] / 0.001 == pytest.approx(verdict.share, rel=1e-6)
    other = replace_at(of, "optimizer.epsilon", 1e-12)
    assert next(v for v in told(other) if isinstance(v, BelowEpsilon)).count < verdict.count


def test_still_and_thrown_layers_are_counted_with_the_learning_rate() -> None:
    first = told(settings())[0]
    assert isinstance(first, VanishedSlope)
    sizes = measured(PassKey.of(settings(), 0)).statistics.rms_d_w
    assert first.still == int(np.sum(1000 * 0.001 * sizes < 1e-5))
    faster = told(replace_at(settings(), "optimizer.learning_rate", 1.0))[0]
    assert isinstance(faster, VanishedSlope)
    assert faster.still < first.still


def test_small_everywhere_counts_what_lies_in_the_band_of_the_picture() -> None:
    for seed in SEEDS:
        scene = scene_of(settings("relu"), measured(PassKey.of(settings("relu"), seed)), seed)
        small = scene.verdicts[0]
        assert isinstance(small, SmallEverywhere)
        assert small.still == int(np.sum(scene.passed.statistics.rms_d_w < scene.small)) > 6
        assert small.severity == "note"
        assert small.factor < 1
        assert small.forward < 1


# -- what helps -------------------------------------------------------------------------------------------------------


def test_one_change_is_tried_at_a_time() -> None:
    plain = settings().network
    named = dict(changes(plain))
    assert list(named) == ["ReLU", "He normal", BATCH_NORM, RESIDUAL]
    for choice in named.values():
        fields = ("activation", "initializer", "batch_norm", "residual")
        assert sum(getattr(choice, name) != getattr(plain, name) for name in fields) == 1
    all_made = settings("relu", "he_normal", batch_norm=True, residual=True).network
    assert changes(all_made) == []
    assert [title for title, _ in changes(settings("tanh", "zeros").network)][1] == "Xavier normal"


def test_why_twenty_sigmoid_layers_do_not_learn_and_what_helps() -> None:
    for seed in SEEDS:
        answer = told(settings(), seed)[1]
        assert isinstance(answer, OneChange)
        assert answer.change == "ReLU", seed
        opposite = told(settings(init=Normal(sigma=0.01)), seed)[1]
        assert isinstance(opposite, OneChange)
        assert opposite.change == BATCH_NORM, seed


def test_what_is_left_beside_the_best_change_is_said() -> None:
    for seed in SEEDS:
        small = told(settings(), seed)[1]
        assert isinstance(small, OneChangeBut), seed
        assert small.but.startswith("everything is small: the signal is")
        assert small.but.endswith("at layer 20")
        clean = told(settings(init=Normal(sigma=0.01)), seed)[1]
        assert isinstance(clean, OneChange)
        assert isinstance(clean, OneChangeBut) == (clean.ratio > 100)
    deep = told(settings(depth=100))[1]
    assert isinstance(deep, OneChangeBut)
    assert (deep.change, deep.but) == (BATCH_NORM, "the gradient grows towards the input")
    assert deep.ratio > 100


def test_where_nothing_alone_is_enough_that_is_said() -> None:
    assert isinstance(told(settings(init="zeros"))[1], NoSingleChange)
    assert not any(isinstance(v, OneChange | NoSingleChange) for v in told(settings("tanh")))


def loss_after(of: GradientsSettings, choice: NetworkChoice, steps: int) -> float:
    """The loss of the whole batch after so many steps of Adam."""
    net = Network(network_of(PassKey.of(replace(of, network=choice), 0)), generator(0))
    x, y = of.data.points(0, of.batch)
    optimizer, schedule = Adam(learning_rate=0.003), Constant()
    state = begin(net, optimizer, schedule)
    for _ in range(steps):
        state, _ = train_step(net, optimizer, schedule, of.loss, x, y, state)
    return of.loss(net.forward(x), y)[0]


@pytest.mark.parametrize("init", [INITIALIZERS["xavier_normal"](), Normal(sigma=0.01)])
def test_what_is_said_to_help_most_learns_best(init: Initializer) -> None:
    """Training tells the same: the best change learns, those that leave much wrong do not."""
    of = settings(init=init, width=32, batch=64)
    tried = remedies(of, 0)
    losses = [loss_after(of, remedy.choice, 150) for remedy in tried]
    assert not tried[0].bad
    assert losses[0] == min(losses)
    assert losses[0] < 0.3
    for remedy, loss in zip(tried, losses, strict=True):
        if remedy.bad > 1:
            assert loss > 0.6, remedy.title
    assert loss_after(of, of.network, 150) > 0.68
