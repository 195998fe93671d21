"""Initialization, mode `weights`: one step draws one row of W under every scheme.

All schemes make their weights from one standard-normal draw, so they differ only in what they do to it. A state holds
the running moments and counts of the rows drawn so far, and refers to the whole draw, which is made at the start.
"""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.activations.base import figure
from engine.diagnostics import Verdict
from engine.initializers import Initializer, NormalInitializer, UniformInitializer
from engine.parameter import parameters
from engine.simulations.base import Array
from engine.simulations.initialization_chance import Chance, chance
from engine.simulations.initialization_derivations import Derivation, derivation
from engine.simulations.initialization_verdicts import Deviation, draw_verdict, signal_verdict

if TYPE_CHECKING:
    from engine.simulations.initialization import InitializationSettings

Counts = NDArray[np.int64]

# Histograms: finest bins on either side of 0, and their width in standard deviations (a bounded law has its own).
HALF, WIDTH = 64, 0.1
# Bins are joined by these many while few weights are drawn.
JOINED = (1, 2, 4, 8)
# The w axis reaches this many standard deviations, or this far beyond the ends of a bounded law; colours reach SPAN.
REACH, BEYOND, SPAN = 4.0, 1.25, 3.0
CURVE_POINTS = 161
SEVERITIES = ("bad", "note", "good")


@functools.lru_cache(maxsize=1)
def _stream(seed: int, count: int) -> Array:
    """The first numbers of the seed's standard-normal stream: a drag of the layer's size asks for the same ones."""
    numbers = np.random.default_rng(seed).standard_normal(count)
    numbers.flags.writeable = False
    return numbers


class Draw:
    """The whole draw: `weights` of shape (schemes, n_in, n_out), read-only, and the bin width of each scheme.

    Not a dataclass: a timeline weighs what a state adds to memory, and this is the same object in all states of a run.
    """

    __slots__ = ("bins", "weights")

    def __init__(self, schemes: tuple[Initializer, ...], n_in: int, n_out: int, seed: int) -> None:
        """Draw once, and let every scheme make its weights of it."""
        normal = _stream(seed, 1 << (n_in * n_out - 1).bit_length())[: n_in * n_out].reshape(n_in, n_out)
        self.weights = np.empty((len(schemes), n_in, n_out))
        for own, scheme in zip(self.weights, schemes, strict=True):
            own[:] = scheme.weights(normal)
        self.weights.flags.writeable = False
        self.bins = np.array([bin_width(scheme, n_in, n_out) for scheme in schemes])


@dataclass(frozen=True, slots=True, eq=False)
class WeightsState:
    """`rows` rows drawn: the mean, Σ(w − mean)² and bin counts of each scheme, shapes (schemes,) and (schemes, bins)."""

    draw: Draw
    rows: int
    mean: Array
    squares: Array
    counts: Counts


@dataclass(frozen=True, slots=True, eq=False)
class SchemeScene:
    """What holds for one scheme throughout a run.

    `law` is the law of a weight in TeX, `std` is expected of one, `chance` how far off samples may lie. `edges` are the finest bins; `curve` is the
    density as (w, density), None where all weight lies on single values. `reach` and `top` are good ends for the axes
    of the histogram, `level` for the colours of the matrix. Schemes of the same `family` give the same curves of mean
    and standard deviation, measured in their own standard deviations; None says that chance has no part.
    """

    law: str
    std: float
    chance: Chance
    edges: Array
    curve: tuple[Array, Array] | None
    reach: float
    top: float
    level: float
    family: str | None
    derivation: Derivation
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class WeightsScene:
    """What stays the same for a run; `reach` and `level` are those of all schemes together."""

    n_in: int
    n_out: int
    schemes: tuple[SchemeScene, ...]
    reach: float
    level: float


@dataclass(frozen=True, slots=True, eq=False)
class WeightsFrame:
    """`step` rows are drawn, of `weights` (schemes, n_in, n_out); NaN stands for the moments of nothing.

    `heights` is the histogram as a density, over every `joined`-th of the scene's edges. Scores count standard errors.
    """

    step: int
    verdicts: tuple[Verdict, ...]
    weights: Array
    mean: Array
    std: Array
    mean_score: Array
    std_score: Array
    heights: Array
    joined: int


class WeightsSimulation:
    """W fills row by row; see `engine.simulations.base.Simulation`."""

    def length(self, settings: InitializationSettings) -> int:
        """One step for each row."""
        return settings.n_in

    def start(self, settings: InitializationSettings, seed: int) -> WeightsState:
        """All is drawn, no row of it is seen yet."""
        draw = Draw(settings.initializers, settings.n_in, settings.n_out, seed)
        count = len(settings.schemes)
        return WeightsState(draw, 0, np.zeros(count), np.zeros(count), np.zeros((count, 2 * HALF), dtype=np.int64))

    def advance(self, settings: InitializationSettings, state: WeightsState) -> WeightsState:
        """One more row, its moments joined to those before it (Chan, Golub and LeVeque 1979)."""
        row = state.draw.weights[:, state.rows]
        before, new = state.rows, row.shape[1]
        row_mean = row.mean(axis=1)
        apart = row_mean - state.mean
        squares = np.square(row - row_mean[:, np.newaxis]).sum(axis=1) + apart**2 * (new * before / (before + 1))
        mean = state.mean + apart / (before + 1)
        return WeightsState(state.draw, before + 1, mean, state.squares + squares, state.counts + _counted(row, state))

    def record(self, settings: InitializationSettings, state: WeightsState) -> Array:
        """Mean and standard deviation of the rows drawn so far, one pair per scheme; NaN before the first."""
        return np.column_stack((_mean(state), _std(state))).ravel()

    def scene(self, settings: InitializationSettings, seed: int) -> WeightsScene:
        """What is expected of each scheme."""
        n_in, n_out = settings.n_in, settings.n_out
        schemes = tuple(scheme_scene(i, s, n_in, n_out) for i, s in enumerate(settings.initializers))
        reach, level = max(s.reach for s in schemes), max(s.level for s in schemes)
        return WeightsScene(n_in, n_out, schemes, reach or 1.0, level or 1.0)

    def frame(self, settings: InitializationSettings, step: int, state: WeightsState, record: Array) -> WeightsFrame:
        """What is drawn so far, and how it compares with what chance lets expect."""
        mean, std = _mean(state), _std(state)
        scores = np.zeros((2, len(settings.schemes)))
        if step:
            scores = np.hstack([_scores(settings, i, step, mean[i], std[i]) for i in range(len(settings.schemes))])
        joined = joined_bins(step * settings.n_out)
        return WeightsFrame(
            step=step,
            verdicts=_verdicts(settings, step, scores, std),
            weights=state.draw.weights,
            mean=mean,
            std=std,
            mean_score=scores[0],
            std_score=scores[1],
            heights=_heights(state, joined, settings.n_out),
            joined=joined,
        )


def _scores(settings: InitializationSettings, index: int, rows: int, mean: float, std: float) -> Array:
    """How many standard errors mean and standard deviation of a scheme are off, shape (2, 1)."""
    error = chance(settings.initializers[index], np.array([float(rows)]), settings.n_in, settings.n_out)
    return np.array(error.scores(mean, std))


def _verdicts(settings: InitializationSettings, rows: int, scores: Array, std: Array) -> tuple[Verdict, ...]:
    """What is said of every scheme: of its draw so far, and of its signal; the worst first."""
    verdicts: list[Verdict] = []
    for i, scheme in enumerate(settings.initializers):
        expected = scheme.std(settings.n_in, settings.n_out)
        off = Deviation(float(scores[0, i]), float(scores[1, i]), float(std[i] / expected - 1) if expected else 0.0)
        verdicts.append(draw_verdict(i, scheme.title, rows, settings.n_out, off if expected else None))
        verdicts.append(signal_verdict(i, scheme.title, expected, settings.n_in, settings.n_out))
    return tuple(sorted(verdicts, key=lambda verdict: SEVERITIES.index(verdict.severity)))


def _counted(row: Array, state: WeightsState) -> Counts:
    """How many weights of a row (schemes, n_out) fall into each bin; what lies beyond the last is counted there."""
    places = np.clip(np.floor(row / state.draw.bins[:, np.newaxis]).astype(np.int64) + HALF, 0, 2 * HALF - 1)
    places += 2 * HALF * np.arange(len(row))[:, np.newaxis]
    return np.bincount(places.ravel(), minlength=state.counts.size).reshape(state.counts.shape)


def _mean(state: WeightsState) -> Array:
    return state.mean if state.rows else np.full(len(state.mean), np.nan)


def _std(state: WeightsState) -> Array:
    """The population form, as `np.std`."""
    if not state.rows:
        return np.full(len(state.mean), np.nan)
    return np.asarray(np.sqrt(state.squares / (state.rows * state.draw.weights.shape[2])))


def _heights(state: WeightsState, joined: int, n_out: int) -> Array:
    """Bin counts as a density: 1 in all over the w axis."""
    counts = state.counts.reshape(len(state.counts), -1, joined).sum(axis=2)
    return np.asarray(counts / (max(state.rows, 1) * n_out * joined * state.draw.bins[:, np.newaxis]))


def joined_bins(count: int) -> int:
    """How many of the finest bins make one bar for `count` weights.

    Near the width 2.7 σ/∛N that suits a normal law best (Freedman and Diaconis 1981), and never under the finest.
    """
    wanted = 2.7 / WIDTH / max(count, 1) ** (1 / 3)
    return JOINED[min(max(round(math.log2(wanted)), 0), len(JOINED) - 1)]


def bin_width(initializer: Initializer, n_in: int, n_out: int) -> float:
    """The width of the finest bins: so that no bar reaches across the end of a bounded law."""
    end = law_end(initializer, n_in, n_out)
    if math.isfinite(end) and end > 0:
        return end * (1 + 1e-12) / (2 * JOINED[-1])  # a weight on the very end belongs to the bar before it
    return WIDTH * initializer.std(n_in, n_out) or 1.0


def law_end(initializer: Initializer, n_in: int, n_out: int) -> float:
    """The largest weight that a law allows, found where its density ends; infinite if that is beyond `REACH` σ."""
    sigma = initializer.std(n_in, n_out)
    low, high = 0.0, REACH * sigma
    last = initializer.density(np.array([high]), n_in, n_out)
    if last is None:
        return sigma  # single values
    if last[0] > 0:
        return math.inf
    for _ in range(60):
        middle = (low + high) / 2
        inside = initializer.density(np.array([middle]), n_in, n_out)
        assert inside is not None
        low, high = (middle, high) if inside[0] > 0 else (low, middle)
    return high


def scheme_scene(index: int, initializer: Initializer, n_in: int, n_out: int) -> SchemeScene:
    """What is expected of the scheme at place `index`."""
    std, end = initializer.std(n_in, n_out), law_end(initializer, n_in, n_out)
    reach = min(REACH * std, BEYOND * end)
    curve = _density_curve(initializer, reach, n_in, n_out)
    return SchemeScene(
        law=law_of(initializer),
        std=std,
        chance=chance(initializer, np.arange(1.0, n_in + 1), n_in, n_out),
        edges=bin_width(initializer, n_in, n_out) * np.arange(-HALF, HALF + 1.0),
        curve=curve,
        reach=reach,
        top=_top(curve, std, n_in * n_out),
        level=SPAN * std,
        family=_family(initializer) if std else None,
        derivation=derivation(initializer, n_in, n_out),
        verdict=signal_verdict(index, initializer.title, std, n_in, n_out),
    )


def law_of(initializer: Initializer) -> str:
    """The formula of a scheme's law without "W ~", and with its settings' values for their symbols: `N(0, 0.01)`."""
    law = initializer.formula.removeprefix(r"W \sim ")
    for name, declared in parameters(type(initializer)).items():
        if declared.symbol:
            symbol = rf"(?<![A-Za-z\\]){re.escape(declared.symbol)}(?![A-Za-z])"
            law = re.sub(symbol, figure(getattr(initializer, name)), law)
    return law


def _density_curve(initializer: Initializer, reach: float, n_in: int, n_out: int) -> tuple[Array, Array] | None:
    w = np.linspace(-reach, reach, CURVE_POINTS)
    density = initializer.density(w, n_in, n_out)
    return None if density is None else (w, density)


def _top(curve: tuple[Array, Array] | None, std: float, count: int) -> float:
    """A height that the bars of all `count` weights stay below, but for one draw in hundreds."""
    if not std:
        return 1.0
    peak = 0.4 / std if curve is None else min(float(curve[1].max()), 1 / std)
    expected = count * peak * joined_bins(count) * WIDTH * std
    return 1.1 * peak * (1 + 3 / math.sqrt(expected))


def _family(initializer: Initializer) -> str:
    """Schemes that only scale the same numbers are of one family."""
    for base in (NormalInitializer, UniformInitializer):
        if isinstance(initializer, base):
            return base.__name__
    return initializer.kind


def relative_curves(scene: WeightsScene, record: Array) -> tuple[Array, Array]:
    """Mean and standard deviation of each scheme in units of its expected one, shapes (schemes, steps of `record`).

    A scheme without chance gives NaN: there is nothing to measure it by.
    """
    scale = np.array([scheme.std or np.nan for scheme in scene.schemes])[:, np.newaxis]
    return record[:, ::2].T / scale, record[:, 1::2].T / scale


def relative_bands(scheme: SchemeScene, errors: float = 2.0) -> tuple[Array, Array]:
    """Where chance puts mean and standard deviation of the first k rows, in units of the expected one.

    Two arrays (2, n_in): low and high ends, `errors` standard errors around the expectation. Zeros give zeros.
    """
    scale, expected = scheme.std or 1.0, scheme.chance
    sides = np.array([[-errors], [errors]])
    return sides * expected.mean_error / scale, (expected.std_center + sides * expected.std_error) / scale
