"""Verdicts and lists of good and bad: lines, marks, colours that can be read, room taken."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Theme, load_theme
from gui.widgets.inspector import (
    CheckItem,
    CheckList,
    VerdictCard,
)
from gui.widgets.painting import luminance
from tests.gui.widgets.pixels import WIDTH, Shown, fitted, near, painted, shown_in_a_column


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.fixture
def light() -> Theme:
    return load_theme("light")


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Shown]:
    windows: list[QWidget] = []  # qtbot only closes windows, it does not keep them
    yield lambda theme, widget: windows.append(shown_in_a_column(qtbot, theme, widget))
    windows.clear()


def test_a_verdict_wraps_and_carries_the_colour_of_its_subject(qtbot: QtBot, theme: Theme) -> None:
    card = VerdictCard(theme)
    card.set_verdict("SGD never settles.", "Along y each step lands as far away on the other side. " * 2, 0)
    fitted(qtbot, card)
    pixels = painted(card, theme.color("side"))
    bar = near(pixels, theme.series(0), 4)
    assert bar[:, :12].sum() == 0
    assert (bar[:, 12:20].all(axis=1)).sum() > 2 * card.height() - 4
    assert card.height() > 20 + 18 * 3
    right = np.flatnonzero((np.abs(pixels - pixels[100, 40]).max(axis=-1) > 60).any(axis=0))[-1]
    assert right < 2 * (WIDTH - 6)
    assert card.accessibleName().startswith("SGD never settles. Along y")


def test_text_on_the_card_can_be_read(theme: Theme) -> None:
    for name in ("ink", "quiet_soft"):
        text, ground = luminance(theme.color(name)), luminance(theme.color("soft"))
        assert (max(text, ground) + 0.05) / (min(text, ground) + 0.05) >= 4.5


def test_no_verdict_takes_no_room(qtbot: QtBot, light: Theme) -> None:
    card = fitted(qtbot, VerdictCard(light))
    assert card.sizeHint().height() == 0
    card.set_verdict("Converged.", "", 1)
    assert card.sizeHint().height() == 38
    card.set_verdict("", "")
    assert card.sizeHint().height() == 0


def test_japanese_wraps_between_characters(qtbot: QtBot, light: Theme) -> None:
    card = fitted(qtbot, VerdictCard(light))
    card.set_verdict(
        "収束しません。", "学習率が安定限界に等しいので、この方向では一歩ごとに反対側の同じ遠さに着きます。", 0
    )
    assert card.heightForWidth(WIDTH) >= 20 + 3 * 18


def test_the_card_grows_with_its_text_in_a_column(qtbot: QtBot, show: Shown, light: Theme) -> None:
    card = VerdictCard(light)
    show(light, card)
    card.set_verdict("Title.", "Short.", 0)
    qtbot.waitUntil(lambda: card.height() == 56)
    card.set_verdict("Title.", "A sentence that goes on and on until it needs a second line.", 0)
    qtbot.waitUntil(lambda: card.height() == 74)


def test_good_and_bad_have_drawn_marks(qtbot: QtBot, theme: Theme) -> None:
    items = fitted(qtbot, CheckList(theme))
    items.set_items(
        [CheckItem("check", "Smooth everywhere."), CheckItem("cross", "Saturates."), CheckItem("nearly", "So.")]
    )
    items.resize(WIDTH, items.heightForWidth(WIDTH))
    pixels = painted(items, theme.color("side"))[:, 12:36]
    for i, colour in enumerate(("ink", "accent", "quiet")):
        assert near(pixels[46 * i : 46 * (i + 1)], theme.color(colour), 40).sum() > 20
    assert items.accessibleName() == "✓ Smooth everywhere.\n✗ Saturates.\n≈ So."
    items.set_items([CheckItem("cross", "A sentence that is so long that it needs a second line below the first.")])
    assert items.heightForWidth(WIDTH) == 40


def test_marks_grow_with_the_text(qtbot: QtBot, light: Theme) -> None:
    areas = []
    for theme in (light, light.enlarged(1.5)):
        items = CheckList(theme)
        items.set_items([CheckItem("cross", "Saturates.")])
        fitted(qtbot, items)
        areas.append(near(painted(items, theme.color("side")), theme.color("accent")).sum())
    assert areas[1] > 1.8 * areas[0]
