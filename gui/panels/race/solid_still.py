"""What stands still in the race in three dimensions: a surface, from where it is seen, and how it is painted.

The items of the plot hold on to this, not to the plot: in a circle of Qt's objects Python's collector crashes.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter

from engine.simulations.race_paths import PathsScene
from gui.panels.race.solid_axes import SolidAxes
from gui.panels.race.solid_ground import SolidGround
from gui.panels.race.solid_mesh import Mesh
from gui.panels.race.solid_sight import Sight
from gui.panels.race.solid_space import STANDARD, Camera
from gui.panels.race.surface_ground import SurfaceGround
from gui.theme import Theme
from gui.widgets.geometry import Mapping


class SolidStill:
    """The surface, a camera, and their painters."""

    def __init__(self, theme: Theme) -> None:
        """No surface yet."""
        self.camera = STANDARD
        self.flat = SurfaceGround(theme)
        self.ground, self.axes = SolidGround(theme, self.flat), SolidAxes(theme)
        self.mesh: Mesh | None = None
        self._sight: Sight | None = None

    def show(self, scene: PathsScene) -> bool:
        """Take another scene; whether it is another. The same one costs nothing."""
        if not self.flat.show(scene):
            return False
        self.mesh, self._sight = Mesh(scene), None
        return True

    def show_from(self, camera: Camera) -> bool:
        """See it from elsewhere; whether that is elsewhere."""
        if camera == self.camera:
            return False
        self.camera, self._sight = camera, None
        return True

    def sight(self, mapping: Mapping) -> Sight:
        """What is seen of the surface in a picture of this size, once there is one."""
        assert self.mesh is not None
        size = mapping.width, mapping.height
        if self._sight is None or self._sight.size != size:
            self._sight = Sight(self.mesh, self.camera, size)
        return self._sight

    def draw(self, painter: QPainter, mapping: Mapping) -> None:
        """Floor, surface, axes."""
        if self.mesh is not None:
            self.ground.draw(painter, self.sight(mapping))
            self.axes.draw(painter, self.sight(mapping))

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.flat.theme = self.ground.theme = self.axes.theme = theme
