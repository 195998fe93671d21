"""The activations tab."""

from gui.panels.activations.panel import ActivationsPanel

__all__ = ["ActivationsPanel"]
