"""The optimizer race."""

from gui.panels.race.panel import RacePanel

__all__ = ["RacePanel"]
