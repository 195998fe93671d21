"""Icons: there, sharp, in the colour asked for."""

from __future__ import annotations

from importlib import resources

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gui.theme import Theme
from gui.theme.icons import PLACEHOLDER, app_icon, icon, image, paint_icon, source

NAMES = sorted(
    entry.name.removesuffix(".svg")
    for entry in (resources.files("resources") / "icons").iterdir()
    if entry.name.endswith(".svg")
)
ASKED_FOR = (
    "first step-back play pause step last loop theme export add remove up down check cross nearly chevron-right "
    "chevron-down warning kobai"
)


def painted(picture: QImage) -> list[QColor]:
    pixels = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return [pixel for pixel in pixels if pixel.alpha() > 250]


def test_all_are_there() -> None:
    assert set(ASKED_FOR.split()) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_paints_something_and_fits(qapp: object, name: str) -> None:
    picture = image(name, QColor("#c2344f").rgba(), 48)
    assert 0.02 < len(painted(picture)) / 48**2 < 0.97
    if name != "kobai":
        assert {pixel.name() for pixel in painted(picture)} == {"#c2344f"}
        edge = [picture.pixelColor(i, j).alpha() for i in range(48) for j in (0, 47)]
        edge += [picture.pixelColor(j, i).alpha() for i in range(48) for j in (0, 47)]
        assert max(edge) == 0, "it is cut off"


@pytest.mark.parametrize("name", [name for name in NAMES if name != "kobai"])
def test_each_takes_the_colour_asked_for(name: str) -> None:
    assert PLACEHOLDER in source(name)
    assert "#" not in source(name)


def test_icons_are_sharp_at_every_ratio(theme: Theme) -> None:
    made = icon(theme, "play", "accent", 20)
    for ratio in (1, 2, 3):
        pixmap = made.pixmap(made.availableSizes()[0], ratio)
        assert pixmap.width() == 20 * ratio
        assert painted(pixmap.toImage())[0].name() == theme.color("accent").name()


def test_painting_uses_the_painter_s_own_ratio(theme: Theme) -> None:
    image.cache_clear()
    picture = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.scale(3, 3)
    paint_icon(painter, QRectF(0, 0, 20, 20), "play", theme.color("ink"))
    painter.end()
    direct = image("play", theme.color("ink").rgba(), 60)
    assert len(painted(picture)) == pytest.approx(len(painted(direct)), rel=0.02)


def test_an_unknown_icon_is_an_error(qapp: object) -> None:
    with pytest.raises(FileNotFoundError):
        image("no such icon", 0xFF000000, 10)


def test_the_program_has_an_icon_of_its_own(qapp: object) -> None:
    assert not app_icon().isNull()
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 256}
