"""Why non-linear: a network of two layers in five steps. Without a non-linearity its layers multiply out into one."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.activations import Activation
from engine.diagnostics import Verdict
from engine.simulations.activations_collapse_verdicts import judge_collapse
from engine.simulations.activations_scene import HIGH, LOW, POINTS, inputs, names, one_pass
from engine.simulations.base import Array

if TYPE_CHECKING:
    from engine.simulations.activations import ActivationsSettings

STEPS = 5
UNITS = 3
WEIGHT_STEP = 0.05
"""Weights are drawn, then rounded to this, so that they can be multiplied by hand."""

FIRST_LAYER, BETWEEN, SECOND_LAYER, ONE_LAYER, COMPARED = range(1, STEPS + 1)
"""What each step adds; step 0 is the input."""


@dataclass(frozen=True, slots=True, eq=False)
class TwoLayers:
    """1 input, `UNITS` hidden units, 1 output: z = x W₁ + b₁, y = a W₂ + b₂. Batches are rows.

    `w1` (1, UNITS), `b1` (UNITS,), `w2` (UNITS, 1), `b2` (1,).
    """

    w1: Array
    b1: Array
    w2: Array
    b2: Array

    def hidden(self, x: Array) -> Array:
        """Map x, shape (batch, 1), to z = x W₁ + b₁, shape (batch, UNITS)."""
        return np.asarray(x @ self.w1 + self.b1)

    def output(self, a: Array) -> Array:
        """Map a, shape (batch, UNITS), to y = a W₂ + b₂, shape (batch, 1)."""
        return np.asarray(a @ self.w2 + self.b2)

    def multiplied(self) -> tuple[Array, Array]:
        """W = W₁ W₂, shape (1, 1), and b = b₁ W₂ + b₂, shape (1,): the one layer that both make without f."""
        return self.w1 @ self.w2, self.b1 @ self.w2 + self.b2


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The straight line y = slope · x + offset that is nearest to a network's outputs over the inputs.

    `miss` is the root of the mean squared distance, `spread` the standard deviation of the outputs.
    """

    slope: float
    offset: float
    miss: float
    spread: float


@dataclass(frozen=True, slots=True, eq=False)
class CollapseScene:
    """All curves over the visible x axis, shape (m,); per function: hidden outputs (n, UNITS, m), outputs (n, m).

    `one` is the line of the single layer, `lines` the best straight line for each function's network. `difference` is
    the largest distance between two linear layers and one, over the axis: rounding. `band` is where the inputs lie:
    mean ± two standard deviations.
    """

    names: tuple[str, ...]
    colours: tuple[int, ...]
    activations: tuple[Activation, ...]
    layers: TwoLayers
    w: float
    b: float
    x: Array
    hidden: Array
    linear: Array
    activated: Array
    outputs: Array
    one: Array
    lines: tuple[Line, ...]
    fits: Array
    difference: float
    band: tuple[float, float]
    hidden_view: tuple[float, float]
    output_view: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class CollapseFrame:
    """One input's way. `z` (UNITS,), `a` (n, UNITS); y of the linear network, of one layer, of each function's (n,)."""

    step: int
    x: float
    z: Array
    a: Array
    linear: float
    one: float
    outputs: Array
    verdicts: tuple[Verdict, ...]


class CollapseSimulation:
    """The state is the number of the step; the record holds it, since nothing else changes from step to step."""

    def length(self, settings: ActivationsSettings) -> int:
        """First layer, non-linearity, second layer, multiplied out, compared."""
        return STEPS

    def start(self, settings: ActivationsSettings, seed: int) -> tuple[int, int]:
        """The input; the seed goes along, for it says which weights."""
        return 0, seed

    def advance(self, settings: ActivationsSettings, state: tuple[int, int]) -> tuple[int, int]:
        """The next thing to see."""
        return state[0] + 1, state[1]

    def record(self, settings: ActivationsSettings, state: tuple[int, int]) -> Array:
        """The step."""
        return np.array([float(state[0])])

    def scene(self, settings: ActivationsSettings, seed: int) -> CollapseScene:
        """Both networks on the whole axis, for every function."""
        layers = draw_layers(seed)
        x = np.linspace(LOW, HIGH, POINTS)
        activations = tuple(entry.activation for entry in settings.functions)
        hidden = layers.hidden(x[:, None])
        activated = np.stack([one_pass(f, hidden) for f in activations])
        linear = layers.output(hidden)[:, 0]
        (w,), (b,) = (part.ravel().tolist() for part in layers.multiplied())
        lines = tuple(best_line(seed, f, settings.mean, settings.spread) for f in activations)
        outputs = layers.output(activated)[:, :, 0]
        return CollapseScene(
            names(settings), tuple(entry.colour for entry in settings.functions), activations, layers, w, b, x,
            hidden.T, linear, activated.transpose(0, 2, 1), outputs, w * x + b, lines,
            np.stack([line.slope * x + line.offset for line in lines]), float(np.abs(linear - (w * x + b)).max()),
            (settings.mean - 2 * settings.spread, settings.mean + 2 * settings.spread), _view(hidden), _view(np.append(outputs, linear)),
        )  # fmt: skip

    def frame(self, settings: ActivationsSettings, step: int, state: tuple[int, int], record: Array) -> CollapseFrame:
        """One input's way through both networks, and what it shows."""
        layers = draw_layers(state[1])
        x = float(settings.mode.x)  # type: ignore[attr-defined]
        z = layers.hidden(np.array([[x]]))
        functions = [entry.activation for entry in settings.functions]
        a = np.stack([one_pass(f, z[0]) for f in functions])
        w, b = layers.multiplied()
        lines = [best_line(state[1], f, settings.mean, settings.spread) for f in functions]
        return CollapseFrame(
            step, x, z[0], a, float(layers.output(z)[0, 0]), float(x * w[0, 0] + b[0]), layers.output(a)[:, 0],
            judge_collapse(names(settings), lines, float(w[0, 0]), float(b[0]), step >= ONE_LAYER, step >= COMPARED),
        )  # fmt: skip


@functools.lru_cache(maxsize=8)
def draw_layers(seed: int) -> TwoLayers:
    """Weights with kinks spread over the axis: unit i bends near x = -3, 0 or 3, so that no draw looks straight."""
    rng = np.random.default_rng(seed)
    signs = rng.permutation([1.0, 1.0, -1.0])
    w1 = _rounded(signs * rng.uniform(0.6, 1.4, UNITS))
    kinks = np.array([-3.0, 0.0, 3.0]) + rng.uniform(-0.8, 0.8, UNITS)
    w2 = _rounded(rng.permutation([1.0, -1.0, 1.0]) * rng.uniform(0.5, 1.3, UNITS))
    return TwoLayers(w1[None, :], _rounded(-w1 * kinks), w2[:, None], _rounded(rng.uniform(-0.8, 0.8, 1)))


def _rounded(values: Array) -> Array:
    """Multiples of `WEIGHT_STEP`, free of rounding dust, and not to be written to."""
    rounded = np.round(np.round(values / WEIGHT_STEP) * WEIGHT_STEP, 2)
    rounded.flags.writeable = False
    return np.asarray(rounded)


@functools.lru_cache(maxsize=256)
def best_line(seed: int, activation: Activation, mean: float, spread: float) -> Line:
    """The least-squares line through the outputs of the layers with `activation` between them, over N(mean, spread)."""
    layers, x = draw_layers(seed), inputs(mean, spread, seed)
    y = layers.output(one_pass(activation, layers.hidden(x[:, None])))[:, 0]
    centred = x - x.mean()
    slope = float(centred @ (y - y.mean()) / (centred @ centred))
    offset = float(y.mean() - slope * x.mean())
    return Line(slope, offset, float(np.sqrt(np.mean((y - slope * x - offset) ** 2))), float(y.std()))


def _view(values: Array) -> tuple[float, float]:
    """An axis around 0 that holds most of `values` and stays readable."""
    reach = 1.08 * min(max(float(np.abs(values).max()), 2.0), 5.0)
    return -reach, reach
