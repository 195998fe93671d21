"""The small parts of the tab: dots, captions, levels, numbers, and the curves beside the names in the form."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from engine.schedules import Constant, Cosine, ReduceOnPlateau
from engine.simulations.schedules import ScheduleEntry, SchedulesSettings
from gui.panels.schedules.cursor_head import PlotCaption
from gui.panels.schedules.dots import Dots
from gui.panels.schedules.numbers import level_text, loss_text, number_text, share_text
from gui.widgets.form import ParameterForm
from gui.widgets.form.items import ItemsEditor
from gui.widgets.form.spark import Spark
from gui.widgets.inspector import LegendEntry
from tests.gui.painted_texts import texts_of
from tests.gui.panels.schedules.experiments import LIGHT, SMALL
from tests.gui.widgets.pixels import painted, pixels_of

RED = QColor(255, 0, 0)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_dot_is_painted_round_its_place(qapp: object, ratio: float) -> None:
    image = QImage(round(40 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    Dots().draw(painter, np.array([[10.0, 30.0], [25.0, 5.0]]), RED, 4.0)
    painter.end()
    reds = np.argwhere(pixels_of(image)[..., 1] < 128)
    left = reds[reds[:, 1] < 18 * ratio]
    assert (left.mean(axis=0) + 0.5) / ratio == pytest.approx([30, 10], abs=0.6)
    assert len(left) / ratio**2 == pytest.approx(np.pi * 4, abs=5)
    assert len(left) < len(reds)


def test_no_dots_paint_nothing(qapp: object) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    Dots().draw(painter, np.empty((0, 2)), RED, 4.0)
    painter.end()
    assert (pixels_of(image) == 255).all()


@pytest.mark.parametrize(
    ("width", "expected"),
    [(700, {"whole text", "whole aside"}), (245, {"whole text", "aside"}), (165, {"text"}), (200, {"text", "aside"})],
)
def test_a_caption_shows_the_fullest_wording_that_has_room(qapp: object, width: int, expected: set[str]) -> None:
    caption = PlotCaption(LIGHT)
    caption.set_texts("whole text", "text", entries=(LegendEntry("it", 0),), asides=("whole aside", "aside"))
    caption.resize(width, 24)
    assert {text.text for text in texts_of(caption)} == {*expected, "it"}
    assert caption.accessibleName() == "whole text — it — whole aside"
    shiboken6.delete(caption)


def test_numbers_as_they_are_written() -> None:
    assert [loss_text(v) for v in (0.00431, 12.345, 1.9e15, 2e-7, 0.0, np.inf, np.nan)] == [
        "0.0043", "12.35", "1.9e15", "2.0e−7", "0", "∞", "∞",
    ]  # fmt: skip
    assert [level_text(v) for v in (0.1, 0.1219, 2.0, 2e-6, 123.0)] == ["0.10", "0.12", "2.0", "2e−06", "1.2e+02"]
    assert [number_text(v) for v in (-0.5, np.inf, -np.inf)] == ["−0.5", "∞", "−∞"]
    assert [share_text(v) for v in (0.666, np.nan)] == ["67 %", "—"]


# -- the form ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def form(qapp: object) -> Iterator[ParameterForm]:
    """The left column of a small comparison."""
    made = ParameterForm(LIGHT)
    made.resize(258, 900)
    made.show_settings(SMALL)
    yield made
    shiboken6.delete(made)


def sparks_of(form: ParameterForm) -> list[Spark]:
    editor: ItemsEditor = form.findChild(ItemsEditor)
    return [card.spark for card in editor.cards if card.spark is not None]


def test_a_schedule_has_its_curve_beside_its_name(form: ParameterForm) -> None:
    constant, cosine, warm = sparks_of(form)  # none for the one that follows the loss
    assert set(constant._values) == {1.0}
    assert cosine._values[0] == 1.0
    assert cosine._values[-1] == pytest.approx(0, abs=1e-12)
    assert max(warm._values) == 1.0
    form.show_settings(SchedulesSettings(steps=40, schedules=(ScheduleEntry(schedule=Cosine(total_steps=80)),)))
    assert sparks_of(form)[0]._values[-1] == pytest.approx(0.5)


def test_a_curve_goes_when_the_schedule_has_none(form: ParameterForm) -> None:
    form.show_settings(SchedulesSettings(schedules=(ScheduleEntry(schedule=ReduceOnPlateau()),)))
    assert [spark._values for spark in sparks_of(form)] == [()]
    form.show_settings(SchedulesSettings(schedules=(ScheduleEntry(schedule=Constant()),)))
    assert sparks_of(form)[0]._values


def test_a_curve_is_painted_in_the_colour_of_its_card(qapp: object) -> None:
    spark = Spark(LIGHT)
    ground = LIGHT.color("card")
    assert (painted(spark, ground) == ground.getRgb()[:3]).all()
    spark.show_values((0.0, 1.0, float("nan"), 1.0, 1.0))
    spark.set_colour(3)
    seen = painted(spark, ground)
    pink = np.abs(seen - np.array(LIGHT.series(3).getRgb()[:3])).sum(axis=-1) < 40
    assert pink.any()
    columns = np.flatnonzero(pink.any(axis=0))
    assert 10 < np.diff(columns).max() < 40  # the gap of what is no number
    shiboken6.delete(spark)
