"""Following a racer: the picture stays on it, as closely as is wished."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from engine.simulations.race_paths import PathsFrame
from gui.panels.race.follow_bar import FollowBar
from gui.panels.race.lens import CLOSEST, Window, window_on
from gui.panels.race.surface_plot import SurfacePlot
from gui.theme import Theme

USUAL = 8


class Follower(QObject):
    """Says which window is seen at a frame; its bar lies over the plot's upper right corner. `changed` by the hand."""

    changed = Signal()

    def __init__(self, plot: SurfacePlot) -> None:
        super().__init__()
        self.zoom = 1
        self._name = ""
        self.bar = FollowBar(plot)
        self.bar.toggled.connect(self.toggle)
        self.bar.scaled.connect(self.scale)
        plot.scaled.connect(self._on_wheel)

    def window(self, frame: PathsFrame, racer: int) -> Window | None:
        """The part of the surface round the racer, or None for all of it."""
        self._name = frame.settings.racers[racer].name
        self.bar.show_state(self._name, self.zoom)
        if self.zoom == 1:
            return None
        x, y = frame.positions[racer].tolist()
        return window_on(x, y, frame.settings.surface.domain, self.zoom)

    def set_zoom(self, zoom: int) -> None:
        """So many times as close as the whole picture, 1: all of it."""
        zoom = min(max(zoom, 1), CLOSEST)
        if zoom != self.zoom:
            self.zoom = zoom
            self.changed.emit()

    def toggle(self) -> None:
        """Follow, or show all."""
        self.set_zoom(USUAL if self.zoom == 1 else 1)

    def scale(self, count: int) -> None:
        """Twice as close, or half."""
        self.set_zoom(self.zoom * 2 if count > 0 else self.zoom // 2)

    def _on_wheel(self, count: int) -> None:
        """The wheel only changes how closely it follows; it never begins to."""
        if self.zoom > 1:
            self.scale(count)

    def press(self, key: int) -> bool:
        """F follows or shows all, + and − nearer and farther; whether the key was of use."""
        if key == Qt.Key.Key_F:
            self.toggle()
        elif self.zoom > 1 and key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.scale(1 if key == Qt.Key.Key_Plus else -1)
        else:
            return False
        return True

    def note(self) -> str:
        """What is seen, in a few words; "" for all of the surface."""
        text = self.tr("Following {racer}, {zoom}×. F: whole surface")
        return text.format(racer=self._name, zoom=self.zoom) if self.zoom > 1 else ""

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.bar.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        self.bar.retranslate()

    def view(self) -> dict[str, Any]:
        """How closely, if at all."""
        return {"follow": self.zoom} if self.zoom > 1 else {}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        zoom = view.get("follow", 1)
        fits = isinstance(zoom, int) and not isinstance(zoom, bool) and 1 <= zoom <= CLOSEST
        self.zoom = zoom if fits else 1
