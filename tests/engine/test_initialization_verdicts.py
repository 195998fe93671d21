"""Initialization: what is said of a scheme's signal and of its draw, and the derivations with the layer's numbers."""

from __future__ import annotations

import dataclasses
import itertools
import math

import numpy as np
import pytest

from engine.initializers import INITIALIZERS, HeNormal, Initializer, Normal, Orthogonal, XavierNormal, Zeros
from engine.simulations.initialization import InitializationSettings, Scheme, Weights
from engine.simulations.initialization_derivations import DERIVATIONS, derivation
from engine.simulations.initialization_verdicts import (
    AllEqual,
    Deviation,
    DiesOut,
    Drifts,
    Explodes,
    KeepsNearZero,
    KeepsUnderRelu,
    MeanOffChance,
    MiddleWay,
    NothingDrawn,
    NothingPasses,
    NothingRandom,
    SignalVerdict,
    StdOffChance,
    WithinChance,
    draw_verdict,
    signal_verdict,
)
from engine.simulations.initialization_weights import WeightsFrame

SIMULATION = Weights.simulation
KINDS = sorted(INITIALIZERS)
ONE_LINE = 34  # characters that a line of numbers has room for in the right column


def frame_after(settings: InitializationSettings, rows: int, seed: int = 0) -> WeightsFrame:
    state = SIMULATION.start(settings, seed)
    for _ in range(rows):
        state = SIMULATION.advance(settings, state)
    return SIMULATION.frame(settings, rows, state, np.empty((0, 0)))


# -- verdicts ---------------------------------------------------------------------------------------------------------


def worded(verdict: object) -> str:
    return f"{verdict.title} {verdict.text}".format(**verdict.values())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("initializer", "n_in", "n_out", "expected"),
    [
        (Zeros(), 100, 50, AllEqual),
        (Zeros(), 100, 1, NothingPasses),
        (Normal(), 100, 50, DiesOut),
        (Normal(sigma=1.0), 100, 50, Explodes),
        (Normal(sigma=0.12), 100, 50, Drifts),
        (Normal(sigma=0.1), 100, 50, KeepsNearZero),
        (Normal(sigma=0.1414), 100, 50, KeepsUnderRelu),
        (XavierNormal(), 100, 50, MiddleWay),
        (XavierNormal(), 100, 100, KeepsNearZero),
        (XavierNormal(), 1000, 1, MiddleWay),
        (HeNormal(), 100, 50, KeepsUnderRelu),
        (HeNormal(), 1, 1000, KeepsUnderRelu),
        (INITIALIZERS["lecun_normal"](), 100, 50, KeepsNearZero),
        (Orthogonal(), 100, 50, KeepsNearZero),
        (Orthogonal(), 60, 100, Drifts),
    ],
)
def test_what_a_scheme_does_to_signals(initializer: Initializer, n_in: int, n_out: int, expected: type) -> None:
    assert type(signal_verdict(0, "X", initializer.std(n_in, n_out), n_in, n_out)) is expected


def test_the_numbers_in_the_verdicts() -> None:
    he = signal_verdict(3, "He", HeNormal().std(100, 50), 100, 50)
    assert "Var W = 2.00" in worded(he)
    assert "E[a²] = 1.00 again" in worded(he)
    xavier = worded(signal_verdict(2, "Xavier", XavierNormal().std(100, 50), 100, 50))
    assert "= 1.33" in xavier
    assert "= 0.67: their mean is 1" in xavier
    normal = worded(signal_verdict(1, "Normal", 0.01, 100, 50))
    assert "= 0.1, with ReLU by 0.0707" in normal
    assert "10 layers at most 1.0e-10" in normal
    assert "All 5000 weights are 0: the 50 units" in worded(signal_verdict(0, "Zeros", 0.0, 100, 50))
    loud = worded(signal_verdict(1, "Normal", 1.0, 100, 50))
    assert f"with ReLU by 7.07: {math.sqrt(50) ** 10:.1e} times" in loud


def test_the_gains_are_what_layers_really_do() -> None:
    """Ten layers of the same shape, ten thousand inputs: the signal changes as the verdict says."""
    rng, width = np.random.default_rng(8), 200
    for initializer in (Normal(), HeNormal(), XavierNormal(), Normal(sigma=0.3)):
        verdict = signal_verdict(0, "X", initializer.std(width, width), width, width)
        assert isinstance(verdict, SignalVerdict)
        linear = rectified = rng.standard_normal((2000, width))
        for _ in range(10):
            weights = initializer(rng, width, width)
            linear, rectified = linear @ weights, np.maximum(rectified @ weights, 0)
        assert linear.std() == pytest.approx(verdict.factor**10, rel=0.35)
        assert math.sqrt(np.mean(rectified**2)) == pytest.approx(verdict.relu**10, rel=0.6)


@pytest.mark.parametrize(
    ("rows", "off", "expected"),
    [
        (0, None, NothingDrawn),
        (0, Deviation(0, 0, 0), NothingDrawn),
        (5, None, NothingRandom),
        (5, Deviation(0.3, -2.9, 0.1), WithinChance),
        (5, Deviation(3.1, 0.0, 0.0), MeanOffChance),
        (5, Deviation(-3.1, 5.0, 0.1), MeanOffChance),
        (5, Deviation(0.0, -3.5, -0.01), StdOffChance),
        (5, Deviation(0.0, -3.5, -1e-7), WithinChance),
        (2, Deviation(4.0, 4.0, 0.9), WithinChance),  # 20 weights: too few to call it
    ],
)
def test_whether_a_draw_is_within_chance(rows: int, off: Deviation | None, expected: type) -> None:
    verdict = draw_verdict(0, "X", rows, 10, off)
    assert type(verdict) is expected
    assert "{" not in worded(verdict)


def test_odds_are_those_of_the_normal_law() -> None:
    verdict = draw_verdict(0, "X", 10, 10, Deviation(-4.0, 0, 0))
    assert isinstance(verdict, MeanOffChance)
    assert verdict.odds == pytest.approx(15787, rel=1e-3)
    assert "-4.0 standard errors" in worded(verdict)


def test_unusual_draws_are_as_rare_as_said() -> None:
    settings = InitializationSettings(n_in=20, n_out=20, schemes=(Scheme(initializer=HeNormal()),))
    unusual = 0
    for seed in range(1000):
        frame = frame_after(settings, 20, seed)
        unusual += any(isinstance(verdict, MeanOffChance | StdOffChance) for verdict in frame.verdicts)
    assert unusual <= 14  # 5.4 expected


def test_every_scheme_gets_two_verdicts_and_the_worst_come_first() -> None:
    frame = frame_after(InitializationSettings(), 50)
    assert sorted(verdict.subject for verdict in frame.verdicts) == [0, 0, 1, 1, 2, 2, 3, 3]
    order = ["bad", "note", "good"]
    places = [order.index(verdict.severity) for verdict in frame.verdicts]
    assert places == sorted(places)
    assert isinstance(frame.verdicts[0], AllEqual)


# -- derivations ------------------------------------------------------------------------------------------------------


def numbers(initializer: Initializer, n_in: int = 100, n_out: int = 50) -> list[str]:
    return [line.numbers.format(**line.values) for line in derivation(initializer, n_in, n_out).lines]


def test_every_scheme_of_the_registry_has_its_derivation() -> None:
    assert set(DERIVATIONS) == set(INITIALIZERS)


def test_the_derivation_of_the_picture() -> None:
    assert numbers(HeNormal()) == ["√(2 / 100) = 0.1414", "100 · 0.02 · 1.00 = 2.00", "ReLU keeps half: 1.00"]


def test_derivations_hold_the_layers_numbers() -> None:
    assert numbers(XavierNormal()) == [
        "√(2 / 150) = 0.1155",
        "100 · 0.01333 · 1.00 = 1.33",
        "50 · 0.01333 · 1.00 = 0.67",
        "(1.33 + 0.67) / 2 = 1.00",
    ]
    assert numbers(INITIALIZERS["xavier_uniform"]())[0] == "0.2 / √3 = 0.1155"
    assert numbers(Normal())[1:] == ["0.01 · √100 · 1.00 = 0.1", "after 10 layers: 1e−10"]
    assert numbers(INITIALIZERS["lecun_normal"]())[1] == "100 · 0.01 · 1.00 = 1.00"
    assert numbers(Orthogonal())[0] == "√(1 / 100) = 0.1"
    assert derivation(Zeros(), 3, 2).lines[0].tex == "z = a W = 0"


def test_orthogonal_keeps_lengths_on_the_side_it_says() -> None:
    rng = np.random.default_rng(0)
    narrow, wide = Orthogonal()(rng, 9, 4), Orthogonal()(rng, 4, 9)
    assert r"\delta" in derivation(Orthogonal(), 9, 4).lines[-1].tex
    delta, a = rng.standard_normal(4), rng.standard_normal(4)
    assert np.linalg.norm(delta @ narrow.T) == pytest.approx(np.linalg.norm(delta))
    assert "a W" in derivation(Orthogonal(), 4, 9).lines[-1].tex
    assert np.linalg.norm(a @ wide) == pytest.approx(np.linalg.norm(a))


def test_an_unknown_scheme_still_gets_its_spread() -> None:
    @dataclasses.dataclass(frozen=True, slots=True)
    class Toy(HeNormal):
        kind = "toy"

    lines = derivation(Toy(), 50, 50).lines
    assert lines[0].values == {"std": "0.2"}
    assert len(lines) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_lines_of_numbers_fit_the_right_column(kind: str) -> None:
    for n_in, n_out in itertools.product((1, 7, 999, 1000), repeat=2):
        assert max(map(len, numbers(INITIALIZERS[kind](), n_in, n_out))) <= ONE_LINE
