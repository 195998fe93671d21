"""The race as a map: what two settings of one racer's rule do, and the run with the settings that the racer has."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.diagnostics import Verdict
from engine.optimizers import SGD, Optimizer
from engine.parameter import QT_TRANSLATE_NOOP
from engine.schedules import Constant
from engine.simulations.base import Array
from engine.simulations.race_chapter import CHAPTER_RULES
from engine.simulations.race_map_axes import MapAxis, axes_of
from engine.simulations.race_map_batch import settled
from engine.simulations.race_map_judgement import EDGE, judge
from engine.simulations.race_map_rates import (
    STEPS,
    Quantity,
    RateMap,
    arrival,
    best_place,
    distances,
    neutral,
    quantity_of,
    rate_map,
    rates_of,
    squared_distance,
)
from engine.simulations.race_map_theory import (
    Direction,
    Mode,
    best_settings,
    critical_damping,
    directions,
    exact_rate,
    is_linear,
    modes,
    stability_border,
    steps_needed,
)
from engine.simulations.race_paths import PathsScene, surface_scene
from engine.surfaces import Surface

if TYPE_CHECKING:
    from engine.simulations.race import Racer, RaceSettings

# The record holds these four.
COLUMNS = ("x", "y", "distance", "loss")
# The borders on the map are drawn through so many points.
POINTS = 241

AT_CROSS = QT_TRANSLATE_NOOP("engine", "at the cross")
BEST = QT_TRANSLATE_NOOP("engine", "best")
BEST_FOUND = QT_TRANSLATE_NOOP("engine", "best on the map")
WITHOUT_MOMENTUM = QT_TRANSLATE_NOOP("engine", "best without β")
PLAIN = QT_TRANSLATE_NOOP("engine", "SGD, same η")
CHAPTER = QT_TRANSLATE_NOOP("engine", "chapter’s setting")


@dataclass(frozen=True, slots=True, eq=False)
class Border:
    """A curve on the map, (n, 2) in the settings on its axes: where a direction begins to diverge, or to ring."""

    direction: Direction
    points: Array
    stability: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """A rule with certain settings: its rate, whether it goes away for good, and the steps that it takes to the goal.

    `predicted` follows from the rate; `measured` is the arrival of its run, infinite if it is not seen. In the steps of
    the map `nearest` is the least that was ever left of the distance, `late` the most in their last quarter.
    """

    name: str
    rule: Optimizer
    rate: float
    away: bool
    predicted: float
    measured: float
    nearest: float
    late: float


@dataclass(frozen=True, slots=True, eq=False)
class MapScene:
    """The map and what stands on it. `modes` is empty, and `exact` False, where only measuring tells the rate.

    `exact_rates` (rows, columns) are evenly spaced from corner to corner of the map. `settings` are those worth comparing, the racer's own first; `best` is what is best on the map.
    """

    ground: PathsScene
    racer: int
    rates: RateMap
    quantity: Quantity
    exact: bool
    modes: tuple[Mode, ...]
    exact_rates: Array | None
    borders: tuple[Border, ...]
    settings: tuple[Setting, ...]
    best: Setting
    goal: float
    steady: bool

    @property
    def cross(self) -> Setting:
        """The racer's own settings."""
        return self.settings[0]


@dataclass(frozen=True, slots=True, eq=False)
class MapState:
    """The run at the cross after `step` updates: what the record keeps of it, and the rule's own state."""

    step: int
    row: Array
    gradient: Array
    rule_state: tuple[Any, ...]
    first: float


@dataclass(frozen=True, slots=True, eq=False)
class MapFrame:
    """The run at one step: where it is, and what is left of the distance it had at the start."""

    step: int
    position: tuple[float, float]
    left: float
    verdicts: tuple[Verdict, ...]
    settings: RaceSettings


class MapSimulation:
    """See `engine.simulations.base.Simulation`. The learning rate is constant: a schedule has no one rate."""

    def length(self, settings: RaceSettings) -> int:
        """As many steps as asked for."""
        return settings.steps

    def start(self, settings: RaceSettings, seed: int) -> MapState:
        """The racer at the start, its optimizer's state fresh."""
        at = np.array(settings.start)
        state = racer_of(settings).optimizer.init(at)
        row, gradient, distance = _seen(settings.surface, at, None)
        return MapState(0, row, gradient, state, distance)

    def advance(self, settings: RaceSettings, state: MapState) -> MapState:
        """One update."""
        at = state.row[:2]
        with np.errstate(all="ignore"):
            delta, after = racer_of(settings).optimizer.update(state.gradient, state.rule_state, at)
            moved = at + delta if math.isfinite(state.row[3]) else np.full(2, np.nan)
        row, gradient, _ = _seen(settings.surface, moved, state.first)
        return MapState(state.step + 1, row, gradient, after, state.first)

    def record(self, settings: RaceSettings, state: MapState) -> Array:
        """X, y, what is left of the distance (1 at the start), loss."""
        return state.row

    def scene(self, settings: RaceSettings, seed: int) -> MapScene:
        """The map, from those made before if only the cross has moved."""
        return map_scene(settings)

    def frame(self, settings: RaceSettings, step: int, state: MapState, record: Array) -> MapFrame:
        """Where the run is."""
        x, y, left, _ = state.row.tolist()
        scene = map_scene(settings)
        return MapFrame(step, (x, y), left, judge(scene, racer_of(settings).name), settings)


def place_of(settings: RaceSettings) -> int:
    """The place of the map's racer in the list; one that is gone leaves it to the last."""
    return min(int(getattr(settings.mode, "racer", 0)), len(settings.racers) - 1)


def racer_of(settings: RaceSettings) -> Racer:
    """The map's racer."""
    return settings.racers[place_of(settings)]


def _seen(surface: Surface, at: Array, first: float | None) -> tuple[Array, Array, float]:
    """The row of the record at a place, the gradient there, and its distance; `first` is that of the start."""
    with np.errstate(all="ignore"):
        gradient = surface.gradient(at[0], at[1])
        distance = float(np.sqrt(squared_distance(surface)(at, gradient)))
        loss = float(surface.value(at[0], at[1]))
    left = 1.0 if first is None else distance / first if first else 0.0 if distance == 0 else math.inf
    return np.array([at[0], at[1], left, loss]), gradient, distance


@functools.lru_cache(maxsize=16)
def map_scene(settings: RaceSettings) -> MapScene:
    """All that is drawn of the map."""
    mode: Any = settings.mode
    surface, start, racer = settings.surface, settings.start, racer_of(settings)
    rule = racer.optimizer
    x, y = axes_of(surface, rule, mode.x, mode.y)
    rates = rate_map(surface, start, neutral(rule, x, y), x, y, mode.goal)
    found = directions(surface, start) if surface.quadratic and is_linear(rule) else ()
    best = _best(surface, start, rule, rates, found, mode.goal)
    return MapScene(
        ground=surface_scene(surface),
        racer=place_of(settings),
        rates=rates,
        quantity=quantity_of(surface),
        exact=bool(found),
        modes=modes(rule, found) if found else (),
        exact_rates=_exact_rates(rule, x, y, found) if found else None,
        borders=_borders(rule, x, y, found),
        settings=_compared(settings, found, best, mode.goal),
        best=best,
        goal=mode.goal,
        steady=racer.schedule == Constant(),
    )


def _exact_rates(rule: Optimizer, x: MapAxis, y: MapAxis | None, found: tuple[Direction, ...]) -> Array:
    """ρ on a grid twice as fine as the map's."""
    across = np.array([x.value(place) for place in np.linspace(0, 1, 2 * x.count + 1)])
    up = np.zeros(1) if y is None else np.array([y.value(place) for place in np.linspace(0, 1, 2 * y.count + 1)])
    values: dict[str, Any] = {x.name: across[None, :]} | ({} if y is None else {y.name: up[:, None]})
    eta = values.get("learning_rate", getattr(rule, "learning_rate", 0.0))
    return exact_rate(rule, found, eta, values.get("momentum", getattr(rule, "momentum", 0.0)))


@functools.lru_cache(maxsize=256)
def setting_of(
    name: str,
    surface: Surface,
    start: tuple[float, float],
    rule: Optimizer,
    found: tuple[Direction, ...],
    goal: float,
) -> Setting:
    """A rule with its rate, exact where the directions are known, else measured as on the map; and its run."""
    history = distances(surface, start, rule, {}, STEPS)
    if found:
        eta, beta = float(rule.learning_rate), float(getattr(rule, "momentum", 0.0))  # type: ignore[attr-defined]
        rate = float(exact_rate(rule, found, eta, beta))
        away = rate > 1 + EDGE
    else:
        rates, diverged = rates_of(history)
        rate, away = float(rates[0]), bool(diverged[0])
    with np.errstate(all="ignore"):
        left = np.sqrt(history[:, 0] / history[0, 0]) if history[0, 0] else np.zeros(STEPS + 1)
    left = np.where(np.isfinite(left), left, np.inf)
    return Setting(
        name=name,
        rule=rule,
        rate=rate,
        away=away,
        predicted=steps_needed(rate, goal),
        measured=arrival(surface, start, rule, goal),
        nearest=float(left.min()),
        late=float(left[-STEPS // 4 :].max()),
    )


def _best(
    surface: Surface,
    start: tuple[float, float],
    rule: Optimizer,
    rates: RateMap,
    found: tuple[Direction, ...],
    goal: float,
) -> Setting:
    """The best there is, where that is known; else the best cell of the map."""
    exact = best_settings(rule, found) if found else None
    if exact is not None:
        fields = {"learning_rate": _readable(exact[0])} | (
            {"momentum": _readable(exact[1])} if hasattr(rule, "momentum") else {}
        )
        return setting_of(BEST, surface, start, settled(rule, fields), found, goal)
    row, column = best_place(surface, start, neutral(rule, rates.x, rates.y), rates.x, rates.y, goal)
    fields = {rates.x.name: float(rates.x.values[column])}
    if rates.y is not None:
        fields[rates.y.name] = float(rates.y.values[row])
    return setting_of(BEST_FOUND, surface, start, settled(rule, fields), found, goal)


def _readable(value: float) -> float:
    """Six significant digits: near the best settings ρ hangs on them as a root does."""
    return float(f"{value:.6g}")


def _compared(settings: RaceSettings, found: tuple[Direction, ...], best: Setting, goal: float) -> tuple[Setting, ...]:
    """The racer's own settings and those worth comparing them with."""
    surface, start, rule = settings.surface, settings.start, racer_of(settings).optimizer
    chosen: list[tuple[str, Optimizer]] = [(AT_CROSS, rule), (best.name, best.rule)]
    if found and hasattr(rule, "momentum"):
        plain = best_settings(SGD(), found)
        if plain is not None:
            chosen.append((WITHOUT_MOMENTUM, settled(rule, {"learning_rate": _readable(plain[0]), "momentum": 0.0})))
        chosen.append((PLAIN, SGD(learning_rate=rule.learning_rate)))  # type: ignore[attr-defined]
    usual = chapter_setting(rule)
    if usual is not None and usual != rule:
        chosen.append((CHAPTER, usual))
    return tuple(setting_of(name, surface, start, each, found, goal) for name, each in chosen)


def chapter_setting(rule: Optimizer) -> Optimizer | None:
    """The rule as the chapter's race has it; None if it is not among the five."""
    return next((each for each in CHAPTER_RULES if type(each) is type(rule)), None)


def _borders(rule: Optimizer, x: MapAxis, y: MapAxis | None, found: tuple[Direction, ...]) -> tuple[Border, ...]:
    """Where the directions begin to diverge and to ring, over all β of the map (over one, where β is no axis)."""
    if not found or "learning_rate" not in {axis.name for axis in (x, y) if axis is not None}:
        return ()
    beta = np.linspace(0.0, 1.0, POINTS) ** 2  # the curves are steep near 0
    made = []
    for each in found:
        if each.curvature <= 0 or not each.moved:
            continue
        made.append(Border(each, _on_axes(x, stability_border(rule, each, beta), beta), stability=True))
        if y is not None:
            rings = critical_damping(rule, each, beta)
            made += [Border(each, _on_axes(x, eta, beta), stability=False) for eta in rings]
    return tuple(made)


def _on_axes(x: MapAxis, eta: Array, beta: Array) -> Array:
    """Points with η across and β up, or the other way round."""
    return np.stack([eta, beta] if x.name == "learning_rate" else [beta, eta], axis=-1)


def with_rule(settings: RaceSettings, rule: Optimizer) -> RaceSettings:
    """The race with another rule for the map's racer."""
    place = place_of(settings)
    racers = list(settings.racers)
    racers[place] = replace(racers[place], optimizer=rule)
    return replace(settings, racers=tuple(racers))
