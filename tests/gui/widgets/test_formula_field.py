"""The row for a formula: what is wrong in it is marked where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.simulations.race import RaceSettings
from engine.surfaces.typed import FormulaSurface
from gui.theme import load_theme
from gui.widgets.form import ParameterForm
from gui.widgets.form.formula_row import FormulaField
from tests.gui.widgets.pixels import near, painted

LIGHT = load_theme("light")


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[ParameterForm]:
    made = ParameterForm(LIGHT)
    made.resize(260, 900)
    made.show()
    made.show_settings(replace(RaceSettings(), surface=FormulaSurface()))
    yield made
    shiboken6.delete(made)


@pytest.fixture
def field(form: ParameterForm) -> FormulaField:
    found = form.findChild(FormulaField, "settings.surface.text")
    assert found is not None
    return found


def type_in(field: FormulaField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    field.grab()  # a line scrolls when it is painted
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "fault"), [("x^2 + sim(y)", "sim"), ("2x + y", "2x"), ("x^2 + (y", "("), ("x + $", "$"), ("x^2 +", "+")]
)
def test_the_characters_at_fault_are_marked(field: FormulaField, text: str, fault: str) -> None:
    type_in(field, text)
    assert field.wrong
    assert field.fault is not None
    assert text[slice(*field.fault)] == fault
    area = field.marked()
    assert area is not None
    width = QFontMetricsF(field.font()).horizontalAdvance
    start = width(text[: field.fault[0]])
    assert area.width() == pytest.approx(max(width(fault), 4) + 2, abs=1.5)
    assert area.left() - field.textMargins().left() == pytest.approx(start, abs=4)
    line = painted(field, LIGHT.color("card"))[round(2 * (area.bottom() - 1))]
    lit = near(line, LIGHT.color("accent"), 40).nonzero()[0] / 2
    inner = lit[(lit > 3) & (lit < field.width() - 3)]
    assert abs(inner.min() - area.left()) < 2
    assert abs(inner.max() - area.right()) < 2


def test_the_mark_follows_while_it_is_mended_and_goes_when_it_is(field: FormulaField) -> None:
    type_in(field, "sim(x) + y^2")
    assert field.fault == (0, 3)
    field.setFocus()
    field.setCursorPosition(0)
    QTest.keyClicks(field, "1 + ")
    assert field.fault == (4, 7)
    field.setText("sin(x) + y^2")
    assert field.fault is None
    assert field.marked() is None


def test_what_is_right_has_no_mark(field: FormulaField) -> None:
    type_in(field, "x^2 + y^2")
    assert not field.wrong
    assert field.fault is None


def test_escape_takes_the_mark_away(field: FormulaField) -> None:
    type_in(field, "sim(x)")
    assert field.fault is not None
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.fault is None
    assert field.text() == FormulaSurface().text


def test_a_fault_far_to_the_right_is_brought_into_sight(field: FormulaField) -> None:
    type_in(field, "x^2 + y^2 + sin(x)*cos(y) + 0.1*(x^2 + y^2) + sim(x) + y^2 + x^2")
    field.grab()
    area = field.marked()
    assert area is not None
    assert area.width() > 15
    assert field.rect().contains(area.toAlignedRect())
