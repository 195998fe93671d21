"""What the race shows, taken from Kobai's own window: so that a peer draws the same scene on the same pixels."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QWidget

from benchmarks.window import SIZE, Watched
from engine.simulations.race import RaceSettings
from engine.simulations.race_paths import WIDTH
from gui.panels.race.panel import RacePanel
from gui.theme.theme import SERIES
from gui.widgets.plot import Plot

Array = NDArray[np.float64]
# Left, top, width, height in pixels of the window; a line of text with its left and top; a mark's words and its place.
Rect = tuple[float, float, float, float]
Word = tuple[str, int, int]
Label = tuple[str, tuple[float, float]]
# So many characters of a verdict stand in one line of the right column, lines stand so many pixels apart.
LINE_LENGTH, LINE_PITCH = 38, 17
# The right column's width, and the height of the transport below it.
COLUMN, FOOT = 312, 64


@dataclass(frozen=True, slots=True)
class RaceScene:
    """A whole solved race. Positions (steps + 1, racers, 2), losses as decades (steps + 1, racers), words by step."""

    size: tuple[int, int]
    surface: Rect
    curves: Rect
    domain: tuple[float, float, float, float]
    x: Array
    y: Array
    values: Array
    levels: Array
    decades: tuple[float, float]
    positions: Array
    losses: Array
    colours: tuple[str, ...]
    widths: tuple[float, ...]
    names: tuple[str, ...]
    fixed_labels: tuple[Label, ...]
    words: tuple[tuple[Word, ...], ...]
    notes: tuple[str, ...]
    text_size: int = 12


def scene_of(window: Watched) -> RaceScene:
    """The race in a window whose run is solved to its end; it is walked through once to collect its words."""
    panel, run = window.panel, window.session.runs[0]
    assert isinstance(panel, RacePanel)
    words, notes = [], []
    for step in range(run.length + 1):
        window.go_to(step)
        words.append(tuple(_seen(_words(window, panel))))
        notes.append(panel.paths.surface.markers.note)
    settings = run.settings
    assert isinstance(settings, RaceSettings)
    record, scene = run.record.reshape(run.length + 1, -1, WIDTH), run.scene
    (_, _), (low, high) = panel.paths.curves.box.viewRange()
    with np.errstate(divide="ignore"):
        losses = np.maximum(np.log10(record[..., 2]), low - 1)
    return RaceScene(
        size=SIZE,
        surface=_box(window.window, panel.paths.surface),
        curves=_box(window.window, panel.paths.curves),
        domain=scene.domain,
        x=scene.x,
        y=scene.y,
        values=scene.values,
        levels=scene.levels,
        decades=(low, high),
        positions=record[..., :2].copy(),
        losses=losses,
        colours=SERIES[: len(settings.racers)],
        widths=tuple(style.width for style in panel.paths.surface.trails.styles),
        names=tuple(racer.name for racer in settings.racers),
        fixed_labels=(
            (panel.paths.surface.markers.start_text, settings.start),
            (panel.paths.surface.markers.optimum_text, scene.minima[0]),
        ),
        words=tuple(words),
        notes=tuple(notes),
    )


def _box(window: QWidget, plot: Plot) -> Rect:
    """Where the box of a plot lies in the window."""
    corner = plot.box.mapToScene(QPointF(0, 0))
    place = plot.mapTo(window, plot.mapFromScene(corner))
    return place.x(), place.y(), plot.box.width(), plot.box.height()


def _seen(words: Iterator[Word]) -> Iterator[Word]:
    """Without what cannot be seen: it lies below the column's lower end."""
    return (word for word in words if word[2] + LINE_PITCH <= SIZE[1] - FOOT or word[1] < SIZE[0] - COLUMN)


def _words(window: Watched, panel: RacePanel) -> Iterator[Word]:
    """The lines of the right column and the counter, each where it stands or close by."""
    inspector, top = panel.paths.inspector, window.window
    left = inspector.mapTo(top, QPoint(16, 0)).x()
    place = inspector.formulas.mapTo(top, QPoint(0, 0)).y()
    for entry in inspector.formulas.blocks:
        place += 2 * LINE_PITCH
        for line in (*entry.numbers, entry.result):
            if line:
                yield line, left, place
                place += LINE_PITCH
    place = inspector.standings.mapTo(top, QPoint(0, 0)).y() + 24
    for row in inspector.standings.rows:
        yield f"{row.name:<12}{row.values[0]:<13}{row.values[-1]:>10}", left, place
        place += 23
    for card in inspector.cards:
        if card.title:
            place = card.mapTo(top, QPoint(0, 0)).y()
            for line in (card.title, *textwrap.wrap(card.text, LINE_LENGTH)):
                yield line, left, place
                place += LINE_PITCH
    counter = window.window.transport.counter
    yield counter.text(), *counter.mapTo(top, QPoint(0, 20)).toTuple()
