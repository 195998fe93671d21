"""The network against PyTorch's: outputs, gradients, running statistics, evaluation, and training."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.initializers import INITIALIZERS
from engine.network import LOSSES, Network, NetworkSettings, begin, generator, train_step
from engine.optimizers import OPTIMIZERS
from engine.schedules import Constant
from tests.engine.test_optimizer_reference import NOT_IN_PYTORCH
from tests.reference import network_cases
from tests.reference.network_cases import NARROW, NORMED, PLAIN, STEPS, TOO_DEEP, NetworkCase, fed_gradient, short

REFERENCE: dict[str, list[Any]] = json.loads(
    (Path(__file__).parents[2] / "reference" / "networks.json").read_text(encoding="utf-8")
)
PASSES = list(zip(network_cases.cases(), REFERENCE["passes"], strict=True))
# Of each tensor's largest entry.
EXACT = 1e-12
Passed = tuple[NetworkCase, dict[str, tuple[float, float]]]


def network_of(case: NetworkCase) -> Network:
    """The network with the parameters of the case."""
    activation = ACTIVATIONS[case.activation](**case.settings)
    settings = NetworkSettings(case.sizes, activation, INITIALIZERS["zeros"](), case.batch_norm, case.residual)
    network = Network(settings, generator(0))
    for name, values in case.parameters().items():
        network.parameters[name][:] = values
    return network


def tensors_of(case: NetworkCase) -> dict[str, Any]:
    """Each tensor that is compared."""
    network = network_of(case)
    x, y = case.data()
    z = network.forward(x)
    value, d_z = LOSSES[case.loss]()(z, y)
    d_input = network.backward(d_z)
    gradients = {f"d_{name}": gradient.copy() for name, gradient in network.gradients.items()}
    tensors = {"loss": np.array(value), "z": z, "d_input": d_input} | gradients | network.running_statistics
    return tensors | {"evaluated": network.forward(x, training=False)}


def farthest(case: NetworkCase, expected: dict[str, tuple[float, float]]) -> tuple[float, str]:
    """How far any tensor is off, of its largest entry, and which.

    A sum of n entries, each off by as much, is off by √n times as much.
    """
    tensors, off = tensors_of(case), []
    for name, (largest, total) in expected.items():
        ours, sum_of_ours = short(tensors[name])
        scale = largest * np.sqrt(tensors[name].size)
        off.append((max(abs(ours - largest), abs(sum_of_ours - total)) / scale if scale else float(ours != 0), name))
    return max(off)


def test_every_activation_loss_and_optimizer_is_compared() -> None:
    compared = [case for case, _ in PASSES]
    assert {case.activation for case in compared} == set(ACTIVATIONS)
    assert {case.loss for case in compared} == set(LOSSES)
    assert {entry["kind"] for entry in REFERENCE["training"]} | set(NOT_IN_PYTORCH) == set(OPTIMIZERS)


def allowed(case: NetworkCase) -> float:
    """How far a tensor may be off, of its largest entry.

    Where batch normalization takes a weight's size out again, as with one unit or without an activation, the weight's
    gradient is a difference of numbers up to 1/ε times as large, and has lost their digits: here and in PyTorch.
    """
    removed = case.batch_norm and ((case.sizes, case.batch) == NARROW or case.activation == "identity")
    return 1e-6 if removed else EXACT


@pytest.mark.parametrize("passed", PASSES, ids=lambda passed: passed[0].name)
def test_one_pass(passed: Passed) -> None:
    case, expected = passed
    off, name = farthest(case, expected)
    if (case.sizes, case.batch) == TOO_DEEP:
        # Each normalization divides by a standard deviation over a few samples: rounding grows with depth.
        assert EXACT < off < 1e-5, name
    else:
        assert off <= allowed(case), name


@pytest.mark.parametrize("passed", [p for p in PASSES if p[0].batch_norm], ids=lambda passed: passed[0].name)
def test_the_gradient_of_what_batch_normalization_removes_is_exactly_0(passed: Passed) -> None:
    case, _ = passed
    tensors = tensors_of(case)
    removed = [f"d_b{number}" for number in range(1, len(case.sizes) - 1)]
    assert all(not tensors[name].any() for name in removed)


@pytest.mark.parametrize("entry", REFERENCE["training"], ids=lambda entry: entry["kind"])
def test_training_steps_along_the_same_gradients(entry: dict[str, Any]) -> None:
    network, optimizer = network_of(NORMED), OPTIMIZERS[entry["kind"]](**entry["settings"])
    vector = network.vector.copy()
    memory, largest = optimizer.init(vector), np.abs(vector)
    for step in range(STEPS):
        for name, gradient in fed_gradient(NORMED, step).items():
            network.gradients[name][:] = gradient
        move, memory = optimizer.update(network.gradient_vector, memory, vector)
        vector = vector + move
        largest = np.maximum(largest, np.abs(vector))
    ended = Network.over(network.settings, vector, network.running).parameters
    sizes = Network.over(network.settings, largest, network.running).parameters
    for name, expected in entry["fed"].items():
        assert np.abs(ended[name].ravel() - expected).max() <= EXACT * sizes[name].max(), name


@pytest.mark.parametrize("entry", [e for e in REFERENCE["training"] if "trained" in e], ids=lambda entry: entry["kind"])
def test_training_on_its_own_gradients(entry: dict[str, Any]) -> None:
    """What rounding leaves is fed back in each step, so digits are lost on the way."""
    network, optimizer = network_of(PLAIN), OPTIMIZERS[entry["kind"]](**entry["settings"])
    schedule, loss = Constant(), LOSSES[PLAIN.loss]()
    x, y = PLAIN.data()
    state, losses = begin(network, optimizer, schedule), []
    for _ in range(STEPS):
        state, value = train_step(network, optimizer, schedule, loss, x, y, state)
        losses.append(value)
    np.testing.assert_allclose(losses[::10], entry["trained"]["losses"], rtol=1e-10)
    state.load(network)
    for name, (largest, total) in entry["trained"]["parameters"].items():
        assert short(network.parameters[name]) == pytest.approx((largest, total), abs=1e-9 * largest), name
