"""Learning-rate schedules."""

from gui.panels.schedules.panel import SchedulesPanel

__all__ = ["SchedulesPanel"]
