"""The modes of the tab: each with its picture and its right column, made when the mode is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from gui.panels.base import Run
from gui.panels.initialization.inspector import WeightsInspector
from gui.panels.initialization.look import SIDES, Looks
from gui.panels.initialization.weights_view import SCALES, WeightsView
from gui.theme import Theme
from gui.widgets.inspector import Inspector


class Part(Protocol):
    """A mode's picture or its right column.

    Shown are first the runs, A or A and B, then how their schemes are to be seen (and which side is the active one:
    0 or 1), then the frames. Looks come again whenever the hand selects or hides a scheme, and are followed by frames.
    A part has the signal `picked(int)` if the hand can choose a scheme in it, and `view_changed()` if its view changes.
    """

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs."""

    def show_looks(self, looks: tuple[Looks, ...], side: int) -> None:
        """The looks of every run's schemes; `side` is the place of the run that the picture is of."""

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The frames at the cursor."""

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""

    def retranslate(self) -> None:
        """Set every text again; runs, looks and frames are shown again afterwards."""


class Mode:
    """One mode: its centre, its right column, and the parts that are shown runs and frames."""

    def __init__(self, centre: QWidget, right: Inspector, *parts: Part) -> None:
        self.centre, self.right, self.parts = centre, right, parts

    def view(self) -> dict[str, Any]:
        """What the hand has chosen to see in this mode alone."""
        view: dict[str, Any] = self.centre.view() if hasattr(self.centre, "view") else {}
        return view

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        if hasattr(self.centre, "set_view"):
            self.centre.set_view(view)


class WeightsPart:
    """Shows picture and right column of the mode `weights` the active side, and keeps the scale of the weights."""

    def __init__(self, view: WeightsView, inspector: WeightsInspector) -> None:
        self.view, self.inspector = view, inspector
        self.scale = SCALES[0]
        self._runs: tuple[Run, ...] = ()
        self._looks: Looks = ()
        self._side = 0

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs."""
        self._runs = runs

    def show_looks(self, looks: tuple[Looks, ...], side: int) -> None:
        """Laws, expectations, ranges."""
        self._looks, self._side = looks[side], side
        self.view.show_scene(self._runs[side].scene, self._looks, self.scale)

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The draw as far as it has come."""
        run, frame = self._runs[self._side], frames[self._side]
        self.view.show_frame(frame, run.record)
        side = SIDES[self._side] if len(self._runs) > 1 else ""
        self.inspector.show_frame(frame, run.scene, self._looks, run.seed, side)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.view.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        self.view.retranslate()
        self.inspector.retranslate()


def _weights(theme: Theme) -> Mode:
    view, inspector = WeightsView(theme), WeightsInspector(theme)
    return Mode(view, inspector, WeightsPart(view, inspector))


def _forward(theme: Theme) -> Mode:
    from gui.panels.initialization.forward_inspector import ForwardInspector  # noqa: PLC0415 - when first shown
    from gui.panels.initialization.forward_view import ForwardView  # noqa: PLC0415

    view, inspector = ForwardView(theme), ForwardInspector(theme)
    return Mode(view, inspector, view, inspector)


def _training(theme: Theme) -> Mode:
    from gui.panels.initialization.training_inspector import TrainingInspector  # noqa: PLC0415 - as above
    from gui.panels.initialization.training_view import TrainingView  # noqa: PLC0415

    view, inspector = TrainingView(theme), TrainingInspector(theme)
    return Mode(view, inspector, view, inspector)


MODES: dict[str, Callable[[Theme], Mode]] = {"weights": _weights, "forward": _forward, "training": _training}
