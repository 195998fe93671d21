"""The right column of a scalar chain: this step's formulas, the product so far, what is left in the end, the verdict."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.simulations.gradients import GradientsSettings
from engine.simulations.gradients_chain import ChainFrame
from engine.simulations.gradients_formulas import factor_figure, long_figure, power_figure, table_figure
from engine.simulations.gradients_scene import ChainScene
from gui.i18n import words
from gui.panels.gradients.look import page, sentences, series_of
from gui.theme import Theme
from gui.widgets.inspector import (
    FormulaEntry,
    FormulaList,
    Inspector,
    NumberColumn,
    NumberRow,
    NumberTable,
    SectionTitle,
    Separator,
    VerdictCard,
)
from gui.widgets.plot import SUPERSCRIPTS

ROWS = 11  # of the product: the chapter's ten layers and the start
MARKS = 40  # pixels of a row that are neither name nor number: margins, the dot, the gaps


class ChainInspector(Inspector):
    """Says what the picture means. `layer_clicked(layer)` tells a row under the hand; n + 1 is the start."""

    layer_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._scene: ChainScene | None = None
        self._settings: GradientsSettings | None = None
        self._frame: ChainFrame | None = None
        self.step_title = self.add(SectionTitle(theme))
        self.formulas = self.add(FormulaList(theme), 2)
        self.add(Separator(theme))
        self.product = self.add(NumberTable(theme, clickable=True, row_height=21))
        self.add(Separator(theme))
        self.outcome = self.add(NumberTable(theme, row_height=22))
        self.cards = (self.add(VerdictCard(theme), 16), self.add(VerdictCard(theme), 8))
        self.product.row_clicked.connect(self._clicked)
        self.retranslate()

    def show_chain(self, scene: ChainScene, settings: GradientsSettings) -> None:
        """Show another chain."""
        self._scene, self._settings, self._frame = scene, settings, None
        self.product.reset_widths()
        self.outcome.reset_widths()
        self._show_outcome()

    def show_step(self, frame: ChainFrame) -> None:
        """Show the step at hand."""
        self._frame = frame
        self._show_title()
        self.formulas.set_blocks([FormulaEntry(f.tex, f.numbers, f.result) for f in frame.formulas])
        self.product.set_rows(self._product_rows(frame))

    def retranslate(self) -> None:
        """Set every text again."""
        self.step_title.set_title(self.tr("This step"))
        self.product.set_header(
            self.tr("The product"), (NumberColumn(self.tr("factor")), NumberColumn(self.tr("gradient")))
        )
        self._show_outcome()
        if self._frame is not None:
            self.show_step(self._frame)

    def _show_title(self) -> None:
        assert self._settings is not None and self._frame is not None
        frame, name = self._frame, words(self._settings.activation.title)
        note = {
            "start": self.tr("{name} · start"),
            "forward": self.tr("{name} · forward, layer {layer}"),
            "backward": self.tr("{name} · backward, layer {layer}"),
        }[frame.phase]
        self.step_title.set_note(note.format(name=name, layer=frame.layer), series_of(self._settings.activation.kind))

    # -- the product --------------------------------------------------------------------------------------------------

    def _window(self, layer: int) -> tuple[int, int]:
        """The layers in the table, topmost and lowest: those around the layer at hand; n + 1 is the start."""
        assert self._scene is not None
        last = self._scene.chain.layers + 1
        low = page(layer, ROWS, last)
        return min(last, low + ROWS - 1), low

    def _product_rows(self, frame: ChainFrame) -> list[NumberRow]:
        top, low = self._window(self._at(frame))
        rows = [self._row(frame, layer) for layer in range(top, low - 1, -1)]
        if self._have_room(rows):
            return rows
        return [replace(row, name=row.name if row.shape == "none" else f"{top - i}") for i, row in enumerate(rows)]

    def _have_room(self, rows: list[NumberRow]) -> bool:
        """Whether names stand beside the numbers; in a narrow column the layers' numbers alone must do."""
        names = max(self.faces.strong.width(row.name) for row in rows)
        figures = sum(max(len(row.values[column]) for row in rows) for column in (0, 1))
        return MARKS + names + self.faces.number.digit * figures <= self.product.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for other names."""
        super().resizeEvent(event)
        if self._frame is not None:
            self.product.set_rows(self._product_rows(self._frame))

    def _at(self, frame: ChainFrame) -> int:
        """The layer that the table must show: before the way back begins, its start."""
        assert self._scene is not None
        return frame.layer if frame.phase == "backward" else self._scene.chain.layers + 1

    def _row(self, frame: ChainFrame, layer: int) -> NumberRow:
        assert self._scene is not None and self._settings is not None
        chain = self._scene.chain
        if layer > chain.layers:
            return NumberRow(self.tr("start"), ("", "1"), shape="none", faded=frame.forward < chain.layers)
        known = frame.phase == "backward" and layer >= frame.layer
        return NumberRow(
            self.tr("layer {layer}").format(layer=layer),
            (f"×{factor_figure(float(chain.factors[layer - 1]))}", table_figure(float(chain.gradients[layer - 1]))),
            swatch=series_of(self._settings.activation.kind),
            shape="dot" if known else "ring",
            boxed=frame.phase == "backward" and layer == frame.layer,
            faded=not known,
        )

    def _clicked(self, row: int) -> None:
        if self._frame is not None:
            self.layer_clicked.emit(self._window(self._at(self._frame))[0] - row)

    # -- the outcome --------------------------------------------------------------------------------------------------

    def _show_outcome(self) -> None:
        if self._scene is None:
            return
        scene = self._scene
        n = scene.chain.layers
        title = self.tr("After 1 layer") if n == 1 else self.tr("After {n} layers").format(n=n)
        self.outcome.set_header(title, (NumberColumn(""),))
        power = f"{scene.best:.4g}".replace("-", "−") + ("" if n == 1 else f"{n}".translate(SUPERSCRIPTS))
        best = NumberRow(self.tr("at best, {power}").format(power=power), (power_figure(scene.best, n),))
        own = NumberRow(self.tr("this chain"), (long_figure(float(scene.chain.gradients[0])),), strong=True)
        self.outcome.set_rows([own] if scene.best == float("inf") else [best, own])
        series = series_of(self._settings.activation.kind) if self._settings is not None else "quiet"
        for i, card in enumerate(self.cards):
            said = sentences(scene.verdicts[i]) if i < len(scene.verdicts) else ("", "")
            card.set_verdict(*said, series)
