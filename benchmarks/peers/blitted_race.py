"""The race drawn by matplotlib, as fast as blitting by hand makes it.

Everything that stands still is drawn once and kept as a background. In each frame only what moves is drawn on it, artist
by artist; numbers that have changed are pasted from glyphs rasterised beforehand, since matplotlib's own text takes
nearly a millisecond a line.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from benchmarks.peers.glyphs import Glyphs, Pixels
from benchmarks.peers.race_scene import RaceScene, Rect, Word

# At 72 dots to the inch a point is a pixel.
DPI = 72
# Across the marks of start and optimum, in pixels.
MARK = 20
NO_DATA: tuple[list[float], list[float]] = ([], [])


class BlittedRace:
    """Holds figure, canvas and background; `draw(step)` brings the canvas to a step."""

    def __init__(self, scene: RaceScene) -> None:
        """Draw what stands still, and keep it."""
        self.scene = scene
        width, height = scene.size
        self.figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI)
        self.canvas = FigureCanvasAgg(self.figure)
        self.steps = np.arange(len(scene.positions), dtype=float)
        self.surface, self.curves = self._axes(scene.surface), self._axes(scene.curves)
        self._build_surface()
        self._build_curves()
        self.canvas.draw()
        self.pixels: Pixels = np.asarray(self.canvas.buffer_rgba())
        self.backgrounds = [self.canvas.copy_from_bbox(axes.bbox) for axes in (self.surface, self.curves)]
        self.glyphs = Glyphs(scene.text_size, mono=True)
        labels = Glyphs(scene.text_size, mono=False)
        self.labels = [labels.line(name)[::-1] for name in scene.names]
        self.fixed = [
            (marked(labels.line(text))[::-1], *self.surface.transData.transform(place))
            for text, place in scene.fixed_labels
        ]
        self.notes = [labels.line(note)[::-1] if note else None for note in scene.notes]
        self.renderer = self.canvas.get_renderer()
        self.context = self.renderer.new_gc()
        self._shown: dict[tuple[int, int], str] = {}

    def draw(self, step: int) -> None:
        """One frame."""
        for background in self.backgrounds:
            self.canvas.restore_region(background)
        self._draw_surface(step)
        self._draw_curves(step)
        for word in self.scene.words[step]:
            self._paste(word)

    def _axes(self, rect: Rect) -> Axes:
        """Axes whose box lies on the same pixels as ours."""
        width, height = self.scene.size
        left, top, wide, high = rect
        return self.figure.add_axes((left / width, 1 - (top + high) / height, wide / width, high / height))

    def _build_surface(self) -> None:
        scene, axes = self.scene, self.surface
        x0, x1, y0, y1 = scene.domain
        shades = LinearSegmentedColormap.from_list("surface", ["#abc8e1", "#eff5fa"])
        axes.contourf(scene.x, scene.y, scene.values, scene.levels, cmap=shades, extend="both")
        axes.contour(scene.x, scene.y, scene.values, scene.levels, colors="#8facc8", linewidths=0.8)
        axes.set(xlim=(x0, x1), ylim=(y0, y1))
        self.trails = list(self._lines(axes))
        self.heads = axes.scatter(
            *scene.positions[0].T, s=144, c=scene.colours, edgecolors="white", animated=True, zorder=5
        )

    def _build_curves(self) -> None:
        scene, axes = self.scene, self.curves
        axes.set(xlim=(0, len(self.steps) - 1), ylim=scene.decades)
        axes.grid(True)
        self.losses = list(self._lines(axes))
        self.cursor = axes.plot([0, 0], scene.decades, ":", color="#4a4e55", linewidth=1.3, animated=True)[0]
        ends = np.column_stack([np.zeros(len(scene.colours)), scene.losses[0]])
        self.dots = axes.scatter(*ends.T, s=81, c=scene.colours, edgecolors="white", animated=True)
        self.ends = ends

    def _lines(self, axes: Axes) -> Iterator[Line2D]:
        for colour, width in zip(self.scene.colours, self.scene.widths, strict=True):
            yield axes.plot(*NO_DATA, color=colour, linewidth=width, animated=True,
                            solid_capstyle="butt", solid_joinstyle="bevel")[0]  # fmt: skip

    def _draw_surface(self, step: int) -> None:
        axes, positions = self.surface, self.scene.positions
        for number, line in enumerate(self.trails):
            line.set_data(positions[: step + 1, number, 0], positions[: step + 1, number, 1])
            axes.draw_artist(line)
        for image, x, y in self.fixed:
            self._put(image, x - MARK / 2, y - MARK / 2)
        note = self.notes[step]
        if note is not None:
            self._put(note, self.surface.bbox.x1 - note.shape[1] - 4, self.surface.bbox.y0 + 4)
        self.heads.set_offsets(positions[step])
        axes.draw_artist(self.heads)
        at = axes.transData.transform(positions[step])
        for image, (x, y) in zip(self.labels, at, strict=True):
            self._put(image, x + 10, y - image.shape[0] / 2)

    def _put(self, image: Pixels, left: float, bottom: float) -> None:
        """An image on the surface, kept within its box."""
        box, (high, wide) = self.surface.bbox, image.shape[:2]
        left = min(max(left, box.x0), box.x1 - wide)
        bottom = min(max(bottom, box.y0), box.y1 - high)
        self.renderer.draw_image(self.context, round(left), round(bottom), image)

    def _draw_curves(self, step: int) -> None:
        axes, losses = self.curves, self.scene.losses
        for number, line in enumerate(self.losses):
            line.set_data(self.steps[: step + 1], losses[: step + 1, number])
            axes.draw_artist(line)
        self.cursor.set_xdata([step, step])
        axes.draw_artist(self.cursor)
        self.ends[:, 0], self.ends[:, 1] = step, np.maximum(losses[step], self.scene.decades[0])
        self.dots.set_offsets(self.ends)
        axes.draw_artist(self.dots)

    def _paste(self, word: Word) -> None:
        """A line of text, if it is another than the one that stands there."""
        text, left, top = word
        before = self._shown.get((left, top), "")
        if text == before:
            return
        self._shown[left, top] = text
        image = self.glyphs.line(text.ljust(len(before)))
        target = self.pixels[top : top + image.shape[0], left : left + image.shape[1]]
        target[:] = image[:, : target.shape[1]]


def marked(words: Pixels) -> Pixels:
    """Words to the right of a ring, as one image."""
    image = np.zeros((MARK, MARK + words.shape[1], 4), dtype=np.uint8)
    y, x = np.mgrid[:MARK, :MARK] - (MARK - 1) / 2
    ring = np.abs(np.hypot(x, y) - MARK / 2 + 2) < 1.5
    image[:, :MARK][ring] = (34, 37, 43, 255)
    top = (MARK - words.shape[0]) // 2
    image[top : top + words.shape[0], MARK:] = words
    return image
