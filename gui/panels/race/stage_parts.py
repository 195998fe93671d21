"""What is seen of an update: its arrows on the surface, the right column, and the whole surface in small."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.simulations.race import Racer
from engine.simulations.race_paths import PathsFrame
from engine.simulations.race_stages import Walk, walk_of
from engine.surfaces import Surface
from engine.surfaces.valleys import ValleyFloor, valley_floor
from gui.i18n import words
from gui.panels.race.lens import Window, tips, window_round
from gui.panels.race.markers import Head
from gui.panels.race.overview import Overview
from gui.panels.race.stage_arrows import StageArrows, StageWords
from gui.panels.race.stage_inspector import StageInspector, length_text
from gui.panels.race.surface_plot import SurfacePlot
from gui.panels.race.view import Look
from gui.theme import Theme
from gui.widgets.geometry import Array

# Arrows so many times as long as the update are cut, so that it is still seen itself.
LONGEST, CUT = 6.0, 2.5
# Below so many pixels an arrow is not seen.
SEEN = 10.0
# So many of the racer's next steps are drawn.
AHEAD = 12


class StageParts(QObject):
    """`walk` is the update that is shown, `window` the part of the surface in which its arrows are seen.

    Without an update, or with one that fits in no window, there is no window.
    """

    def __init__(self, theme: Theme, plot: SurfacePlot, left_axis: float) -> None:
        """See `StageMode`."""
        super().__init__()
        self.arrows, self.inspector = StageArrows(theme), StageInspector(theme)
        self.overview = Overview(theme, left_axis)
        self.walk: Walk | None = None
        self.window: Window | None = None
        self._plot = plot
        self._racers: tuple[Racer, ...] = ()
        self._racer = self._step = 0
        self._ground: tuple[Surface | None, ValleyFloor | None] = (None, None)
        self.arrows.setZValue(2)
        plot.addItem(self.arrows, ignoreBounds=True)

    def clear(self) -> None:
        """Show no update."""
        self.walk = self.window = None
        self.arrows.show_walk(None, 0, 0, StageWords())

    def take(self, frame: PathsFrame, racer: int) -> None:
        """Take the update that led to a frame."""
        surface = frame.settings.surface
        if self._ground[0] != surface:
            self._ground = surface, valley_floor(surface)
        self.arrows.floor = self._ground[1]
        self._racers, self._racer, self._step = frame.settings.racers, racer, frame.step
        self.walk = walk_of(frame, racer)
        self.window = None if self.walk is None else self._window_of(self.walk, surface.domain)

    def _window_of(self, walk: Walk, domain: Window) -> Window | None:
        length = walk.update.length
        longest = max((way.length for way in walk.ways), default=0.0)
        reach = LONGEST * length if longest <= LONGEST * length else CUT * length
        moves = [way.move for way in walk.ways]
        return window_round(tips(walk.before, moves, reach or longest), domain, self._plot.box_size)

    def show_stage(self, stage: int) -> None:
        """Show the update at one of its stages."""
        racer = self._racers[self._racer]
        # What cannot be shown in any window is not drawn.
        drawn = self.walk if self.window is not None else None
        self.arrows.show_walk(drawn, stage, racer.colour, StageWords() if drawn is None else self._words(drawn, stage))
        self.inspector.show_walk(self.walk, racer, self._step, stage)

    # -- words --------------------------------------------------------------------------------------------------------

    def _words(self, walk: Walk, stage: int) -> StageWords:
        count, floor = len(walk.stages), self._ground[1]
        return StageWords(
            tuple(self._meaning(walk, place) for place in range(len(walk.ways))),
            self.tr("moved here") if stage == count - 1 else self.tr("stage {n} moves here").format(n=count),
            "" if floor is None else self.tr("valley floor {equation}").format(equation=floor.equation).strip(),
        )

    def _meaning(self, walk: Walk, place: int) -> str:
        """What a way means; and how long it is, if its arrow is cut."""
        way = walk.ways[place]
        meaning = words(way.meaning) if way.meaning else ""
        if way.length > LONGEST * walk.update.length:
            long = self.tr("{length} long").format(length=length_text(way.length))
            meaning = self.tr("{what}, {long}").format(what=meaning, long=long) if meaning else long
        return meaning

    def sentence(self) -> str:
        """What is to be known of the arrows."""
        walk, window = self.walk, self.window
        if walk is None or window is None:
            return ""
        length = walk.update.length
        if length * self._plot.box_size[0] < SEEN * (window[1] - window[0]):
            return self.tr("The step is {length} long: too short to be seen here.").format(length=length_text(length))
        return self.tr("Arrows in true length: 1 + 2 = 3.") if walk.summed else self.tr("Arrows in true length.")

    # -- paths --------------------------------------------------------------------------------------------------------

    def others(self, places: Array, look: Look) -> list[Head]:
        """The marks of the other racers, without names; `places` is (racers, 2)."""
        return [
            Head(i, float(x), float(y), "", racer.colour)
            for i, (racer, (x, y)) in enumerate(zip(self._racers, places, strict=True))
            if i not in look.hidden and i != look.selected
        ]

    def show_paths(self, points: Array, step: int) -> None:
        """The cursor of the whole surface, and the racer's next steps; `points` are (steps known, racers, 2)."""
        self.arrows.ahead = points[self._step : self._step + AHEAD, self._racer]
        self.overview.show_step(points, step, self.window)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        for part in (self.arrows, self.inspector, self.overview):
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        self.inspector.retranslate()
        self.overview.retranslate()
