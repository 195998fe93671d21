"""What is said of a batch sent through depth is true, for every seed."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from engine.activations import ACTIVATIONS
from engine.initializers import INITIALIZERS, HeNormal, Initializer, Normal, XavierNormal, Zeros
from engine.simulations import initialization_forward_verdicts as say
from engine.simulations.initialization_forward_judgement import (
    Change,
    Subject,
    gradient_verdict,
    percent,
    signal_verdict,
)
from engine.simulations.initialization_forward_pass import Course, send

RELU = Course(n_in=100, n_out=50, layers=10, batch=256, activation=ACTIVATIONS["relu"](), seed=0)
WHO = Subject(0, "S")
LECUN = INITIALIZERS["lecun_normal"]()


def of(kind: str, **changes: int) -> Course:
    return replace(RELU, activation=ACTIVATIONS[kind](), **changes)


def signal(initializer: Initializer, course: Course, layer: int | None = None) -> say.FlowVerdict:
    verdict = signal_verdict(WHO, course, send(initializer, course), course.layers if layer is None else layer)
    assert isinstance(verdict, say.FlowVerdict)
    return verdict


def gradient(initializer: Initializer, course: Course, layer: int = 1) -> say.FlowVerdict:
    verdict = gradient_verdict(WHO, course, send(initializer, course), layer)
    assert isinstance(verdict, say.FlowVerdict)
    return verdict


def words(verdict: say.FlowVerdict) -> str:
    return f"{verdict.title} {verdict.text}".format(**verdict.values())


# -- over seeds -------------------------------------------------------------------------------------------------------

CHAPTER: list[tuple[Initializer, str, type[say.FlowVerdict], type[say.FlowVerdict]]] = [
    (Zeros(), "relu", say.AllZero, say.NoGradient),
    (Normal(), "relu", say.LosesFast, say.Vanishes),
    (XavierNormal(), "relu", say.LosesFast, say.Vanishes),
    (HeNormal(), "relu", say.KeepsSignal, say.KeepsGradient),
    (Normal(sigma=1.0), "relu", say.Explodes, say.GradientExplodes),
    (Zeros(), "sigmoid", say.AllCopies, say.NoGradient),
    (XavierNormal(), "sigmoid", say.PointsAlike, say.Vanishes),
    (Zeros(), "tanh", say.AllZero, say.NoGradient),
    (Normal(), "tanh", say.LosesFast, say.Vanishes),
    (XavierNormal(), "tanh", say.LosesSignal, say.LosesGradient),
    (Normal(sigma=1.0), "tanh", say.Saturates, say.GradientExplodes),
    (LECUN, "selu", say.KeepsSignal, say.KeepsGradient),
    (LECUN, "identity", say.KeepsSignal, say.KeepsGradient),
]


@pytest.mark.parametrize(("scheme", "kind", "forward", "backward"), CHAPTER)
def test_the_verdict_holds_over_seeds(
    scheme: Initializer, kind: str, forward: type[say.FlowVerdict], backward: type[say.FlowVerdict]
) -> None:
    courses = [of(kind, seed=seed, batch=64) for seed in range(30)]
    assert {type(signal(scheme, course)) for course in courses} == {forward}
    assert {type(gradient(scheme, course)) for course in courses} == {backward}


@pytest.mark.parametrize("n_out", [100, 300])
@pytest.mark.parametrize("layers", [4, 10])
def test_he_keeps_and_xavier_loses_whatever_the_size(n_out: int, layers: int) -> None:
    courses = [of("relu", n_out=n_out, n_in=n_out, layers=layers, seed=seed, batch=64) for seed in range(15)]
    assert {type(signal(HeNormal(), course)) for course in courses} == {say.KeepsSignal}
    assert {type(signal(XavierNormal(), course)) for course in courses} <= {say.LosesSignal, say.LosesFast}


def test_depth_50_is_judged_alike() -> None:
    courses = [of("relu", layers=50, seed=seed, batch=64) for seed in range(20)]
    kept = [type(signal(HeNormal(), course)) for course in courses].count(say.KeepsSignal)
    assert kept >= 19
    assert {type(signal(XavierNormal(), course)) for course in courses} == {say.LosesFast}


# -- one by one -------------------------------------------------------------------------------------------------------


def test_the_chapters_losses_in_numbers() -> None:
    verdict = signal(XavierNormal(), of("relu", n_in=1000, n_out=1000, layers=4))
    assert isinstance(verdict, say.Changes)
    assert verdict.factor == pytest.approx(math.sqrt(0.5), abs=0.02)
    assert verdict.amount in {"28", "29", "30", "31"}
    assert f"S loses {verdict.amount}\u00a0% per layer." in words(verdict)


def test_before_the_first_layer_nothing_is_claimed() -> None:
    assert type(signal(HeNormal(), RELU, 0)) is say.NothingSent
    assert type(signal(HeNormal(), RELU, 1)) is say.FirstLayer
    assert type(gradient(HeNormal(), RELU, RELU.layers)) is say.GradientBegins


def test_only_the_layers_passed_are_spoken_of() -> None:
    verdict = signal(XavierNormal(), RELU, 4)
    sent = send(XavierNormal(), RELU)
    assert isinstance(verdict, say.Changes)
    assert (verdict.layer, verdict.first, verdict.last) == (4, sent.activations.std[0], sent.activations.std[3])
    assert verdict.factor == pytest.approx((verdict.last / verdict.first) ** (1 / 3))
    back = gradient(XavierNormal(), RELU, 4)
    assert isinstance(back, say.Changes)
    assert (back.first, back.last) == (sent.gradients.std[9], sent.gradients.std[3])
    assert back.factor == pytest.approx((back.last / back.first) ** (1 / 6))


def test_zeros_leave_the_gradient_at_the_top() -> None:
    verdict = gradient(Zeros(), RELU)
    assert isinstance(verdict, say.NoGradient)
    assert verdict.layer == 9


def test_one_unit_of_zeros_is_no_copy() -> None:
    assert type(signal(Zeros(), of("sigmoid", n_out=1))) is say.OneConstant


def test_a_dead_layer_is_named() -> None:
    course = next(
        course
        for course in (of("relu", n_in=2, n_out=2, layers=20, batch=4, seed=seed) for seed in range(50))
        if send(HeNormal(), course).activations.zeros[-1] == 1.0
    )
    zeros = send(HeNormal(), course).activations.zeros
    verdict = signal(HeNormal(), course)
    assert isinstance(verdict, say.DiesAt)
    assert zeros[verdict.layer - 1] == 1.0
    assert verdict.layer == 1 or zeros[verdict.layer - 2] < 1.0


def test_overflow_is_told_where_it_begins() -> None:
    course = of("identity", layers=220, n_in=50)
    verdict = signal(Normal(sigma=10.0), course)
    assert isinstance(verdict, say.Overflows)
    flow = send(Normal(sigma=10.0), course).activations
    assert math.isfinite(flow.std[verdict.layer - 2])
    assert not math.isfinite(flow.std[verdict.layer - 1])
    assert type(gradient(Normal(sigma=10.0), course)) is say.GradientOverflows


def test_one_point_is_not_told_to_look_like_others() -> None:
    assert type(signal(XavierNormal(), of("sigmoid", batch=1))) is not say.PointsAlike


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (1.0, 1.04, "keeps"),
        (1.0, 0.94, "falls"),
        (1.0, 0.5, "falls fast"),
        (1.0, 1.2, "grows"),
        (1.0, 2.0, "grows fast"),
    ],
)
def test_the_kind_follows_from_the_rate(first: float, last: float, expected: str) -> None:
    kinds = {
        say.KeepsSignal: "keeps",
        say.LosesSignal: "falls",
        say.LosesFast: "falls fast",
        say.GainsSignal: "grows",
        say.Explodes: "grows fast",
    }
    verdict = Change(first, last, 1, say.KEPT, 50).verdict(
        (0, "S", 2), say.KeepsSignal, (say.LosesSignal, say.LosesFast), (say.GainsSignal, say.Explodes)
    )
    assert kinds[type(verdict)] == expected  # type: ignore[index]


def test_per_cent_never_rounds_to_all() -> None:
    assert [percent(share) for share in (0.3, 0.954, 0.9946, 0.9996, 0.99999)] == ["30", "95", "99", "99.96", "99.999"]
    assert percent(1.5) == "150"
