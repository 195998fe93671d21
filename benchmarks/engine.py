"""The engine alone beside other engines."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.recipes import race, schedules, swarm
from benchmarks.registry import Measured, row
from benchmarks.timing import against_frame, compare, milliseconds
from engine.activations.rectifiers import ReLU
from engine.initializers import HeNormal
from engine.network import Network, NetworkSettings, begin, generator, layer_statistics, train_step
from engine.network.losses import MeanSquaredError
from engine.optimizers.adaptive import Adam
from engine.optimizers.gradient_descent import Momentum
from engine.schedules import Constant, Schedule
from engine.simulations.race_map_axes import axes_of
from engine.simulations.race_map_rates import neutral, rate_map
from engine.simulations.race_swarm import plans_of
from engine.simulations.race_swarm_basins import Basins, basins_of, least_stay, targets_of
from engine.simulations.race_swarm_flock import Plan, begun, moved, starts_of
from engine.surfaces import EllipticBowl, Rosenbrock

STEPS = 300
RATE = 0.001


@row("race-solved", "five racers × 300 steps", "torch.optim, same rules", 0.08)
def race_solved() -> Measured:
    """The chapter's race solved from its start to step 300, five rules one by one in float64.

    Ours keeps positions, losses, gradient and step sizes of every step, and its checkpoints; the peer, eager and by
    automatic differentiation, keeps nothing. Both must end at the same places.
    """
    from benchmarks.peers.torch_race import final_positions

    recipe = race(STEPS)

    def ours() -> None:
        recipe.timeline().seek(STEPS)

    timeline = recipe.timeline()
    timeline.seek(STEPS)
    ended = timeline.frame().positions
    off = abs(final_positions(STEPS) - ended).max()
    if off > 1e-9:
        raise ArithmeticError(f"torch.optim ends {off} away from the engine")
    return compare(lambda: [milliseconds(ours)], lambda: [milliseconds(lambda: final_positions(STEPS))], rounds=15)


@row("schedules-solved", "eight schedules × 64 runs × 400 steps", "torch.optim with lr_scheduler", 0.15)
def schedules_solved() -> Measured:
    """SGD on the noisy bowl under eight schedules, solved from the start to step 400, all statistics recorded.

    The peer, eager and by automatic differentiation, has one stacked float64 tensor for the runs of each schedule,
    is fed the same noise, and keeps nothing. Both must end at the same places.
    """
    from benchmarks.peers.torch_schedules import final_positions
    from engine.simulations.schedules_tasks import draws

    recipe, steps, runs = schedules(400), 400, 64
    noise = np.concatenate([draws(0, block, runs) for block in (0, 1)])[:steps]
    makers = [torch_maker(entry.schedule, 0.08) for entry in recipe.settings.schedules]

    def ours() -> None:
        recipe.timeline().seek(steps)

    def peer() -> NDArray[np.float64]:
        return final_positions(makers, (-7.0, 2.0), 0.08, noise)

    timeline = recipe.timeline()
    timeline.seek(steps)
    off = abs(peer() - timeline.frame().positions).max()
    if off > 1e-9:
        raise ArithmeticError(f"torch.optim ends {off} away from the engine")
    return compare(lambda: [milliseconds(ours)], lambda: [milliseconds(peer)], rounds=9)


def torch_maker(schedule: Schedule, rate: float) -> Callable[[Any], Any]:
    """The schedule that its PyTorch line makes."""
    import torch

    names = {"torch": torch, "math": math}
    return eval(f"lambda opt: {schedule.torch_line(rate)}", names)  # noqa: S307 - our own text


@row("training-step-4-2", "training step 2-4-2-1, batch 10, Adam", "PyTorch, Adam(fused=True)", 0.16)
def training_step_4_2() -> Measured:
    """A hundred training steps of a ReLU network in float64: forward, mean squared error, backward, Adam; a step's share.

    The peer is eager: modules, automatic differentiation, the loss read. Both begin with the same weights and must
    have the same loss in the end.
    """
    return training_steps((2, 4, 2, 1), 10)


@row("training-step-8-8-8", "training step 2-8-8-8-1, batch 10, Adam", "PyTorch, Adam(fused=True)", 0.18)
def training_step_8_8_8() -> Measured:
    """As the step of the network 2-4-2-1, for three hidden layers of eight."""
    return training_steps((2, 8, 8, 8, 1), 10)


@row("training-step-64-64", "training step 2-64-64-1, batch 32, Adam", "PyTorch, Adam(fused=True)", 0.14)
def training_step_64_64() -> Measured:
    """As the step of the network 2-4-2-1, for two hidden layers of sixty-four."""
    return training_steps((2, 64, 64, 1), 32)


def training_steps(sizes: tuple[int, ...], batch: int, count: int = 100) -> Measured:
    """A training step of ours beside PyTorch's, from the same weights on the same batch."""
    from benchmarks.peers.torch_network import training

    network = Network(NetworkSettings(sizes, ReLU(), HeNormal()), generator(0))
    x = np.random.default_rng(1).standard_normal((batch, 2))
    y = np.sin(x[:, :1])
    peer_step = training([(layer.W, layer.b) for layer in network.layers], x, y, RATE)
    optimizer, schedule, loss = Adam(RATE), Constant(), MeanSquaredError()
    state = begin(network, optimizer, schedule)

    def ours() -> float:
        nonlocal state
        for _ in range(count):
            state, value = train_step(network, optimizer, schedule, loss, x, y, state)
        return value

    def peer() -> float:
        for _ in range(count):
            value = peer_step()
        return value

    apart = abs(ours() / peer() - 1)
    if apart > 1e-9:
        raise ArithmeticError(f"after {count} steps PyTorch's loss is {apart:.1e} away from ours")
    return compare(lambda: [milliseconds(ours) / count], lambda: [milliseconds(peer) / count], rounds=30)


@row("layer-statistics", "50 layers × 64, batch 128, all statistics", "bare products and activations in NumPy", 1.4)
def statistics_of_layers() -> Measured:
    """One batch through a ReLU network forward and back, with all gradients and all statistics of all layers.

    The peer does the same matrix products and activations and keeps no more than they need: no b, no statistics.
    """
    from benchmarks.peers.bare_network import forward_and_back

    network = Network(NetworkSettings((64, *[64] * 50, 1), ReLU(), HeNormal()), generator(0))
    rng = np.random.default_rng(1)
    x, d_output = rng.standard_normal((128, 64)), rng.standard_normal((128, 1))
    weights = [layer.W for layer in network.layers]

    def ours() -> None:
        network.forward(x)
        network.backward(d_output)
        layer_statistics(network)

    def peer() -> None:
        forward_and_back(weights, x, d_output)

    return compare(lambda: [milliseconds(ours)], lambda: [milliseconds(peer)], rounds=100)


@row(
    "swarm-step",
    "swarm, one Adam step of 10 000 starts on Rosenbrock",
    "the bare arithmetic in NumPy, out= everywhere",
    1.3,
)
def swarm_step() -> Measured:
    """One update of every start by the engine's own surface and rule, in float64: a new state, the old one kept whole.

    The peer does the same operations in place and allocates nothing. Both must be at the same places after the first
    fifty steps.
    """
    from benchmarks.peers.bare_adam import bare_adam

    plan = Plan(Rosenbrock(), Adam(RATE), Constant(), noise=0.0, side=100, random=False, length=STEPS, seed=0)
    flocks, count = begun(plan), 50
    places, step = bare_adam(starts_of(plan.surface, plan.side, plan.random, plan.seed), RATE)

    def ours() -> None:
        nonlocal flocks
        for _ in range(count):
            flocks = moved(plan, flocks)

    def peer() -> None:
        for _ in range(count):
            step()

    ours()
    peer()
    off = abs(np.concatenate(flocks.places, axis=1) - places).max()
    if off > 1e-12:
        raise ArithmeticError(f"the bare arithmetic is {off:.1e} away from the engine")
    return compare(lambda: [milliseconds(ours) / count], lambda: [milliseconds(peer) / count], rounds=100)


@row(
    "basins",
    "basins of four optimizers, 120×120, 300 steps each",
    "the same with torch.optim on one stacked tensor",
    0.5,
)
def basins() -> Measured:
    """All starts of all four swarms run to the end, with the minimum that each reaches and the step of its arrival.

    Ours also finds shares by step, medians and nearest minima. Both must agree on all but one start in a thousand:
    where the paths are chaotic, rounding decides.
    """
    from benchmarks.peers.torch_basins import reached

    settings: Any = swarm(120 * 120, STEPS).settings
    plans = plans_of(settings, 0)
    targets, starts = targets_of(plans[0].surface), starts_of(plans[0].surface, 120, False, 0)

    def ours() -> list[Basins]:
        basins_of.cache_clear()
        return [basins_of(plan) for plan in plans]

    def peer() -> list[tuple[Any, Any]]:
        return reached(starts, targets.places.tolist(), targets.radius, STEPS)

    for found, (code, since) in zip(ours(), peer(), strict=True):
        stayed = STEPS - since >= least_stay(STEPS)
        if (found.kind != np.where(stayed, code, -1)).mean() > 1e-3:
            raise ArithmeticError("torch.optim finds other basins")
    return compare(lambda: [milliseconds(ours)], lambda: [milliseconds(peer)], rounds=5)


@row("map", "map 96×64, 200 steps, Momentum on the bowl", "one 60 Hz frame", 2)
def settings_map() -> Measured:
    """Momentum run with 6 144 settings at once, and for each the rate, whether it diverged, and its arrival."""
    surface, rule = EllipticBowl(), Momentum()
    x, y = axes_of(surface, rule, "", "")

    def ours() -> list[float]:
        rate_map.cache_clear()
        return [milliseconds(lambda: rate_map(surface, surface.start, neutral(rule, x, y), x, y, 1e-6))]

    return against_frame(ours, rounds=40)
