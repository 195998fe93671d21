"""The panel of the tab *Vanishing gradients*."""

from gui.panels.gradients.panel import GradientsPanel

__all__ = ["GradientsPanel"]
