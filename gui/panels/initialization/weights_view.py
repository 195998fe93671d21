"""The centre in mode `weights`: per scheme its law, its matrix, its histogram; below them how chance shrinks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from engine.simulations.base import Array
from engine.simulations.initialization_weights import (
    SchemeScene,
    WeightsFrame,
    WeightsScene,
    relative_bands,
    relative_curves,
)
from gui.panels.initialization.chance_plot import ChancePlot, CurveLook
from gui.panels.initialization.histogram import WeightHistogram
from gui.panels.initialization.labels import Caption, Sample, SampleLines, SchemeHead
from gui.panels.initialization.look import MOST_SCHEMES, Look
from gui.panels.initialization.matrix_picture import ColourScale, MatrixPicture
from gui.panels.initialization.number_text import (
    brief_expected,
    error_text,
    expected_text,
    score_text,
    signed,
    with_error,
)
from gui.theme import Theme
from gui.widgets.formula import FormulaView
from gui.widgets.segments import Segments

SCALES = ("common", "own")
GAP = 16


class SchemeParts:
    """The widgets of one scheme, which stand in one column of the grid."""

    def __init__(self, theme: Theme) -> None:
        self.head = SchemeHead(theme)
        self.formula = FormulaView(theme, size=14)
        self.picture = MatrixPicture(theme)
        self.histogram = WeightHistogram(theme)
        self.lines = SampleLines(theme)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """All of them, from the top."""
        return self.head, self.formula, self.picture, self.histogram, self.lines


class WeightsView(QWidget):
    """Shows frames of mode `weights`. `picked(index)` tells that the hand has chosen a scheme."""

    picked = Signal(int)
    scale_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.columns = [SchemeParts(theme) for _ in range(MOST_SCHEMES)]
        self.matrix_caption, self.histogram_caption = Caption(theme), Caption(theme)
        self.colours, self.scale = ColourScale(theme), Segments(theme)
        self.mean_caption, self.std_caption = Caption(theme), Caption(theme)
        self.mean_plot, self.std_plot = ChancePlot(theme, 0.0), ChancePlot(theme, 1.0)
        self._scene: WeightsScene | None = None
        self._looks: tuple[Look, ...] = ()
        self._arranged: tuple[int, ...] = ()
        self._form: tuple[int, int] | None = None
        self._common = True
        self._lay_out()
        for index, parts in enumerate(self.columns):
            parts.head.clicked.connect(lambda _checked, index=index: self.picked.emit(index))
        self.scale.chosen.connect(self.scale_chosen)

    # -- layout -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + 2, 8, GAP + 2, 6)
        column.setSpacing(0)
        self._matrix_row, self._histogram_row = QWidget(), QWidget()
        for row, caption, aside in (
            (self._matrix_row, self.matrix_caption, self.colours),
            (self._histogram_row, self.histogram_caption, self.scale),
        ):
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 5, 0, 3)
            line.addWidget(caption, 1)
            line.addWidget(aside)
        self.scale.setMinimumWidth(190)
        self.scale.setMaximumWidth(300)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(GAP)
        self.grid.setVerticalSpacing(2)
        column.addLayout(self.grid, 11)
        column.addLayout(self._chance_row(), 5)

    def _chance_row(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        for place, (caption, plot) in enumerate(
            ((self.mean_caption, self.mean_plot), (self.std_caption, self.std_plot))
        ):
            grid.addWidget(caption, 0, place)
            grid.addWidget(plot, 1, place)
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(1, 1)
        return grid

    def _arrange(self, shown: tuple[int, ...]) -> None:
        """Put the shown schemes side by side; a single one has its histogram beside its matrix."""
        if shown == self._arranged:
            return
        self._arranged = shown
        while self.grid.takeAt(0) is not None:
            continue
        lines = tuple(self.columns[index].lines for index in shown)
        for index, parts in enumerate(self.columns):
            parts.lines.stand_beside(lines)
            for widget in parts.widgets:
                widget.setVisible(index in shown)
        for place in range(MOST_SCHEMES):
            self.grid.setColumnStretch(place, 1 if place < max(len(shown), 2 if len(shown) == 1 else 1) else 0)
        for row in range(7):
            self.grid.setRowStretch(row, 0)
        if len(shown) == 1:
            self._arrange_one(self.columns[shown[0]])
        else:
            self._arrange_many([self.columns[i] for i in shown])

    def _arrange_one(self, parts: SchemeParts) -> None:
        self.grid.addWidget(parts.head, 0, 0)
        self.grid.addWidget(parts.formula, 0, 1)
        self.grid.addWidget(self._matrix_row, 1, 0)
        self.grid.addWidget(self._histogram_row, 1, 1)
        self.grid.addWidget(parts.picture, 2, 0, 2, 1)
        self.grid.addWidget(parts.histogram, 2, 1)
        self.grid.addWidget(parts.lines, 3, 1)
        self.grid.setRowStretch(2, 1)

    def _arrange_many(self, columns: Sequence[SchemeParts]) -> None:
        span = max(len(columns), 1)
        self.grid.addWidget(self._matrix_row, 2, 0, 1, span)
        self.grid.addWidget(self._histogram_row, 4, 0, 1, span)
        for place, parts in enumerate(columns):
            for row, widget in zip((0, 1, 3, 5, 6), parts.widgets, strict=True):
                self.grid.addWidget(widget, row, place)
        self.grid.setRowStretch(3, 4)
        self.grid.setRowStretch(5, 3)

    def sizeHint(self) -> QSize:
        """The centre of the window at its usual size."""
        return QSize(750, 717)

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_scene(self, scene: WeightsScene, looks: tuple[Look, ...], scale: str) -> None:
        """Another run, or another look at it."""
        self._scene, self._looks = scene, looks
        self._arrange(tuple(i for i, look in enumerate(looks) if look.shown))
        self.scale.set_current(scale)
        self._common = common = scale == "common"
        for scheme, look, parts in zip(scene.schemes, looks, self.columns, strict=False):
            parts.head.show_scheme(look.name, look.colour, look.selected)
            parts.formula.set_formula(scheme.law)
            parts.histogram.show_scheme(scheme, look.colour, scene.reach if common else scheme.reach or 1.0)
        if common:
            self.colours.set_ends(signed(f"{-scene.level:.2g}"), f"{scene.level:.2g}")
        else:
            self.colours.set_ends("−3 σ", "3 σ")
        self._show_chance(scene)

    def _show_chance(self, scene: WeightsScene) -> None:
        """Curves of all schemes that have any, and around them the band of the selected one."""
        selected = next((i for i, look in enumerate(self._looks) if look.selected), 0)
        bands = [relative_bands(scheme) for scheme in scene.schemes]
        around = scene.schemes[selected].family is not None and self._looks[selected].shown
        note = self.tr("±2 standard errors, {name}").format(name=self._looks[selected].name) if around else ""
        curve_looks = [self._curve_look(i, look) for i, look in enumerate(self._looks)]
        for kind, plot in enumerate((self.mean_plot, self.std_plot)):
            reach = max(
                (
                    float(np.abs(bands[i][kind] - plot.expected).max())
                    for i in self._visible()
                    if scene.schemes[i].family
                ),
                default=0.0,
            )
            plot.show_run(scene.n_in, reach, curve_looks, bands[selected][kind] if around else None)
            plot.backdrop.show_notes(note, self._coincidence(scene))

    def _curve_look(self, index: int, look: Look) -> CurveLook:
        """A scheme's curve, taking turns with those that coincide with it."""
        assert self._scene is not None
        family = self._scene.schemes[index].family
        same = [i for i in self._visible() if self._scene.schemes[i].family == family]
        shown = look.shown and family is not None
        return CurveLook(look.colour, look.selected, same.index(index) if shown else 0, len(same), shown)

    def _visible(self) -> list[int]:
        return [i for i, look in enumerate(self._looks) if look.shown]

    def _coincidence(self, scene: WeightsScene) -> str:
        """Whose curves lie on one another."""
        families: dict[str, list[str]] = {}
        for i in self._visible():
            family = scene.schemes[i].family
            if family is not None:
                families.setdefault(family, []).append(self._looks[i].name)
        same = [", ".join(names) for names in families.values() if len(names) > 1]
        return "\n".join(self.tr("{names}: one curve").format(names=names) for names in same)

    def show_frame(self, frame: WeightsFrame, record: Array) -> None:
        """Another step; `record` holds all rows known."""
        assert self._scene is not None
        for i in self._visible():
            self._show_scheme(i, self._scene.schemes[i], frame)
        self._keep_one_form()
        mean, std = relative_curves(self._scene, record)
        self.mean_plot.show_step(mean, frame.step)
        self.std_plot.show_step(std, frame.step)
        self._write_captions(frame.step)

    def _keep_one_form(self) -> None:
        """A longer number in one column may change the form of all."""
        lines = [self.columns[i].lines for i in self._visible()]
        form = lines[0].form() if lines else None
        if form != self._form:
            self._form = form
            for line in lines:
                line.update()

    def _show_scheme(self, index: int, scheme: SchemeScene, frame: WeightsFrame) -> None:
        assert self._scene is not None
        parts = self.columns[index]
        parts.picture.show_matrix(frame.weights, index, self._scene.level if self._common else scheme.level or 1.0)
        parts.picture.show_rows(frame.step)
        if scheme.std:
            parts.histogram.show_bars(frame.heights[index], frame.joined)
        else:
            count = frame.step * self._scene.n_out
            notes = (self.tr("all {n}\nare 0").format(n=count), self.tr("all\nare 0")) if count else ("",)
            parts.histogram.show_spike(count > 0, *notes)
        parts.lines.show_samples(self._samples(index, scheme, frame))

    def _samples(self, index: int, scheme: SchemeScene, frame: WeightsFrame) -> tuple[Sample, Sample]:
        """Mean and standard deviation with what was expected, and how far off chance may be once a row is drawn."""
        mean_error, std_error = scheme.chance.errors(frame.step)
        mean, std = float(frame.mean[index]), float(frame.std[index])
        drawn = frame.step > 0 and scheme.std > 0
        return (
            Sample(
                self.tr("mean"),
                with_error(mean, mean_error),
                self._scores(frame.mean_score[index], mean_error) if drawn else ("",),
                self._expected(0.0, mean_error),
            ),
            Sample(
                self.tr("std"),
                with_error(std, std_error),
                self._scores(frame.std_score[index], std_error) if drawn else ("",),
                self._expected(scheme.std, std_error),
            ),
        )

    def _scores(self, score: float, error: float) -> tuple[str, ...]:
        if not error:
            return ("–",)
        text = score_text(float(score))
        return self.tr("{score} SE").format(score=text), text

    def _expected(self, value: float, error: float) -> tuple[str, ...]:
        text = expected_text(value, error)
        if not error:
            return self.tr("expected {value}").format(value=text), text
        short, brief = f"{text} ± {error_text(error)}", brief_expected(value, error)
        return self.tr("expected {value}").format(value=short), short, brief, brief.replace(" ", "")

    def _write_captions(self, step: int) -> None:
        assert self._scene is not None
        n_in, n_out = self._scene.n_in, self._scene.n_out
        full = self.tr("Weights W: row {row} of {n_in}, {n_out} units across")
        short = self.tr("W: row {row} of {n_in}")
        texts = [text.format(row=step, n_in=n_in, n_out=n_out) for text in (full, short)]
        if any(scheme.law.startswith("N") for scheme in self._scene.schemes):
            note, brief = self.tr(" · N(0, s): s is the standard deviation"), self.tr(" · N(0, s): s = std")
            texts = [*(text + note for text in texts), texts[-1] + brief, *texts]
        self.matrix_caption.set_texts(*texts)
        self.matrix_caption.setToolTip(self._picture_note())

    def _picture_note(self) -> str:
        assert self._scene is not None
        most = max(self._scene.n_in, self._scene.n_out)
        shown = self.columns[0].picture.image
        if most <= max(shown.width(), shown.height()):
            return self.matrix_caption.text
        return self.tr("The picture shows evenly spaced rows and columns of the matrix.")

    # -- theme, language ----------------------------------------------------------------------------------------------

    def _parts(self) -> Iterable[object]:
        for parts in self.columns:
            yield from parts.widgets
        yield from (self.matrix_caption, self.histogram_caption, self.colours, self.scale)
        yield from (self.mean_caption, self.std_caption, self.mean_plot, self.std_plot)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        for part in self._parts():
            part.set_theme(theme)  # type: ignore[attr-defined]

    def retranslate(self) -> None:
        """Set the fixed texts again; the others come with the next scene and frame."""
        self.scale.set_options([("common", self.tr("Same w scale")), ("own", self.tr("Each its own"))])
        self.scale.setAccessibleName(self.tr("Scale of weights in pictures and histograms"))
        self.histogram_caption.set_texts(
            self.tr("Histogram of the weights drawn so far, expected density dashed"),
            self.tr("Histogram, expected density dashed"),
            self.tr("Histogram"),
        )
        self.mean_caption.set_texts(self.tr("Mean ÷ expected std"))
        self.std_caption.set_texts(self.tr("Std ÷ expected std"))
        for plot in (self.mean_plot, self.std_plot):
            plot.set_titles(bottom=self.tr("rows drawn"))
        self.mean_plot.setAccessibleName(self.mean_caption.text)
        self.std_plot.setAccessibleName(self.std_caption.text)
        for parts in self.columns:
            parts.picture.setAccessibleName(self.tr("Weight matrix"))
            parts.histogram.setAccessibleName(self.tr("Histogram of the weights"))
