"""Formulas: TeX drawn by ziamath as SVG, one per idle turn once the window stands, painted as vectors in any colour.

ziamath takes long to import and some milliseconds a formula. So widgets ask for a formula and show it as plain text
until it is drawn; drawing begins with `start_rendering` (after the first paint), or at once with `flush` (exports).
"""

from __future__ import annotations

import functools
import importlib
import logging
import warnings
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.painting import begin
from gui.widgets.tex_text import readable
from gui.widgets.themed import Themed

log = logging.getLogger(__name__)

SIZE = 18.0  # pixels of the em in the stored drawings; other sizes are scaled. Looks like 16 of a usual serif
STAND_IN = 0.85  # the size of the plain text in proportion: its letters are larger
MARGIN = 1.0  # around the ink, for antialiasing
KEPT = 1024  # drawings, some 10 kB each
INK = "#010203"  # stands for the colour in the stored drawings
_drawn: OrderedDict[str, bytes] = OrderedDict()
_undrawable: set[str] = set()


def formula_svg(tex: str) -> bytes:
    """`tex` as SVG in the stand-in colour `INK`, its view box around all of its ink with the baseline at y = 0.

    Raises `ValueError` where ziamath cannot read the TeX. Kept by TeX: the second call costs nothing.
    """
    if tex not in _drawn:
        _drawn[tex] = _fitted(_drawing(tex))
        if len(_drawn) > KEPT:
            _drawn.popitem(last=False)
    _drawn.move_to_end(tex)
    return _drawn[tex]


@functools.cache
def _ziamath() -> Any:  # noqa: ANN401 - it carries no types
    """The package, imported when first needed: it takes 130 ms, too long before the first paint."""
    with warnings.catch_warnings():  # ziamath 0.13 finds its font by a function that Python 3.11 calls deprecated
        warnings.simplefilter("ignore", DeprecationWarning)
        package: Any = importlib.import_module("ziamath")
    package.config.svg2 = False  # QtSvg paints no glyphs of SVG 2, and says nothing
    return package


def _drawing(tex: str) -> str:
    ziamath = _ziamath()
    try:
        svg = ziamath.Math(_coloured(ziamath.tex.tex2mml(tex)), size=SIZE).svg()
    except Exception as error:
        raise ValueError(f"this formula cannot be drawn: {tex}") from error
    head = svg.index(">") + 1
    return f'{svg[:head]}<g id="ink">{svg[head : svg.rindex("</svg>")]}</g></svg>'


def _coloured(mathml: str) -> str:
    """The MathML in `INK`, with hats as wide as they are: latex2mathml 3.81 no longer keeps them from stretching."""
    mathml = mathml.replace("<mo>&#x00302;", '<mo stretchy="false">&#710;')
    return mathml.replace("<math ", f'<math mathcolor="{INK}" ', 1)


def _fitted(svg: str) -> bytes:
    """The drawing with its view box around the ink: ziamath's own cuts wide accents off at the left."""
    box = QSvgRenderer(svg.encode()).boundsOnElement("ink").adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    body = svg[svg.index(">") + 1 :]
    width, height = f"{box.width():.3f}", f"{box.height():.3f}"
    size = f'width="{width}" height="{height}" viewBox="{box.x():.3f} {box.y():.3f} {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}'.encode()


@functools.lru_cache(maxsize=KEPT)
def formula_renderer(tex: str, color: str) -> QSvgRenderer:
    """The drawing of `tex` in `color` (`#rrggbb`), ready to paint; recolouring renders no TeX again."""
    return QSvgRenderer(formula_svg(tex).replace(INK.encode(), color.encode()))


class FormulaQueue(QObject):
    """Draws the formulas asked for, one per turn of the event loop; the timer stands still when none is waiting."""

    ready = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, None] = {}
        self._started = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._turn)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The formulas not yet drawn, in the order they were asked for."""
        return tuple(self._waiting)

    def ask(self, tex: str) -> bool:
        """Whether `tex` is drawn already; if not, it will be, and `ready` says when."""
        if tex in _drawn:
            return True
        if tex and tex not in _undrawable:
            self._waiting[tex] = None
            self._arm()
        return False

    def start(self) -> None:
        """Draw from now on what is asked for, in idle turns."""
        self._started = True
        self._arm()

    def stop(self) -> None:
        """Draw no more in idle turns and forget what is waiting (the window closes)."""
        self._started = False
        self._waiting.clear()
        self._timer.stop()

    def flush(self) -> None:
        """Draw everything that is waiting now."""
        while self._waiting:
            self._draw_next()
        self._timer.stop()

    def _arm(self) -> None:
        if self._started and self._waiting and not self._timer.isActive():
            self._timer.start()

    def _turn(self) -> None:
        if self._waiting:
            self._draw_next()
        self._arm()

    def _draw_next(self) -> None:
        tex = next(iter(self._waiting))
        del self._waiting[tex]
        try:
            formula_svg(tex)
        except ValueError:
            log.warning("shown as plain text, since it cannot be drawn: %s", tex)
            _undrawable.add(tex)
            return
        self.ready.emit(tex)


@functools.cache
def formula_queue() -> FormulaQueue:
    """The one queue of the program, made with the first formula."""
    return FormulaQueue(QCoreApplication.instance())


def start_rendering() -> None:
    """Begin drawing formulas in idle turns: the main window calls this after its first paint."""
    formula_queue().start()


def prepare(formulas: Iterable[str]) -> None:
    """Ask ahead for formulas that will be shown: a run's, so that none appears as plain text while it plays."""
    for tex in formulas:
        formula_queue().ask(tex)


def stop_rendering() -> None:
    """The window closes: leave no timer and nothing waiting."""
    formula_queue().stop()


def flush() -> None:
    """Draw every formula asked for, now: exports call this before they paint."""
    formula_queue().flush()


@dataclass(frozen=True, slots=True)
class Extent:
    """The room a formula takes, in logical pixels, from its left end on its baseline."""

    width: float
    ascent: float
    descent: float


def formula_extent(theme: Theme, tex: str, size: float = SIZE) -> Extent:
    """The room of `tex` at `size` pixels, or of the plain text that stands for it so far. Asks for the drawing."""
    if formula_queue().ask(tex):
        box = formula_renderer(tex, INK).viewBoxF()
        scale = size * theme.text_scale / SIZE
        return Extent(
            (box.width() - 2 * MARGIN) * scale, (-box.top() - MARGIN) * scale, (box.bottom() - MARGIN) * scale
        )
    metrics = QFontMetricsF(theme.serif(STAND_IN * size))
    return Extent(metrics.horizontalAdvance(readable(tex)), metrics.ascent(), metrics.descent())


def draw_formula(painter: QPainter, theme: Theme, tex: str, at: QPointF, color: QColor, size: float = SIZE) -> None:
    """Paint `tex` with its left end on the baseline point `at`, as vectors; as plain text while it is not drawn."""
    if not formula_queue().ask(tex):
        painter.setFont(theme.serif(STAND_IN * size))
        painter.setPen(color)
        painter.drawText(at, readable(tex))
        return
    renderer = formula_renderer(tex, color.name())
    box = renderer.viewBoxF()
    scale = size * theme.text_scale / SIZE
    left, top = at.x() - MARGIN * scale, at.y() + box.top() * scale
    renderer.render(painter, QRectF(left, top, box.width() * scale, box.height() * scale))


class FormulaView(Themed):
    """One formula, as wide as it needs; made smaller where there is less room."""

    def __init__(
        self,
        theme: Theme,
        tex: str = "",
        size: float = SIZE,
        colour_name: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._tex, self._size, self._colour_name = "", size, colour_name
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        formula_queue().ready.connect(self._on_ready)
        self.set_formula(tex)

    @property
    def formula(self) -> str:
        """The TeX shown."""
        return self._tex

    def set_formula(self, tex: str) -> None:
        """Show `tex`."""
        if tex == self._tex:
            return
        self._tex = tex
        self.setAccessibleName(readable(tex))
        formula_queue().ask(tex)
        self.updateGeometry()
        self.update()

    def set_colour(self, colour_name: str) -> None:
        """Paint in another colour of the theme."""
        if colour_name != self._colour_name:
            self._colour_name = colour_name
            self.update()

    def sizeHint(self) -> QSize:
        """The formula's own size."""
        extent = formula_extent(self.theme, self._tex, self._size)
        return QSize(ceil(extent.width + 2 * MARGIN), ceil(extent.ascent + extent.descent + 2 * MARGIN))

    def minimumSizeHint(self) -> QSize:
        """As high; how narrow does not matter, for it is scaled."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 40), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The formula, centred in height."""
        painter = begin(self)
        extent = formula_extent(self.theme, self._tex, self._size)
        share = min(1.0, (self.width() - 2 * MARGIN) / extent.width) if extent.width else 1.0
        baseline = self.height() / 2 + share * (extent.ascent - extent.descent) / 2
        colour = self.theme.color(self._colour_name)
        draw_formula(painter, self.theme, self._tex, QPointF(MARGIN, baseline), colour, share * self._size)
        painter.end()

    def _on_ready(self, tex: str) -> None:
        if tex == self._tex:
            self.updateGeometry()
            self.update()
