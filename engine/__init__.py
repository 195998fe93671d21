"""The engine of Kobai: NumPy and the standard library, nothing of the screen."""

__version__ = "0.1.0"
