"""The parts of the initialization tab that need no panel: colours, places, labels, numbers, names."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from gui.panels.initialization.chance_plot import labelled_rows, own_pieces
from gui.panels.initialization.histogram import fits, labelled_end
from gui.panels.initialization.look import short_names
from gui.panels.initialization.matrix_picture import MOST, STEPS, shown_places, weight_colours
from gui.panels.initialization.number_text import (
    brief_expected,
    error_text,
    expected_text,
    score_text,
    table_number,
    with_error,
)
from gui.theme import load_theme
from gui.widgets.themed import Faces


def test_the_scale_of_colours_goes_through_the_paper() -> None:
    for theme in (load_theme("light"), load_theme("dark")):
        colours = [QColor.fromRgba(int(c)) for c in weight_colours(theme)]
        assert len(colours) == 2 * STEPS + 1
        assert colours[STEPS] == theme.color("paper")
        assert (colours[0], colours[-1]) == (theme.series(3), theme.series(2))


def test_large_matrices_are_sampled_evenly() -> None:
    assert np.array_equal(shown_places(7), np.arange(7))
    places = shown_places(1000)
    assert len(places) == MOST
    assert set(np.diff(places)) == {5}
    assert places[0] == 2


@pytest.mark.parametrize("reach", [0.0004, 0.04, 0.46, 0.566, 1.0, 5.7, 40.0])
def test_the_labelled_end_of_the_axis_is_readable(reach: float) -> None:
    end = labelled_end(reach)
    assert 0.5 * reach <= end <= 0.81 * reach
    assert len(f"{end:g}") <= 6


def test_rows_on_the_axis_are_named() -> None:
    assert labelled_rows(1) == [1]
    assert labelled_rows(4) == [1, 2, 4]
    assert labelled_rows(100) == [1, 2, 5, 10, 20, 50, 100]
    assert labelled_rows(1000) == [1, 3, 10, 30, 100, 300, 1000]
    assert labelled_rows(700)[-1] == 700


@pytest.mark.parametrize("n_in", [1, 2, 5, 100, 1000])
@pytest.mark.parametrize("of", [1, 2, 3, 4])
def test_every_stretch_is_drawn_by_one_of_the_curves_that_coincide(n_in: int, of: int) -> None:
    pieces = sum(own_pieces(n_in, turn, of).astype(int) for turn in range(of))
    assert np.array_equal(pieces, np.ones(max(n_in - 1, 1)))


def test_names_are_as_short_as_they_can_be() -> None:
    assert short_names(["Zeros", "Normal", "Xavier normal", "He normal"]) == ["Zeros", "Normal", "Xavier", "He"]
    assert short_names(["Xavier uniform", "Xavier normal", "He normal"]) == ["Xavier U", "Xavier N", "He"]
    assert short_names(["Normal", "Normal"]) == ["Normal", "Normal"]
    assert short_names(["Xavier 正規", "Xavier 一様", ""]) == ["Xavier 正規", "Xavier 一様", ""]


@pytest.mark.parametrize(
    ("value", "error", "text"),
    [
        (0.11493825, 0.00115, "0.1149"),
        (-0.000452, 0.00163, "−0.0005"),
        (-0.00001, 0.0016, "0.0000"),
        (10.0213, 0.1, "10.02"),
        (1234.5, 150.0, "1234"),
        (0.03162275, 3.2e-8, "0.031623"),
        (1e-4, 7e-8, "0.0001000"),
        (-3.2e-8, 7e-8, "−3.2e−08"),
        (0.0, 0.0, "0"),
        (0.70710678, 0.0, "0.7071"),
        (float("nan"), 0.1, "–"),
    ],
)
def test_a_number_is_as_long_as_its_chance_allows(value: float, error: float, text: str) -> None:
    assert with_error(value, error) == text


def test_expected_values_keep_four_digits() -> None:
    assert expected_text(np.sqrt(2 / 150), 0.012) == "0.1155"
    assert expected_text(np.sqrt(2 / 100), 0.00003) == "0.141421"
    assert expected_text(0.0, 0.1) == "0"


def test_errors_and_scores_and_tables() -> None:
    assert [error_text(e) for e in (0.0, 0.00118, 0.14, 12.3, 3.2e-8)] == ["0", "0.0012", "0.14", "12", "3.2e−08"]
    assert [score_text(s) for s in (-0.34, 0.8, -0.04, 12.0)] == ["−0.3", "+0.8", "0.0", "+12.0"]
    assert table_number(0.01013, 0.01) == "0.0101"
    assert table_number(-0.00003, 0.01) == "0.0000"
    assert table_number(1.289, 1.41) == "1.289"
    assert table_number(9.87, 10.0) == "9.87"
    assert table_number(1.02e-4, 1e-4) == "1.0e−04"


def test_a_brief_expectation_has_one_digit_of_its_error() -> None:
    assert brief_expected(0.01, 0.00013) == "0.0100 ± 0.0001"
    assert brief_expected(0.0, 0.0026) == "0 ± 0.003"
    assert brief_expected(1.4142, 0.14) == "1.4 ± 0.1"
    assert brief_expected(3.2e-7, 4.1e-9) == "3.2e−07 ± 4e−09"


def test_a_note_fits_where_all_its_lines_have_room() -> None:
    face = Faces.of(load_theme("light")).small
    wide, high = face.width("all 5000"), 2 * face.metrics.lineSpacing()
    assert fits(face, "all 5000\nare 0", QRectF(0, 0, wide + 1, high + 1))
    assert not fits(face, "all 5000\nare 0", QRectF(0, 0, wide - 1, high + 1))
    assert not fits(face, "all 5000\nare 0", QRectF(0, 0, wide + 1, high - 1))
