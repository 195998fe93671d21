"""A plot whose curves stand still while a few things move over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QSizePolicy

from gui.panels.activations.curve_layer import CurveLayer, Strips
from gui.panels.activations.light_items import Label, Mark, Ruler
from gui.theme import Theme
from gui.widgets.plot import PenSpec, Plot

P = TypeVar("P", CurveLayer, Strips, Label)

LEAST = (60, 46)
RIGHT_MARGIN = 8
"""Room for half of the last number on the x axis."""


class StillPlot(Plot):
    """Curves lie in layers that are painted once; what moves are Qt's own light items."""

    _parts: Sequence[CurveLayer | Strips | Label] = ()

    def __init__(self, theme: Theme, decades: bool = False, grid: bool = True, right: int = RIGHT_MARGIN) -> None:
        """Empty."""
        super().__init__(theme, decades=decades, grid=grid)
        self.getPlotItem().layout.setContentsMargins(0, 1, right, 1)
        # Layouts share the room out by their own stretch factors, whatever a graphics view would like.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(*LEAST)
        self.setAntialiasing(True)
        # Several small moving things: the one rectangle round them is painted faster than the region they leave.
        self.setViewportUpdateMode(self.ViewportUpdateMode.BoundingRectViewportUpdate)

    def layer(self) -> CurveLayer:
        """A layer of curves and areas above the grid."""
        return self._kept(CurveLayer(self))

    def strips(self, colour: str) -> Strips:
        """Strips below the grid."""
        return self._kept(Strips(self, colour))

    def ruler(self, pen: PenSpec, z: float) -> Ruler:
        """A straight line."""
        return Ruler(self, pen, z)

    def mark(self, size: float, fill: PenSpec, z: float, edge: PenSpec | None = None) -> Mark:
        """A disc."""
        return Mark(self, size, fill, z, edge)

    def label(self, colour: str, size: float = 12) -> Label:
        """A text."""
        return self._kept(Label(self, colour, size))

    def _kept(self, part: P) -> P:
        """Remember a part that takes a theme."""
        self._parts = [*self._parts, part]
        return part

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and font from `theme`."""
        super().set_theme(theme)
        for part in self._parts:
            part.set_theme(theme)
