"""A Japanese face for systems that have none: Qt falls back on it by itself, for the characters other faces lack."""

from __future__ import annotations

from pylopdf_fonts_jp import sans_path
from PySide6.QtGui import QFontDatabase

_families: list[str] = []


def load_fonts() -> None:
    """Register Noto Sans JP with Qt, once; call it when the application object exists (3 ms).

    The face is not put first anywhere: a Japanese face that the system chooses for itself stays in use. Raises
    FileNotFoundError if the package that ships it holds no font.
    """
    if _families:
        return
    number = QFontDatabase.addApplicationFont(str(sans_path()))
    if number < 0:
        raise FileNotFoundError(f"{sans_path()} is not a font")
    _families.extend(QFontDatabase.applicationFontFamilies(number))
