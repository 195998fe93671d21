"""A stamp looks like the drawing it was made of, wherever it is pasted, and is made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from gui.widgets.stamps import PHASES, Stamps
from tests.gui.widgets.pixels import pixels_of

SIDE = 20


class Drawing:
    """A disc, and how often it was drawn."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, painter: QPainter) -> None:
        self.count += 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#c2344f"))
        painter.drawEllipse(QPointF(SIDE / 2, SIDE / 2), 6, 6)


def image(ratio: float = 1.0) -> QImage:
    """White paper."""
    paper = QImage(round(60 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    paper.setDevicePixelRatio(ratio)
    paper.fill(Qt.GlobalColor.white)
    return paper


def pasted(stamps: Stamps, places: list[tuple[float, float]], drawing: Drawing, ratio: float = 1.0) -> QImage:
    """Paper with the disc at each place."""
    paper = image(ratio)
    painter = QPainter(paper)
    stamps.begin(painter)
    for place in places:
        stamps.paste(painter, "disc", place, (SIDE, SIDE), drawing)
    painter.end()
    return paper


def drawn(place: tuple[float, float], ratio: float = 1.0) -> QImage:
    """Paper with the disc, drawn there and then."""
    paper = image(ratio)
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place[0] - SIDE / 2, place[1] - SIDE / 2)
    Drawing()(painter)
    painter.end()
    return paper


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("place", [(30.0, 30.0), (25.25, 31.5), (20.4, 22.9)])
def test_a_stamp_lies_where_the_drawing_would_to_an_eighth_of_a_pixel(
    qapp: object, ratio: float, place: tuple[float, float]
) -> None:
    stamp = pixels_of(pasted(Stamps(), [place], Drawing(), ratio)).astype(int)
    direct = pixels_of(drawn(place, ratio)).astype(int)
    assert (direct < 255).any()
    # An eighth of a pixel shifts an eighth of the colour, along both axes.
    assert abs(stamp - direct).max() <= 255 * 2 / 8 + 3


def test_each_is_drawn_once_for_every_quarter_of_a_pixel(qapp: object) -> None:
    stamps, drawing = Stamps(), Drawing()
    pasted(stamps, [(20.0, 20.0), (37.0, 24.0), (20.01, 20.0)], drawing)
    assert drawing.count == 1
    pasted(stamps, [(20.0 + i / PHASES, 20.0) for i in range(3 * PHASES)], drawing)
    assert drawing.count == PHASES
    stamps.clear()
    pasted(stamps, [(20.0, 20.0)], drawing)
    assert drawing.count == PHASES + 1


def test_on_another_screen_they_are_made_anew(qapp: object) -> None:
    stamps, drawing = Stamps(), Drawing()
    pasted(stamps, [(20.0, 20.0)], drawing)
    pasted(stamps, [(20.0, 20.0)], drawing, 2.0)
    assert drawing.count == 2


def test_into_vectors_the_drawing_itself_goes(qapp: object, tmp_path: Path) -> None:
    stamps, drawing, path = Stamps(), Drawing(), tmp_path / "disc.svg"
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    painter = QPainter(generator)
    stamps.begin(painter)
    stamps.paste(painter, "disc", (20.0, 20.0), (SIDE, SIDE), drawing)
    stamps.paste(painter, "disc", (30.0, 20.0), (SIDE, SIDE), drawing)
    painter.end()
    assert drawing.count == 2
    assert "<image" not in path.read_text("utf-8")
