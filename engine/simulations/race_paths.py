"""The race as paths: every racer takes one update a step, on the same surface, with the same noise."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.diagnostics import Verdict
from engine.optimizers import Stage
from engine.optimizers.base import shown_array, shown_rate
from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.base import Array
from engine.simulations.race_judgement import judge
from engine.surfaces import Surface

if TYPE_CHECKING:
    from engine.simulations.race import RaceSettings

# The record holds these five for each racer, in this order; `gradient` and `step` are lengths.
COLUMNS = ("x", "y", "loss", "gradient", "step")
WIDTH = len(COLUMNS)
# Whether a racer has been outside the picture is judged over so many of the last steps.
LOOK_BACK = 1000
# The noise of so many steps is drawn at once: making a generator costs as much as several steps.
BLOCK = 256
SCHEDULE = QT_TRANSLATE_NOOP("engine", "Schedule")


@dataclass(frozen=True, slots=True, eq=False)
class Update:
    """What every racer's last update was made from: kept to show its stages.

    `positions` and `gradients` (with the noise) are (racers, 2); `settings` those that held for this update.
    """

    settings: RaceSettings
    positions: Array
    gradients: Array
    states: tuple[Any, ...]
    factors: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PathsState:
    """All racers after `step` updates: `rows` (racers, columns) is what the record keeps of them.

    `gradients` (racers, 2) are the surface's own; the noise, which follows from `seed` and step, is added when the
    racers use them.
    """

    step: int
    rows: Array
    gradients: Array
    states: tuple[Any, ...]
    schedules: tuple[Any, ...]
    seed: int
    last: Update | None

    @property
    def positions(self) -> Array:
        """Where the racers are, (racers, 2)."""
        return self.rows[:, :2]

    @property
    def losses(self) -> Array:
        """The surface's value there, (racers,)."""
        return self.rows[:, 2]


@dataclass(frozen=True, slots=True, eq=False)
class PathsScene:
    """What stays: the surface on a grid (`values[j, i]` at `x[i]`, `y[j]`), its contour levels and minima.

    `shade` maps the values to 0 (lowest) … 1 (highest) so that every part of the surface shows some contours.
    """

    x: Array
    y: Array
    values: Array
    shade: Array
    levels: Array
    minima: tuple[tuple[float, float], ...]
    domain: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Excursion:
    """A racer that has been outside the picture: in which steps (first, last), and its farthest place."""

    racer: int
    spans: tuple[tuple[int, int], ...]
    farthest: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class PathsFrame:
    """The race at one step: places and losses, who leads, who is out of the picture, and what to say of it.

    `beyond` (racers,) is how far each lies outside the surface's domain, 0 inside, not finite after overflow.
    """

    step: int
    positions: Array
    losses: Array
    beyond: Array
    order: tuple[int, ...]
    excursion: Excursion | None
    verdicts: tuple[Verdict, ...]
    settings: RaceSettings
    last: Update | None

    def stages(self, racer: int) -> tuple[Stage, ...]:
        """The update that led to this step, in its parts; before the first step, none."""
        if self.last is None:
            return ()
        with np.errstate(all="ignore"):
            return _stages(self.last, racer)


class PathsSimulation:
    """See `engine.simulations.base.Simulation`."""

    def length(self, settings: RaceSettings) -> int:
        """As many steps as asked for."""
        return settings.steps

    def start(self, settings: RaceSettings, seed: int) -> PathsState:
        """Every racer at the start, its optimizer's state fresh."""
        positions = np.tile(np.array(settings.start), (len(settings.racers), 1))
        with np.errstate(all="ignore"):
            rows, gradients = _seen(settings.surface, positions, np.zeros_like(positions))
        return PathsState(
            step=0,
            rows=rows,
            gradients=gradients,
            states=tuple(r.optimizer.init(p) for r, p in zip(settings.racers, positions, strict=True)),
            schedules=tuple(r.schedule.init() for r in settings.racers),
            seed=seed,
            last=None,
        )

    def advance(self, settings: RaceSettings, state: PathsState) -> PathsState:
        """One update of every racer. Overflow is a result: the numbers become inf and NaN, and stay so."""
        step, positions, losses = state.step, state.positions, state.losses.tolist()
        used = _with_noise(settings, state)
        deltas, states, schedules, factors = [], [], [], []
        with np.errstate(all="ignore"):
            for i, racer in enumerate(settings.racers):
                factor, scheduled = racer.schedule.update(step, losses[i], state.schedules[i])
                delta, after = racer.optimizer.update(used[i], state.states[i], positions[i], factor)
                deltas.append(delta)
                states.append(after)
                schedules.append(scheduled)
                factors.append(factor)
            moves = np.array(deltas)
            if not math.isfinite(sum(losses)):
                # From an infinite loss nobody comes back, although the position may still be a number.
                moves[~np.isfinite(state.losses)] = np.nan
            rows, gradients = _seen(settings.surface, positions + moves, moves)
        last = Update(settings, positions, used, state.states, tuple(factors))
        return PathsState(step + 1, rows, gradients, tuple(states), tuple(schedules), state.seed, last)

    def record(self, settings: RaceSettings, state: PathsState) -> Array:
        """For each racer x, y, loss, length of the gradient, length of the last update."""
        return state.rows.ravel()

    def scene(self, settings: RaceSettings, seed: int) -> PathsScene:
        """The surface as it is drawn."""
        return surface_scene(settings.surface)

    def frame(self, settings: RaceSettings, step: int, state: PathsState, record: Array) -> PathsFrame:
        """Standings and verdicts at this step."""
        rows, losses = record.reshape(len(record), -1, WIDTH), state.losses.tolist()
        order = sorted(range(len(losses)), key=lambda i: (not math.isfinite(losses[i]), losses[i], i))
        return PathsFrame(
            step=step,
            positions=state.positions,
            losses=state.losses,
            beyond=beyond(state.positions, settings.surface.domain),
            order=tuple(order),
            excursion=excursion(settings, rows),
            verdicts=judge(settings, rows),
            settings=settings,
            last=state.last,
        )


def beyond(positions: Array, domain: tuple[float, float, float, float]) -> Array:
    """How far each position (…, 2) lies outside the domain (…); 0 inside."""
    low, high = np.array(domain[::2]), np.array(domain[1::2])
    with np.errstate(all="ignore"):
        over = np.maximum(np.maximum(low - positions, positions - high), 0.0)
        return np.asarray(np.hypot(over[..., 0], over[..., 1]))


def _outside(places: Array, domain: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    """Which of the places (…, 2) lie outside the domain, and not merely nowhere (…)."""
    (x, y), (x0, x1, y0, y1) = np.moveaxis(places, -1, 0), domain
    return np.asarray((x < x0) | (x > x1) | (y < y0) | (y > y1))


def excursion(settings: RaceSettings, rows: Array) -> Excursion | None:
    """The longest way out among the racers that are back; judged over the last `LOOK_BACK` steps."""
    first, domain = max(0, len(rows) - LOOK_BACK), settings.surface.domain
    places = rows[first:, :, :2]
    out = _outside(places, domain)
    best: tuple[float, int, int] | None = None
    for racer in np.flatnonzero(out.any(axis=0) & ~out[-1]).tolist():
        away = np.flatnonzero(out[:, racer])
        reach = beyond(places[away, racer], domain)
        farthest = int(reach.argmax())
        whole = math.isfinite(reach[farthest]) and np.isfinite(places[:, racer]).all()
        if whole and (best is None or reach[farthest] > best[0]):
            best = float(reach[farthest]), racer, int(away[farthest])
    if best is None:
        return None
    _, racer, farthest = best
    steps = np.flatnonzero(out[:, racer])
    gaps = np.flatnonzero(np.diff(steps) > 1)
    begins, ends = [steps[0], *steps[gaps + 1]], [*steps[gaps], steps[-1]]
    spans = tuple((int(a) + first, int(b) + first) for a, b in zip(begins, ends, strict=True))
    x, y = places[farthest, racer].tolist()
    return Excursion(racer, spans, (x, y))


def _seen(surface: Surface, positions: Array, moves: Array) -> tuple[Array, Array]:
    """The racers' rows of the record, and the gradients at their positions."""
    x, y = positions[:, 0], positions[:, 1]
    gradients = surface.gradient(x, y)
    rows = np.empty((len(positions), WIDTH))
    rows[:, :2] = positions
    rows[:, 2] = surface.value(x, y)
    np.hypot(gradients[:, 0], gradients[:, 1], out=rows[:, 3])
    np.hypot(moves[:, 0], moves[:, 1], out=rows[:, 4])
    return rows, gradients


def _stages(update: Update, racer: int) -> tuple[Stage, ...]:
    """A rule's stages, with what the race adds to them: the noise in the gradient, the schedule's factor in η."""
    entry, factor = update.settings.racers[racer], update.factors[racer]
    position, used = update.positions[racer], update.gradients[racer]
    first, *rest = entry.optimizer.stages(used, update.states[racer], position, factor)
    if update.settings.noise:
        own = update.settings.surface.gradient(position[0], position[1])
        numbers = f"{shown_array(own)} + {shown_array(used - own)}"
        first = replace(first, formula=r"g = \nabla f(w) + \sigma \xi", numbers=numbers)
    if factor == 1:
        return (first, *rest)
    rate = float(getattr(entry.optimizer, "learning_rate", math.nan))
    numbers = f"{shown_rate(rate)} · {shown_rate(factor)}"
    scheduled = Stage(r"\eta_t", r"\eta_t = \eta \, s_t", np.array(rate * factor), SCHEDULE, numbers)
    return (first, scheduled, *rest)


def _with_noise(settings: RaceSettings, state: PathsState) -> Array:
    """The gradients as the racers see them. One draw, shared by all."""
    if not settings.noise:
        return state.gradients
    block, place = divmod(state.step, BLOCK)
    draw: Array = settings.noise * noise_draws(state.seed, block)[place]
    return state.gradients + draw


@functools.lru_cache(maxsize=64)
def noise_draws(seed: int, block: int) -> Array:
    """The standard normal draws of `BLOCK` steps, (steps, 2): the same whenever they are asked for."""
    stream = np.random.SeedSequence(seed, spawn_key=(block,))
    return np.random.default_rng(stream).standard_normal((BLOCK, 2))


def _middle(values: Array) -> float:
    """The median; NumPy's own would load `numpy.ma`, which takes 17 ms of the window's start."""
    two = [(values.size - 1) // 2, values.size // 2]
    return float(np.partition(values, two)[two].mean())


@functools.lru_cache(maxsize=8)
def surface_scene(surface: Surface, columns: int = 200, rows: int = 150, lines: int = 14) -> PathsScene:
    """The surface on a grid over its domain. Levels stand evenly on a power scale that puts the median in the middle."""
    return _scene(surface, surface.domain, (columns, rows), lines)


@functools.lru_cache(maxsize=32)
def window_scene(surface: Surface, window: tuple[float, float, float, float], lines: int = 14) -> PathsScene:
    """A part of the surface, of the domain or beyond, with levels of its own; of the minima those that lie in it."""
    scene = _scene(surface, window, (96, 64), lines)
    x0, x1, y0, y1 = window
    return replace(scene, minima=tuple((x, y) for x, y in scene.minima if x0 <= x <= x1 and y0 <= y <= y1))


def _scene(
    surface: Surface, domain: tuple[float, float, float, float], size: tuple[int, int], lines: int
) -> PathsScene:
    """The surface on a grid of `size` columns and rows over a rectangle."""
    x0, x1, y0, y1 = domain
    x, y = np.linspace(x0, x1, size[0]), np.linspace(y0, y1, size[1])
    gx, gy = np.meshgrid(x, y)
    with np.errstate(all="ignore"):
        values = np.asarray(surface.value(gx, gy), dtype=float)
    seen = values[np.isfinite(values)]
    low, high, middle = (float(f(seen)) for f in (np.min, np.max, _middle)) if seen.size else (0.0, 1.0, 0.5)
    span = high - low or 1.0
    share = min(max((middle - low) / span, 1e-4), 0.9)
    power = min(max(np.log(0.5) / np.log(share), 0.12), 1.0)
    return PathsScene(
        x=x,
        y=y,
        values=values,
        shade=np.clip((values - low) / span, 0, 1) ** power,
        levels=low + span * (np.arange(1, lines) / lines) ** (1 / power),
        minima=tuple(surface.minima),
        domain=(x0, x1, y0, y1),
    )
