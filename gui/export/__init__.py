"""Pictures of any widget, in the formats of one registry. A new format is a module here and its import line below."""

from gui.export import png, svg
from gui.export.embedded import read_recipe
from gui.export.format import FORMATS, Format, Options, fits, pixel_size, settle

__all__ = ["FORMATS", "Format", "Options", "fits", "pixel_size", "png", "read_recipe", "settle", "svg"]
