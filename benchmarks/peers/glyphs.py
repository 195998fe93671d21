"""Lines of text put together from glyphs that matplotlib has rasterised once."""

from __future__ import annotations

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
DPI = 72


class Glyphs:
    """One face at one size. Each character is drawn when it is first met; kerning is not looked at."""

    def __init__(self, size: int, mono: bool) -> None:
        self.size = size
        self.family = "DejaVu Sans Mono" if mono else "DejaVu Sans"
        self._drawn: dict[str, Pixels] = {}

    def line(self, text: str) -> Pixels:
        """A text as RGBA (height, width, 4), dark on white."""
        return np.concatenate([self._glyph(character) for character in text or " "], axis=1)

    def _glyph(self, character: str) -> Pixels:
        if character not in self._drawn:
            height = round(self.size * 1.4)
            figure = Figure(figsize=(2 * self.size / DPI, height / DPI), dpi=DPI)
            canvas = FigureCanvasAgg(figure)
            drawn = figure.text(0, 0.3, character, family=self.family, fontsize=self.size, color="#22252b")
            canvas.draw()
            width = max(1, round(drawn.get_window_extent().width)) if character.strip() else round(self.size * 0.6)
            self._drawn[character] = np.array(canvas.buffer_rgba())[:, :width]
        return self._drawn[character]
