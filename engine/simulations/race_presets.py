"""Presets of the race: the chapter's, and experiments that each show one thing of its rules."""

from __future__ import annotations

from collections.abc import Callable

from engine.optimizers import OPTIMIZERS, Adam, Optimizer
from engine.parameter import QT_TRANSLATE_NOOP, replace_at
from engine.simulations.pairing import Pairing
from engine.simulations.race import CHAPTER_RACERS, Racer, RaceSettings
from engine.surfaces import EllipticBowl, Himmelblau, Rosenbrock, Saddle, Surface

Pair = Callable[[RaceSettings], tuple[RaceSettings, None]]


def _race(
    surface: Surface, steps: int, *racers: Racer, mode: str = "paths", start: tuple[float, float] | None = None
) -> Pair:
    """A race that has nothing of the one before."""

    def pair(_: RaceSettings) -> tuple[RaceSettings, None]:
        settings = RaceSettings(surface=surface, steps=steps, racers=racers, start=start or surface.start)
        return replace_at(settings, "mode.kind", mode), None

    return pair


def _racers(**rates: float) -> tuple[Racer, ...]:
    """One racer for each rule, with its learning rate, in the chapter's colours."""
    colours = {racer.optimizer.kind: racer.colour for racer in CHAPTER_RACERS}
    rules: list[Optimizer] = [OPTIMIZERS[kind](learning_rate=rate) for kind, rate in rates.items()]  # type: ignore[call-arg]
    return tuple(Racer(rule.title, colours.get(rule.kind, 5), rule) for rule in rules)


def _adams(*rates: float) -> tuple[Racer, ...]:
    """Adam several times, with these learning rates."""
    rules = [Adam(learning_rate=rate) for rate in rates]
    return tuple(Racer(f"Adam {rule.learning_rate:g}", colour, rule) for colour, rule in enumerate(rules))


PRESETS: dict[str, Pairing] = {
    "chapter": Pairing(
        QT_TRANSLATE_NOOP("engine", "The chapter's race"),
        QT_TRANSLATE_NOOP("engine", "Five rules with η = 0.1 on x² + 10y²: exactly the stability limit of SGD."),
        _race(EllipticBowl(), 30, *CHAPTER_RACERS, start=(-7.0, 2.0)),
    ),
    "adam": Pairing(
        QT_TRANSLATE_NOOP("engine", "Why Adam looks slow"),
        QT_TRANSLATE_NOOP(
            "engine", "Adam's steps are about as long as η, however steep it is: the same race with larger η."
        ),
        _race(EllipticBowl(), 30, *_adams(0.1, 0.3, 0.5, 1.0), start=(-7.0, 2.0)),
    ),
    "valley": Pairing(
        QT_TRANSLATE_NOOP("engine", "A bent valley"),
        QT_TRANSLATE_NOOP("engine", "Rosenbrock: steep across, nearly flat along, each rule with an η that it bears."),
        _race(
            Rosenbrock(),
            200,
            *_racers(sgd=0.001, momentum=0.001, adagrad=0.3, rmsprop=0.02, adam=0.1),
            start=(-1.2, 1.0),
        ),
    ),
    "saddle": Pairing(
        QT_TRANSLATE_NOOP("engine", "Away from a saddle"),
        QT_TRANSLATE_NOOP("engine", "From nearly the ridge: rules that divide by the gradient's size leave it soon."),
        _race(Saddle(), 120, *_racers(sgd=0.02, momentum=0.02, rmsprop=0.02, adam=0.02)),
    ),
    "basins": Pairing(
        QT_TRANSLATE_NOOP("engine", "Four valleys"),
        QT_TRANSLATE_NOOP("engine", "Himmelblau: ten thousand starts under four rules, coloured by where they end."),
        _race(Himmelblau(), 200, *_racers(sgd=0.005, momentum=0.005, rmsprop=0.1, adam=0.3), mode="swarm"),
    ),
    "map": Pairing(
        QT_TRANSLATE_NOOP("engine", "Momentum's map"),
        QT_TRANSLATE_NOOP("engine", "How fast each η and β is on the chapter's bowl, and where they diverge."),
        _race(EllipticBowl(), 300, *CHAPTER_RACERS, mode="map", start=(-7.0, 2.0)),
    ),
}
