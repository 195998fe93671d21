"""The centre of the tab while functions are probed or repeated: curves, densities, spreads and the table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from engine.simulations.activations_curves import Density
from engine.simulations.activations_probe import ProbeFrame
from engine.simulations.activations_repeat import RepeatFrame
from engine.simulations.activations_scene import FunctionsScene
from gui.panels.activations.caption import Figures
from gui.panels.activations.cost_meter import CostMeter, measured_costs
from gui.panels.activations.curve_plots import CurvePlots
from gui.panels.activations.facts_table import FactsTable
from gui.panels.activations.figures import deviation, figure
from gui.panels.activations.output_plots import DensityPlot, SpreadPlot
from gui.theme import Theme
from gui.widgets.caption import Caption
from gui.widgets.painting import tint

SIDE = 11
OUTPUTS_WIDTH = 192
"""The least width of both densities with their words."""


class FunctionsView(QWidget):
    """Shows a `FunctionsScene` with a `ProbeFrame` or a `RepeatFrame`.

    `picked(i)`: a curve or row was clicked. `probe_moved(z, done)` and `passes_moved(k, done)`: the hand drags a line.
    """

    picked = Signal(int)
    probe_moved = Signal(float, bool)
    passes_moved = Signal(int, bool)

    def __init__(self, theme: Theme) -> None:
        """Build everything once."""
        super().__init__()
        self.curves = CurvePlots(theme, self)
        self.once, self.repeated = DensityPlot(theme), DensityPlot(theme)
        self.spread = SpreadPlot(theme)
        self.table = FactsTable(theme)
        self.meter = CostMeter(self)
        self.captions = {name: Caption(theme, 13) for name in ("values", "slopes", "densities", "spread")}
        self.statistics = (Figures(theme), Figures(theme))
        self.foot = Caption(theme, 11)
        self.copy = QToolButton()
        self.scene: FunctionsScene | None = None
        self._selected = 0
        self._densities: dict[int, tuple[Density, int]] = {}
        self._lay_out()
        self.curves.picked.connect(self.picked)
        self.table.table.row_selected.connect(self.picked)
        self.curves.moved.connect(self.probe_moved)
        self.spread.moved.connect(self.passes_moved)
        self.meter.measured.connect(self._show_costs)
        self.copy.clicked.connect(self._open_copy)
        self.set_theme(theme)
        self.retranslate()

    # -- building -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(8, 0, 8, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 476)
        grid.setColumnStretch(1, 214)
        grid.setColumnMinimumWidth(1, OUTPUTS_WIDTH)
        grid.setRowStretch(1, 1)
        grid.setRowStretch(2, 1)
        self.captions["values"].setContentsMargins(0, 0, 0, 2)
        grid.addWidget(self.captions["values"], 0, 0)
        grid.addWidget(self.captions["densities"], 0, 1)
        grid.addWidget(self.curves.values, 1, 0)
        grid.addLayout(self._row(self.once, self.repeated, 14), 1, 1)
        grid.addLayout(self._column(self.captions["slopes"], (self.curves.slopes, 58), (self.curves.inputs, 42)), 2, 0)
        outputs = self._column(self.captions["spread"], (self.spread, 1))
        outputs.insertLayout(0, self._row(*self.statistics, 14))
        outputs.insertSpacing(1, 4)
        grid.addLayout(outputs, 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 4, SIDE, 8)
        column.setSpacing(2)
        column.addLayout(grid, 1)
        column.addWidget(self.table)
        column.addLayout(self._foot())

    def _row(self, first: QWidget, second: QWidget, gap: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        row.addWidget(first, 1)
        row.addWidget(second, 1)
        return row

    def _column(self, caption: Caption, *plots: tuple[QWidget, int]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(caption)
        for plot, stretch in plots:
            column.addWidget(plot, stretch)
        return column

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 2, 8, 0)
        self.copy.setAutoRaise(True)
        self.copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        row.addWidget(self.foot, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        return row

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_scene(self, scene: FunctionsScene, shown: list[int], selected: int, repeating: bool) -> None:
        """Other functions or inputs, or another choice of what is shown of them."""
        self.scene, self._selected = scene, selected
        self.curves.show_scene(scene, shown, selected)
        self.curves.set_passing(repeating)
        self._show_density(0, scene.once[selected], 1)
        if not repeating:
            self._show_density(1, scene.repeated[selected], scene.passes)
        self.spread.show_scene(scene, shown, selected, follows=repeating)
        self.table.show_scene(scene, selected)
        self._show_costs()
        self._fit_table()
        if self.isVisible():
            self.meter.start(scene.activations)

    def show_probe(self, frame: ProbeFrame) -> None:
        """The probe's place."""
        assert self.scene is not None
        reading = frame.readings[self._selected]
        self.curves.show_probe(reading)
        self.once.show_level(reading.value, f"f(z) = {figure(reading.value)}")
        self.repeated.show_level(None)
        self.spread.show_passes(self.scene.passes)

    def show_repeat(self, frame: RepeatFrame) -> None:
        """So many passes."""
        reading = frame.readings[self._selected]
        self.curves.show_way(frame.z, reading, frame.webs[self._selected])
        self._show_density(1, frame.repeated[self._selected], frame.step)
        self.once.show_level(None)
        self.repeated.show_level(reading.z, f"z = {figure(reading.z)}")
        self.spread.show_passes(frame.step)

    def _show_density(self, place: int, density: Density, passes: int) -> None:
        assert self.scene is not None
        self._densities[place] = density, passes
        plot = (self.once, self.repeated)[place]
        plot.show_density(density, self.scene.view, self.scene.colours[self._selected], f"k = {passes}")
        text = self.tr("mean {mean}\nstd  {std}")
        self.statistics[place].set_text(text.format(mean=figure(density.mean, 2), std=deviation(density.std)))

    def _show_costs(self) -> None:
        costs = measured_costs()
        self.table.show_costs(costs)
        known = self.scene is not None and all(type(each) in costs for each in self.scene.activations)
        where = self.tr("measured here") if known else self.tr("measured while the window is open")
        text = self.tr(
            "0-centred: mean output for z ~ N(0, 1)   ·   saturated: |f′| < 0.05   ·   cost: ns per element, {where}"
        )
        self.foot.setText(text.format(where=where))

    def measure(self) -> None:
        """Measure the cost column at once, for pictures without a window (some 50 ms)."""
        if self.scene is not None:
            self.meter.start(self.scene.activations)
            self.meter.finish()
            self._show_costs()

    # -- the window ---------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Costs are measured while somebody looks."""
        super().showEvent(event)
        if self.scene is not None:
            self.meter.start(self.scene.activations)

    def hideEvent(self, event: object) -> None:
        """A hidden tab does nothing."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self.meter.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The table takes what it needs, up to a share."""
        super().resizeEvent(event)
        self._fit_table()

    def _fit_table(self) -> None:
        self.table.fit(self.contentsRect().width() - 2 * SIDE, self.height())

    def _open_copy(self) -> None:
        menu = self.table.menu()
        menu.exec(self.copy.mapToGlobal(self.copy.rect().topLeft()))
        menu.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and face from `theme`."""
        self.curves.set_theme(theme)
        for plot in (self.once, self.repeated, self.spread):
            plot.set_theme(theme)
        self.table.set_theme(theme)
        for caption in (*self.captions.values(), self.foot):
            caption.set_theme(theme)
        for figures in self.statistics:
            figures.set_theme(theme)
        self.copy.setFont(theme.font(11))
        tint(self.copy, theme, "quiet")

    def retranslate(self) -> None:
        """Set every text again."""
        self.captions["values"].setText(self.tr("Function f(z)"))
        self.captions["slopes"].setText(self.tr("Derivative f′(z)"))
        self.captions["densities"].setText(self.tr("Output density on the f axis"))
        self.captions["spread"].setText(self.tr("Spread (std) after k passes"))
        self.copy.setText(self.tr("Copy…"))
        self.copy.setAccessibleName(self.tr("Copy the table"))
        self.once.setAccessibleName(self.tr("Density of the outputs after one pass"))
        self.repeated.setAccessibleName(self.tr("Density of the outputs after k passes"))
        self.spread.setAccessibleName(self.tr("Standard deviation of the outputs by number of passes"))
        self.curves.retranslate()
        self.table.retranslate()
        self._show_costs()
        for place, shown in self._densities.items():
            self._show_density(place, *shown)
