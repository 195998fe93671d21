"""Walking through an update stage by stage: the switch, and which stage it is."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.simulations.race_paths import PathsFrame
from gui.i18n import words
from gui.panels.race.surface_plot import SurfacePlot
from gui.theme import Theme
from gui.widgets.painting import tint
from gui.widgets.toggle import Toggle

if TYPE_CHECKING:
    from engine.simulations.race_stages import Walk
    from gui.panels.race.stage_parts import StageParts

# More stages than any rule has: "the last one".
LAST = 99


class StageSwitch(QWidget):
    """The word and the switch."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.label, self.toggle = QLabel(), Toggle(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.toggle)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and face from `theme`."""
        self.toggle.set_theme(theme)
        self.label.setFont(theme.font(13))
        tint(self.label, theme, "ink")


class StageMode(QObject):
    """Whether stages are on, and the current one. `toggled` and `moved` tell what the hand did.

    `parts` are what is seen then.
    """

    toggled = Signal(bool)
    moved = Signal()

    def __init__(self, theme: Theme, plot: SurfacePlot, left_axis: float) -> None:
        """`plot` is where the arrows are drawn, `left_axis` how wide the axes are below."""
        super().__init__()
        self.theme, self._plot, self._left_axis = theme, plot, left_axis
        self.on, self.stage = False, 0
        self.switch = StageSwitch(theme)
        self._parts: StageParts | None = None
        self.switch.toggle.clicked.connect(self._on_clicked)

    @property
    def parts(self) -> StageParts:
        """What is seen while stages are on, made when they first are: a window that opens need not wait for it."""
        if self._parts is None:
            kind = import_module("gui.panels.race.stage_parts").StageParts
            parts: StageParts = kind(self.theme, self._plot, self._left_axis)
            parts.inspector.stage_picked.connect(self._pick)
            self._parts = parts
        return self._parts

    # -- the hand -----------------------------------------------------------------------------------------------------

    def turn(self, on: bool) -> None:
        """Begin or end, silently; what is shown then, the picture decides."""
        self.on = on
        self.switch.toggle.setChecked(on)
        if not on and self._parts is not None:
            self._parts.clear()

    def step(self, count: int, step: int, length: int) -> bool:
        """One stage on or back. False at the update's ends: then the race is to move, to the next update's nearer end.

        The ends of the run, which has `length` steps, are those of the last and the first update.
        """
        target = self.current + count
        if 0 <= target < self.count:
            self._pick(target)
            return True
        if step < length if count > 0 else step > 0:
            self.stage = 0 if count > 0 else LAST
        return False

    def _pick(self, stage: int) -> None:
        self.stage = stage
        self.moved.emit()

    def _on_clicked(self, on: bool) -> None:
        self.turn(on)
        self.toggled.emit(on)

    # -- what there is ------------------------------------------------------------------------------------------------

    @property
    def walk(self) -> Walk | None:
        """The update at hand."""
        return self._parts.walk if self._parts is not None else None

    @property
    def count(self) -> int:
        """How many stages it has."""
        return len(self.walk.stages) if self.walk is not None else 0

    @property
    def current(self) -> int:
        """The current stage; each rule has its own number of them."""
        return min(self.stage, max(self.count - 1, 0))

    @property
    def moves(self) -> bool:
        """Whether the racer has moved by the current stage, which is the last."""
        return self.count == 0 or self.current == self.count - 1

    def note(self) -> str:
        """Which stage it is, for the counter of steps."""
        if not self.on or self.walk is None:
            return ""
        name = words(self.walk.stages[self.current].name)
        return self.tr("stage {k} of {n}: {name}").format(k=self.current + 1, n=self.count, name=name.lower())

    def show_frame(self, frame: PathsFrame, racer: int) -> None:
        """Show the update that led to a frame, at the current stage."""
        self.parts.take(frame, racer)
        self.parts.show_stage(self.current)

    def show_in(self, row: QHBoxLayout, shown: bool) -> None:
        """Let the whole surface be seen at the left of a row, or not."""
        if shown and row.indexOf(self.parts.overview) < 0:
            row.insertWidget(0, self.parts.overview)
        if self._parts is not None:
            self._parts.overview.setVisible(shown)
            self._parts.overview.share(row.geometry().width())

    # -- theme, language, view ----------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        self.switch.set_theme(theme)
        if self._parts is not None:
            self._parts.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        self.switch.label.setText(self.tr("Stages"))
        self.switch.toggle.setAccessibleName(self.tr("Stages of the update"))
        self.switch.toggle.setToolTip(self.tr("Walk through the selected racer's update: ← and → by stage"))
        if self._parts is not None:
            self._parts.retranslate()

    def view(self) -> dict[str, Any]:
        """Whether it is on, and the stage."""
        return {"stages": True, "stage": self.current if self.count else self.stage} if self.on else {}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        stage = view.get("stage", 0)
        self.stage = stage if isinstance(stage, int) and not isinstance(stage, bool) and 0 <= stage <= LAST else 0
        self.turn(view.get("stages") is True)
