"""The optimizers beyond the chapter's: what each changes, Lion against its paper, and laws over all settings."""

from __future__ import annotations

import copy
import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.optimizers import OPTIMIZERS, Adadelta, Adam, Adamax, AdamW, Lion, NAdam, Optimizer, RAdam, Rprop
from engine.optimizers.base import Array
from engine.parameter import SettingsError, parameters
from tests.engine.samples import settings_of

REFERENCE = json.loads((Path(__file__).parents[1] / "reference" / "optimizers.json").read_text(encoding="utf-8"))
each = pytest.mark.parametrize("kind", OPTIMIZERS)


def fed(optimizer: Optimizer, grads: list[Any], start: object, factors: tuple[float, ...] = (1.0,)) -> Array:
    """Where `optimizer` is after each of the given gradients, the start first."""
    params = np.array(start)
    state, path = optimizer.init(params), [params]
    for step, g in enumerate(grads):
        delta, state = optimizer.update(np.array(g), state, params, factors[step % len(factors)])
        params = params + delta
        path.append(params)
    return np.array(path)


# -- Lion -------------------------------------------------------------------------------------------------------------


def series() -> dict[str, list[Any]]:
    """All gradients that PyTorch's rules were fed: bowl, Rosenbrock, a small network, extremes, several shapes."""
    own = {c["name"]: c["grads"] for c in REFERENCE["cases"] if c["kind"] == "sgd" and isinstance(c["grads"], list)}
    return own | REFERENCE["series"]


def lion_of_the_paper(grads: list[float], w: float, eta: float, beta1: float, beta2: float, decay: float) -> float:
    """Algorithm 2 of Chen et al. 2023, for one parameter: where it is in the end."""
    m = 0.0
    for g in grads:
        c = beta1 * m + (1 - beta1) * g
        sign = (c > 0) - (c < 0)
        w = w - eta * (sign + decay * w)
        m = beta2 * m + (1 - beta2) * g
    return w


@pytest.mark.parametrize("name", series())
@pytest.mark.parametrize(("eta", "decay"), [(1e-4, 0.0), (0.03, 0.0), (0.03, 0.5)])
def test_lion_is_the_papers_algorithm(name: str, eta: float, decay: float) -> None:
    grads = series()[name]
    assert len(grads) == 200
    start = np.linspace(-2.0, 1.5, np.size(grads[0])).reshape(np.shape(grads[0]))
    path = fed(Lion(learning_rate=eta, weight_decay=decay), grads, start)
    columns = np.array(grads).reshape(200, -1).T.tolist()
    for steps in (1, 2, 3, 50, 200):
        expected = [
            lion_of_the_paper(g[:steps], w, eta, 0.9, 0.99, decay)
            for g, w in zip(columns, start.ravel().tolist(), strict=True)
        ]
        np.testing.assert_allclose(path[steps].ravel(), expected, rtol=1e-12, atol=1e-15)


def test_lion_moves_by_its_learning_rate_and_nothing_else() -> None:
    path = fed(Lion(learning_rate=0.01), [[1e-200, -3.0, 0.0, 1e150]] * 3, np.zeros(4))
    np.testing.assert_allclose(np.diff(path, axis=0), [[-0.01, 0.01, 0.0, -0.01]] * 3, rtol=1e-13)


# -- what each changes ------------------------------------------------------------------------------------------------


def test_adamw_without_decay_is_adam_and_with_it_shrinks_all_alike() -> None:
    grads = np.random.default_rng(0).normal(size=(50, 3)).tolist()
    start = [1.0, -2.0, 30.0]
    np.testing.assert_array_equal(fed(AdamW(weight_decay=0.0), grads, start), fed(Adam(), grads, start))
    still = fed(AdamW(learning_rate=0.1, weight_decay=0.5), [[0.0] * 3] * 10, start)
    np.testing.assert_allclose(still[-1], np.array(start) * 0.95**10, rtol=1e-14)
    # Adam's penalty is divided by the gradient's size; AdamW's is not.
    large = (np.array(grads) * 1e6).tolist()
    shrunk = fed(AdamW(weight_decay=0.1), large, start) - fed(Adam(), large, start)
    assert shrunk[1] == pytest.approx(-0.001 * 0.1 * np.array(start), rel=1e-9)


@pytest.mark.parametrize("cls", [Adadelta, Adamax, NAdam, RAdam])
def test_weight_decay_in_the_gradient_is_a_penalty_on_the_loss(cls: type[Any]) -> None:
    optimizer, params = cls(weight_decay=0.3), np.array([2.0, -1.0])
    grads = np.array([0.5, 4.0])
    plain = replace(optimizer, weight_decay=0.0)
    one, _ = optimizer.update(grads, optimizer.init(params), params)
    other, _ = plain.update(grads + 0.3 * params, plain.init(params), params)
    np.testing.assert_array_equal(one, other)
    stages = optimizer.stages(grads, optimizer.init(params), params)
    assert [s.symbol for s in stages[:2]] == ["g", "g"]
    np.testing.assert_array_equal(stages[1].value, grads + 0.3 * params)
    assert len(plain.stages(grads, plain.init(params), params)) == len(stages) - 1


@pytest.mark.parametrize("cls", [AdamW, Lion])
def test_decoupled_decay_is_scheduled_with_the_learning_rate(cls: type[Any]) -> None:
    optimizer, params = cls(learning_rate=0.1, weight_decay=0.5), np.array([2.0])
    delta, _ = optimizer.update(np.zeros(1), optimizer.init(params), params, 0.1)
    assert delta[0] == pytest.approx(-0.1 * 0.1 * 0.5 * 2.0)
    stage = next(s for s in optimizer.stages(np.zeros(1), optimizer.init(params), params, 0.1) if "lambda" in s.symbol)
    assert stage.value[0] == -delta[0]


def test_adadeltas_first_step_does_not_depend_on_the_gradients_size() -> None:
    """√ε / √(1 − ρ): ε sets the pace of the start."""
    path = fed(Adadelta(epsilon=1e-6), [[1.0, 1e3, -1e150]], [0.0, 0.0, 0.0])
    np.testing.assert_allclose(path[1], np.array([-1, -1, 1]) * math.sqrt(1e-6 / 0.1), rtol=1e-4)


def test_adamax_never_moves_farther_than_its_learning_rate_after_one_huge_gradient() -> None:
    grads = [[1.0]] * 20 + [[1e150]] + [[1.0]] * 20
    steps = np.abs(np.diff(fed(Adamax(learning_rate=0.1), grads, [0.0]), axis=0))
    assert steps.max() <= 0.1 * (1 + 1e-12)
    assert steps[21:].max() < 0.1


def test_nadams_momentum_rises_to_beta1() -> None:
    optimizer = NAdam()
    momenta = [optimizer.momentum(t) for t in (1, 100, 10_000, 1_000_000)]
    assert momenta == sorted(momenta)
    assert momenta[0] == pytest.approx(0.45, abs=1e-3)
    assert momenta[-1] == pytest.approx(0.9, rel=1e-12)


def test_nadam_gives_the_newest_gradient_more_weight_than_adam() -> None:
    """After a long run of one sign it turns sooner, as Nesterov's rule does against Momentum."""
    grads = [[1.0]] * 30 + [[-1.0]] * 10
    turned = [int(np.argmax(np.diff(fed(o, grads, [0.0])[:, 0])[30:] > 0)) for o in (NAdam(), Adam())]
    assert turned[0] < turned[1]


def test_radam_is_momentum_at_first_then_rectified() -> None:
    optimizer = RAdam(learning_rate=0.1)
    factors = [optimizer.rectification(t) for t in range(1, 3000)]
    assert factors[:5] == [None] * 5
    known = [r for r in factors if r is not None]
    assert len(known) == len(factors) - 5
    assert known == sorted(known)
    assert 0 < known[0] < 0.05
    assert 0.9 < known[-1] < 1
    assert RAdam(beta2=0.5).rectification(1000) is None, "an average this short is never trusted"
    path = fed(optimizer, [[5.0]] * 5, [0.0])
    np.testing.assert_allclose(np.diff(path, axis=0), -0.1 * 5.0, rtol=1e-12)


def test_radams_stages_say_which_of_the_two_it_is() -> None:
    optimizer, params = RAdam(), np.array([1.0])
    state, seen = optimizer.init(params), []
    for _ in range(7):
        stages = optimizer.stages(np.ones(1), state, params)
        seen.append([s.symbol for s in stages])
        _, state = optimizer.update(np.ones(1), state, params)
    assert seen[:5] == [["g", "m", "v", r"\hat m", "w"]] * 5
    assert seen[5:] == [["g", "m", "v", r"\hat m", "l", "w"]] * 2
    move = {s.symbol: s.value for s in stages}
    assert move["w"][0] == pytest.approx(1 - 0.001 * move[r"\hat m"][0] * move["l"][0], rel=1e-15)


def test_rprop_grows_shrinks_and_holds() -> None:
    optimizer = Rprop(learning_rate=0.1)
    path = fed(optimizer, [[3.0], [1e-9], [-2.0], [-2.0], [-1e9]], [0.0])[:, 0]
    # First step; the same sign: 1.2 times; a turn: half, and nobody moves; after it the size as it stands; then grown.
    np.testing.assert_allclose(np.diff(path), [-0.1, -0.12, 0.0, 0.06, 0.072], rtol=1e-12, atol=1e-17)


def test_rprops_steps_stay_within_their_limits() -> None:
    same, turning = [[1.0]] * 100, [[1.0], [-1.0], [-1.0], [1.0]] * 50
    optimizer = Rprop(learning_rate=0.1, step_size_min=1e-3, step_size_max=2.0)
    assert np.abs(np.diff(fed(Rprop(), same, [0.0])[:, 0])).max() == pytest.approx(50.0)
    assert np.abs(np.diff(fed(optimizer, turning, [0.0])[:, 0]))[-4:].max() == pytest.approx(1e-3)


def test_rprops_learning_rate_and_schedule_are_its_first_step_only() -> None:
    grads = np.random.default_rng(1).normal(size=(40, 3)).tolist()
    path = fed(Rprop(learning_rate=0.2), grads, np.ones(3))
    np.testing.assert_array_equal(fed(Rprop(learning_rate=0.4), grads, np.ones(3), (0.5, *[3.0] * 39)), path)
    assert not parameters(Rprop)["learning_rate"].live


def test_rprop_takes_the_sign_of_the_rounded_product_as_pytorch_does() -> None:
    tiny = fed(Rprop(), [[1e-200]] * 5, [0.0])[:, 0]
    np.testing.assert_allclose(np.diff(tiny), -0.01, rtol=1e-12)
    assert np.diff(fed(Rprop(), [[1e-150]] * 5, [0.0])[:, 0])[-1] < -0.02


def test_whole_numbers_as_parameters_do_not_round_the_steps() -> None:
    for cls in OPTIMIZERS.values():
        optimizer = cls(learning_rate=0.1)
        whole, real = np.array([3, -2]), np.array([3.0, -2.0])
        one, _ = optimizer.update(np.array([0.5, 2.0]), optimizer.init(whole), whole)
        other, _ = optimizer.update(np.array([0.5, 2.0]), optimizer.init(real), real)
        np.testing.assert_array_equal(one, other)


def test_what_pytorch_would_refuse_is_refused() -> None:
    for bad in ({"eta_minus": 1.0}, {"eta_plus": 1.0}, {"learning_rate": -1.0}, {"step_size_min": 1.0}):
        with pytest.raises(SettingsError):
            Rprop(**bad)
    with pytest.raises(SettingsError):
        AdamW(weight_decay=-0.1)


# -- laws over all settings -------------------------------------------------------------------------------------------

sizes = st.sampled_from([0.0, -0.0, 1e-200, -1e-200, 1e-9, 1.0, -1.0, 3.5, -1e10, 1e150, -1e150])
gradients = hnp.arrays(float, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3), elements=sizes)


def bits(value: object) -> object:
    """A state, array or number as what it holds to the last bit."""
    return tuple(map(bits, value)) if isinstance(value, tuple) else np.asarray(value).tobytes()


@each
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_inputs_stay_as_they_are_and_the_stages_are_the_update(kind: str, data: st.DataObject) -> None:
    """Any settings, any gradients, any shape, any factor; under errors for all but underflow."""
    optimizer = data.draw(settings_of(OPTIMIZERS[kind]))
    first = data.draw(gradients)
    second = data.draw(hnp.arrays(float, first.shape, elements=sizes))
    factor = data.draw(st.sampled_from([1.0, 0.0, 0.37]))
    params = np.asarray(np.linspace(-5, 7, first.size).reshape(first.shape))
    state = optimizer.init(params)
    with np.errstate(all="raise", under="ignore"):
        for grads in (first, second, first):
            kept = copy.deepcopy((grads, state, params))
            for array in (grads, params, *(s for s in state if isinstance(s, np.ndarray))):
                array.flags.writeable = False
            delta, after = optimizer.update(grads, state, params, factor)
            stages = optimizer.stages(grads, state, params, factor)
            assert bits((grads, state, params)) == bits(kept)
            assert bits(optimizer.update(grads, state, params, factor)) == bits((delta, after))
            assert bits(stages[0].value) == bits(grads)
            assert bits(stages[-1].value) == bits(params + delta)
            assert np.isfinite(delta).all()
            assert all(np.isfinite(s.value).all() and s.name and s.symbol in s.formula for s in stages)
            params, state = np.asarray(params + delta), after


@each
def test_every_rule_says_what_it_is(kind: str) -> None:
    cls = OPTIMIZERS[kind]
    assert cls.title
    assert cls.usual
    assert cls.idea.endswith(".")
    assert any(year in (cls.__doc__ or "") for year in map(str, range(1951, 2025)))
    assert all(note for note in cls.notes())
    assert parameters(cls)["learning_rate"].high == 10
