"""The look in one object: named colours from a TOML file, pens and brushes made once, fonts, the Qt palette."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from importlib import resources

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QPalette, QPen

# Okabe and Ito's palette, safe for colour-blind readers: for marks, lines and areas, never for text.
SERIES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
DASHES: dict[str, list[float]] = {"dash": [4, 3], "dot": [1.5, 2.5], "long": [8, 5]}


@dataclass(frozen=True)
class Theme:
    """One look. `ratio` multiplies pen widths, since cosmetic pens count device pixels (2 on a 2× screen or export)."""

    name: str
    dark: bool
    colors: dict[str, str]
    ratio: float = 1.0
    text_scale: float = 1.0
    _made: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def scaled(self, ratio: float) -> Theme:
        """The same look with pens for another device ratio."""
        return self if ratio == self.ratio else replace(self, ratio=ratio, _made={})

    def enlarged(self, text_scale: float) -> Theme:
        """The same look with larger text, for a class room."""
        return replace(self, text_scale=text_scale, _made={})

    def color(self, name: str | int, alpha: float = 1.0) -> QColor:
        """A colour by its name in the theme, or by the number of a series."""
        color = self.series(name) if isinstance(name, int) else QColor(self.colors[name])
        if alpha < 1:
            color.setAlphaF(alpha)
        return color

    def series(self, index: int) -> QColor:
        """The colour of series `index`; from the seventh on they repeat (and are drawn dashed)."""
        return QColor(SERIES[index % len(SERIES)])

    def blend(self, name: str | int, share: float, ground: str = "paper") -> QColor:
        """`share` of a colour on a ground, opaque: what a transparent colour would look like."""
        over, under = self.color(name), self.color(ground)
        parts = [
            round(share * a + (1 - share) * b)
            for a, b in zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)  # type: ignore[index]
        ]
        return QColor(*parts)

    def pen(self, name: str | int, width: float = 1.0, dash: str | None = None, alpha: float = 1.0) -> QPen:
        """A cosmetic pen; a series number from six on is dashed of itself. Made once, then the same object."""
        key = ("pen", name, width, dash, alpha)
        if key not in self._made:
            pen = QPen(self.color(name, alpha), width * self.ratio)
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            style = dash or ("dash" if isinstance(name, int) and name >= len(SERIES) else None)
            if style:
                pen.setDashPattern(DASHES[style])
            self._made[key] = pen
        made = self._made[key]
        assert isinstance(made, QPen)
        return made

    def brush(self, name: str | int, alpha: float = 1.0) -> QBrush:
        """A plain brush, made once."""
        key = ("brush", name, alpha)
        if key not in self._made:
            self._made[key] = QBrush(self.color(name, alpha))
        made = self._made[key]
        assert isinstance(made, QBrush)
        return made

    def font(self, size: float = 13, bold: bool = False, italic: bool = False) -> QFont:
        """The interface's face at `size` logical pixels."""
        font = QFont()
        return _sized(font, size * self.text_scale, bold, italic)

    def mono(self, size: float = 12, bold: bool = False) -> QFont:
        """The face with equal widths, for numbers."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)  # nothing joins or moves; a third less to paint
        return _sized(font, size * self.text_scale, bold, italic=False)

    def serif(self, size: float = 15, italic: bool = True) -> QFont:
        """The face of symbols on axes and of formulas not yet rendered."""
        font = QFont("DejaVu Serif")
        font.setStyleHint(QFont.StyleHint.Serif)
        return _sized(font, size * self.text_scale, bold=False, italic=italic)

    def palette(self) -> QPalette:
        """The Qt palette for the Fusion style: works on every platform, unlike the platform's own scheme."""
        roles = {
            QPalette.ColorRole.Window: "side",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "card",
            QPalette.ColorRole.AlternateBase: "soft",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.Button: "card",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.ToolTipBase: "card",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.PlaceholderText: "quiet",
            QPalette.ColorRole.Mid: "line",
            QPalette.ColorRole.Dark: "line",
            QPalette.ColorRole.Light: "card",
            QPalette.ColorRole.Accent: "accent",
        }
        palette = QPalette()
        for role, name in roles.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("quiet", 0.6))
        return palette


def _sized(font: QFont, size: float, bold: bool, italic: bool) -> QFont:
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    font.setItalic(italic)
    return font


def load_theme(name: str) -> Theme:
    """The theme in `resources/themes/<name>.toml`."""
    data = tomllib.loads((resources.files("resources") / "themes" / f"{name}.toml").read_text("utf-8"))
    return Theme(name=name, dark=data["dark"], colors=data["colors"])
