"""The initialization tab: the panel, and the parts that it is put together from."""

from gui.panels.initialization.panel import InitializationPanel

__all__ = ["InitializationPanel"]
