"""Rows for numbers: label, exact value and slider, in the arrangements of the design."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.parameter import Parameter
from gui.i18n import error_words, words
from gui.widgets.form.editor import (
    EDITORS,
    HALF,
    SMALL_HALF,
    ApartNote,
    Editor,
    Host,
    Note,
    label_text,
    spoken,
    tip,
)
from gui.widgets.number_field import DragLabel, NumberField
from gui.widgets.painting import tint
from gui.widgets.slider import ValueSlider

# A linear slider over more values than this cannot hit one; such a number gets a field only.
MOST_ON_A_SLIDER = 10_000
VALUE = 54


class NumberPair(QObject):
    """The field, and mostly the slider, of one number, kept equal and tied to the host. Rows only lay them out."""

    def __init__(
        self, host: Host, path: str, declared: Parameter, note: Note, parent: QWidget, small: bool, boxed: bool = False
    ) -> None:
        """With a slider, or if `boxed` with a field only."""
        super().__init__(parent)
        self.host, self.path, self.declared, self.note = host, path, declared, note
        self._value = self._default()
        self.field = NumberField(host.theme, declared, self._value, parent, boxed)
        self.field.setObjectName(host.address(path))
        self.field.moved.connect(self._moved)
        self.field.released.connect(self._released)
        self.field.refused.connect(note.tell)
        self.slider: ValueSlider | None = None
        if not boxed:
            self.slider = ValueSlider(host.theme, declared, self._value, parent, small)
            self.slider.setObjectName(host.address(path))
            self.slider.default = self._default
            self.slider.moved.connect(self._moved)
            self.slider.released.connect(self._released)

    def _default(self) -> float:
        return cast(float, self.host.default(self.path))

    def show_value(self, value: float) -> None:
        """Show `value` in both, silently."""
        self._value = value
        self.field.set_number(value)
        if self.slider is not None:
            self.slider.set_number(value)

    def _moved(self, value: float) -> None:
        self._tell(value, done=False)

    def _released(self, value: float) -> None:
        self._tell(value, done=True)

    def _tell(self, value: float, done: bool) -> None:
        kept = self._value
        typed = cast(float, self.declared.check(value))
        self.show_value(typed)
        error = self.host.edit(self.path, typed, done)
        if error is None:
            self.note.tell("")
        else:
            self.show_value(kept)
            self.field.refuse(error_words(error))

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        self.field.set_theme(self.host.theme)
        if self.slider is not None:
            self.slider.set_theme(self.host.theme)

    def dress(self, name: str, colour: str | int) -> None:
        """Set name, help and colour."""
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(words(self.declared.help) or self.declared.limits)
        if self.slider is not None:
            self.slider.setAccessibleName(name)
            self.slider.set_help(words(self.declared.help))
            self.slider.setToolTip(tip(self.declared))
            self.slider.set_colour(colour)


class NumberRow(Editor):
    """Base of the rows with one number."""

    def __init__(self, host: Host, path: str, declared: Parameter, small: bool = False, boxed: bool = False) -> None:
        """Build label, pair and note; the arrangement is the subclass's."""
        super().__init__(host, path, declared, small)
        self.note = Note(host.theme)
        self.label = DragLabel()
        self.label.symbol = declared.symbol
        self.head = QHBoxLayout()
        self.pair = NumberPair(host, path, declared, self.note, self, small, boxed)
        self.pair.field.follow(self.label)
        self._arrange()
        self.column.addWidget(self.note)
        self.note.setContentsMargins(self.overhang, 0, self.overhang, 0)
        self.set_theme()
        self.retranslate()

    def _arrange(self) -> None:
        raise NotImplementedError

    def show_value(self, value: float) -> None:
        """Show `value`, silently."""
        self.pair.show_value(value)

    def place_apart(self, note: ApartNote) -> None:
        """Beside the value."""
        self.head.insertWidget(self.head.indexOf(self.pair.field), note)

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        self.pair.set_theme()
        self.note.set_theme(self.host.theme)
        self.label.setFont(self.host.theme.font(13))
        tint(self.label, self.host.theme, "ink")

    def retranslate(self) -> None:
        """Set every text again."""
        self.label.setText(label_text(self.declared, short=self.small))
        self.label.setToolTip(tip(self.declared))
        self.pair.dress(spoken(self.declared, self.owner), self.colour)


class SliderRow(NumberRow):
    """Label at the left, value at the right, the slider below."""

    def _arrange(self) -> None:
        assert self.pair.slider is not None
        head = self.head
        head.setSpacing(2)
        self.margins(head, right_less=4)
        head.addWidget(self.label)
        head.addStretch(1)
        head.addWidget(self.pair.field)
        if self.declared.unit:
            head.addWidget(QLabel(self.declared.unit))
        self.column.setSpacing(0)
        self.column.addLayout(head)
        self.column.addWidget(self.pair.slider)


class FieldRow(NumberRow):
    """Label at the left, a box in the right half: for numbers no slider can hit."""

    def __init__(self, host: Host, path: str, declared: Parameter, small: bool = False) -> None:
        """Without a slider."""
        super().__init__(host, path, declared, small, boxed=True)

    def _arrange(self) -> None:
        head = self.head
        self.margins(head)
        head.addWidget(self.label, 1)
        if self.declared.unit:
            head.addWidget(QLabel(self.declared.unit))
        self.pair.field.setFixedWidth(SMALL_HALF if self.small else HALF)
        head.addWidget(self.pair.field)
        self.column.addLayout(head)


class InlineRow(NumberRow):
    """Symbol, slider and value in one line: the parameters of a card with a switch."""

    def _arrange(self) -> None:
        assert self.pair.slider is not None
        head = self.head
        self.margins(head, right_less=4)
        head.setSpacing(0)
        self.label.setMinimumWidth(15)
        head.addWidget(self.label)
        head.addWidget(self.pair.slider, 1)
        self.pair.field.setFixedWidth(VALUE)
        head.addWidget(self.pair.field)
        self.column.addLayout(head)


class VectorRow(Editor):
    """One box for each part, side by side; the part's name stands in the box and can be dragged."""

    def __init__(self, host: Host, path: str, declared: Parameter, small: bool = False) -> None:
        """A box for each of `declared.parts`."""
        super().__init__(host, path, declared, small)
        self.note = Note(host.theme)
        self.label = QLabel()
        if declared.section:
            self.label.hide()
        self.label.setContentsMargins(self.overhang, 0, self.overhang, 0)
        self.column.addWidget(self.label)
        part = dataclasses.replace(declared, kind="float")
        boxes = QHBoxLayout()
        boxes.setSpacing(8)
        self.margins(boxes)
        self.names = [DragLabel(words(name)) for name in declared.parts]
        self.pairs = []
        for index, name in enumerate(self.names):
            pair = NumberPair(host, f"{path}.{index}", part, self.note, self, small, boxed=True)
            pair.field.named_inside(name)
            pair.field.follow(name)
            boxes.addWidget(pair.field, 1)
            self.pairs.append(pair)
        self.column.addLayout(boxes)
        self.column.addWidget(self.note)
        self.set_theme()
        self.retranslate()

    def show_value(self, value: Sequence[float]) -> None:
        """Show each part, silently."""
        for pair, part in zip(self.pairs, value, strict=True):
            pair.show_value(part)

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        for pair in self.pairs:
            pair.set_theme()
        self.note.set_theme(self.host.theme)
        self.label.setFont(self.host.theme.font(13))
        tint(self.label, self.host.theme, "ink")

    def retranslate(self) -> None:
        """Set every text again."""
        self.label.setText(label_text(self.declared))
        for pair, name, part in zip(self.pairs, self.names, self.declared.parts, strict=True):
            name.setText(words(part))
            name.setToolTip(tip(self.declared))
            pair.dress(spoken(self.declared, self.owner, words(part)), self.colour)


def field_only(declared: Parameter) -> bool:
    """Whether a number is better typed than slid: asked for, boundless, or of too many values."""
    if declared.style == "field" or not math.isfinite(declared.high - declared.low):
        return True
    return declared.kind == "int" and declared.scale == "linear" and declared.high - declared.low > MOST_ON_A_SLIDER


def number_editor(host: Host, path: str, declared: Parameter, small: bool) -> Editor:
    """The row that suits a number."""
    return (FieldRow if field_only(declared) else SliderRow)(host, path, declared, small)


EDITORS["float"] = EDITORS["int"] = number_editor
EDITORS["vector"] = VectorRow
