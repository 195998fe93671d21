"""The centre in mode `forward`: per scheme its law, its weights, its ridges; below them the spread by layer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from engine.simulations.initialization_forward import ForwardFrame, ForwardScene
from engine.simulations.initialization_forward_pass import FAR, Flow, joined_bars
from gui.panels.base import Run
from gui.panels.initialization.forward_plot import Curve, EndLabel, LabelledPlot
from gui.panels.initialization.forward_ridges import LayerNumbers, RidgeAxis, RidgePicture
from gui.panels.initialization.histogram import WeightHistogram
from gui.panels.initialization.labels import Caption, SchemeHead
from gui.panels.initialization.look import MOST_SCHEMES, SIDES, Looks
from gui.theme import Theme
from gui.widgets.formula import FormulaView
from gui.widgets.segments import Segments

ACTIVATIONS, GRADIENTS = "activations", "gradients"
QUANTITIES = (ACTIVATIONS, GRADIENTS)
SYMBOLS = {ACTIVATIONS: "a", GRADIENTS: "∂L/∂a"}
GAP = 16


class SchemeParts:
    """The widgets of one scheme, which stand in one column of the grid."""

    def __init__(self, theme: Theme) -> None:
        self.head = SchemeHead(theme)
        self.formula = FormulaView(theme, size=14)
        self.histogram = WeightHistogram(theme)
        self.ridges = RidgePicture(theme)
        self.histogram.setMinimumHeight(64)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """All of them, from the top."""
        return self.head, self.formula, self.histogram, self.ridges


class ForwardView(QWidget):
    """Shows frames of mode `forward`: the active side's, and of the other side thin curves.

    What is seen, activations or gradients, follows the phase, until the hand chooses; a change of phase takes over again.
    """

    picked = Signal(int)
    view_changed = Signal()
    seek_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.columns = [SchemeParts(theme) for _ in range(MOST_SCHEMES)]
        self.numbers = LayerNumbers(theme)
        self.weights_caption, self.ridges_caption, self.std_caption = Caption(theme), Caption(theme), Caption(theme)
        self.switch, self.std = Segments(theme), LabelledPlot(theme)
        self._runs: tuple[Run, ...] = ()
        self._looks: tuple[Looks, ...] = ()
        self._side = 0
        self._chosen: str | None = None
        self._phase = ""
        self._shown_quantity = ""
        self._frames: tuple[ForwardFrame, ...] = ()
        self._arranged: tuple[int, ...] | None = None
        self._lay_out()
        for index, parts in enumerate(self.columns):
            parts.head.clicked.connect(lambda _checked, index=index: self.picked.emit(index))
        self.switch.chosen.connect(self._choose)
        self.std.plot.pressed.connect(self._seek)

    # -- layout -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, GAP + 2, 4)
        column.setSpacing(0)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(GAP)
        self.grid.setVerticalSpacing(2)
        self.grid.setColumnMinimumWidth(0, LayerNumbers.WIDTH)
        self.grid.addWidget(self.numbers, 5, 0)
        self.grid.setRowStretch(3, 3)
        self.grid.setRowStretch(5, 8)
        column.addLayout(self.grid, 11)
        row = QHBoxLayout()
        row.setContentsMargins(GAP - 4, 6, 0, 0)
        row.addWidget(self.std_caption, 1)
        row.addWidget(self.switch)
        self.switch.setMinimumWidth(200)
        self.switch.setMaximumWidth(260)
        column.addLayout(row)
        column.addWidget(self.std, 7)

    def _arrange(self, shown: tuple[int, ...]) -> None:
        """Put the shown schemes side by side."""
        if shown == self._arranged:
            return
        self._arranged = shown
        for index, parts in enumerate(self.columns):
            for widget in parts.widgets:
                self.grid.removeWidget(widget)
                widget.setVisible(index in shown)
            self.grid.setColumnStretch(index + 1, 0)
        for place, index in enumerate(shown, start=1):
            for row, widget in zip((0, 1, 3, 5), self.columns[index].widgets, strict=True):
                self.grid.addWidget(widget, row, place)
            self.grid.setColumnStretch(place, 1)
        for row, caption in ((2, self.weights_caption), (4, self.ridges_caption)):
            self.grid.removeWidget(caption)
            self.grid.addWidget(caption, row, 1, 1, max(len(shown), 1))

    def sizeHint(self) -> QSize:
        """The centre of the window at its usual size."""
        return QSize(750, 717)

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs, A or A and B."""
        self._runs, self._frames = runs, ()

    def show_looks(self, looks: tuple[Looks, ...], side: int) -> None:
        """How the schemes of each run are to be seen, and which run the picture is of."""
        self._looks, self._side = looks, side
        own = looks[side]
        self._arrange(tuple(i for i, look in enumerate(own) if look.shown))
        scene = self._scene
        for i, look in enumerate(own):
            parts, scheme = self.columns[i], scene.schemes[i]
            parts.head.show_scheme(look.name, look.colour, look.selected)
            parts.formula.set_formula(scheme.law)
            parts.histogram.show_scheme(scheme, look.colour, scene.reach)
            if scheme.std:
                parts.histogram.show_bars(scene.heights[i], scene.joined)
            else:
                count = scene.course.n_in * scene.course.n_out
                parts.histogram.show_spike(True, self.tr("all {n}\nare 0").format(n=count), self.tr("all\nare 0"))
        self._shown_quantity = ""
        self._write_captions()

    @property
    def _scene(self) -> ForwardScene:
        scene: ForwardScene = self._runs[self._side].scene
        return scene

    @property
    def quantity(self) -> str:
        """What is seen: the hand's choice, or what the phase is about."""
        return self._chosen or (GRADIENTS if self._phase == "backward" else ACTIVATIONS)

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The layer at hand."""
        self._frames = frames
        phase = frames[self._side].phase
        if (phase == "backward") != (self._phase == "backward") and self._phase:
            self._chosen = None
        self._phase = phase
        self._show_quantity()
        self._show_layer()

    def _show_quantity(self) -> None:
        """Ridges and curves of what is to be seen, if they are not there already."""
        quantity = self.quantity
        if quantity == self._shown_quantity:
            return
        self._shown_quantity = quantity
        scene, looks = self._scene, self._looks[self._side]
        extent = scene.extent if quantity == ACTIVATIONS else (-FAR, FAR)
        axis = RidgeAxis(*extent, SYMBOLS[quantity], joined_bars(scene.course.batch * scene.course.n_out))
        for i, look in enumerate(looks):
            flow = flow_of(scene, i, quantity)
            self.columns[i].ridges.show_flow(flow, axis, look.colour)
            self.columns[i].ridges.show_note(self._note(scene, i, flow))
        self.std.plot.show_curves(tuple(self._curves(quantity)))
        self.switch.set_current(quantity)
        self._write_captions()

    def _curves(self, quantity: str) -> Iterable[Curve]:
        for side, (run, looks) in enumerate(zip(self._runs, self._looks, strict=True)):
            scene: ForwardScene = run.scene
            for i, look in enumerate(looks):
                if look.shown:
                    theory = scene.theories[i]
                    expected = theory.activations if quantity == ACTIVATIONS else theory.gradients
                    values, other = flow_of(scene, i, quantity).std, side != self._side
                    yield Curve(look.name, look.colour, look.selected, values, expected, other)

    def _note(self, scene: ForwardScene, index: int, flow: Flow) -> str:
        """What a picture of nothing, or of too much, says."""
        lost = flow.lost > 0
        if lost.any():
            gradients = flow is scene.passes[index].gradients
            first = int(lost.argmax()) + 1 if not gradients else len(lost) - int(lost[::-1].argmax())
            return self.tr("overflow\nat layer {layer}").format(layer=first)
        if (flow.zeros == 1).all():
            return self.tr("every unit of every layer outputs 0")
        if flow is scene.passes[index].gradients and (flow.zeros[:-1] == 1).all():
            return self.tr("no gradient comes\nbelow layer {layer}").format(layer=scene.course.layers)
        return ""

    def _show_layer(self) -> None:
        """Which layers are passed, and the values at the one at hand."""
        frame, scene = self._frames[self._side], self._scene
        layers, quantity = scene.course.layers, self.quantity
        lit = lit_layers(frame, layers, quantity)
        for parts in self.columns:
            parts.ridges.show_lit(*lit)
        self.numbers.show_layers(layers, frame.layer)
        backward = quantity == GRADIENTS
        none_yet = lit[0] > lit[1]
        cursor = 0 if none_yet else lit[0] if backward else lit[1]
        self.std.plot.item.show_cursor(cursor, backward)
        looks = self._looks[self._side]
        self.std.labels.show_labels(
            tuple(
                EndLabel(look.name, float(flow_of(scene, i, quantity).std[(cursor or layers) - 1]), look.selected)
                for i, look in enumerate(looks)
                if look.shown
            )
            if cursor
            else ()
        )

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _choose(self, quantity: str) -> None:
        self._chosen = quantity
        if self._frames:
            self._show_quantity()
            self._show_layer()
        self.view_changed.emit()

    def _seek(self, layer: float, _value: float) -> None:
        """A click on the plot leads to the step of the layer there."""
        if self._runs:
            layers = self._scene.course.layers
            at = min(max(round(layer), 1), layers)
            self.seek_requested.emit(at if self.quantity == ACTIVATIONS else 2 * layers + 1 - at)

    def view(self) -> dict[str, Any]:
        """What the hand has chosen to see, if it has."""
        return {"quantity": self._chosen} if self._chosen else {}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        quantity = view.get("quantity")
        self._chosen = quantity if quantity in QUANTITIES else None
        self._phase = ""

    # -- theme, language ----------------------------------------------------------------------------------------------

    def _write_captions(self) -> None:
        course = self._scene.course
        size = f"{course.n_in} × {course.n_out}"
        full = self.tr("Weights w of layer 1 ({size}): histogram of the draw, expected density dashed")
        short, brief = self.tr("Weights w of layer 1 ({size})").format(size=size), self.tr("Weights w, layer 1")
        laws = [scheme.law for scheme in self._scene.schemes]
        note = self.tr(" · N(0, s): s is the standard deviation") if any(law.startswith("N") for law in laws) else ""
        self.weights_caption.set_texts(
            full.format(size=size) + note, *([short + note, brief + note] if note else []), short, brief
        )
        if self.quantity == ACTIVATIONS:
            name = self.tr("Activations a after each layer")
        else:
            name = self.tr("Gradients ∂L/∂a at each layer")
        beyond = any(self.columns[i].ridges.beyond for i, look in enumerate(self._looks[self._side]) if look.shown)
        if beyond:
            full = self.tr("{name} — bar on the left: share of exact zeros, on the right: beyond the axis")
        else:
            full = self.tr("{name} — bar on the left: share of exact zeros, ridge: all others, scaled to peak")
        short = self.tr("{name} — bar on the left: share of exact zeros")
        self.ridges_caption.set_texts(full.format(name=name), short.format(name=name), name)
        self._write_std_caption()

    def _write_std_caption(self) -> None:
        if len(self._runs) > 1:
            full = self.tr(
                "Standard deviation by layer: {own}; thin, hollow dots: {other}; dashed: theory for wide layers"
            )
            short, brief = self.tr("Standard deviation: {own}; thin, hollow dots: {other}"), self.tr("thin: {other}")
            sides = {"own": SIDES[self._side], "other": SIDES[1 - self._side]}
            self.std_caption.set_texts(*(text.format(**sides) for text in (full, short, brief)))
        else:
            self.std_caption.set_texts(
                self.tr("Standard deviation by layer, log scale; dashed: theory for wide layers"),
                self.tr("Standard deviation by layer, log scale"),
                self.tr("Standard deviation"),
            )
        self.std.plot.setAccessibleName(self.std_caption.text)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        for parts in self.columns:
            for widget in parts.widgets:
                widget.set_theme(theme)  # type: ignore[attr-defined]
        for part in (self.numbers, self.weights_caption, self.ridges_caption, self.std_caption, self.switch, self.std):
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Set the fixed texts again; the others come with the next looks and frames."""
        self.switch.set_options([(ACTIVATIONS, self.tr("Activations")), (GRADIENTS, self.tr("Gradients"))])
        self.switch.setAccessibleName(self.tr("What is shown by layer"))
        self.numbers.set_word(self.tr("layer"))
        self.std.plot.set_titles(bottom=self.tr("layer, from the input side to the output side"))
        for parts in self.columns:
            parts.histogram.setAccessibleName(self.tr("Histogram of the weights"))
            parts.ridges.setAccessibleName(self.tr("Values by layer"))


def flow_of(scene: ForwardScene, index: int, quantity: str) -> Flow:
    """What went through the layers of a scheme, there or back."""
    sent = scene.passes[index]
    return sent.activations if quantity == ACTIVATIONS else sent.gradients


def lit_layers(frame: ForwardFrame, layers: int, quantity: str) -> tuple[int, int]:
    """The first and last layer that a step has uncovered; the first is larger where there is none."""
    if quantity == ACTIVATIONS:
        return 1, layers if frame.phase == "backward" else frame.layer
    return (frame.layer, layers) if frame.phase == "backward" else (layers + 1, layers)
