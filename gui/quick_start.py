"""A third of the way to the first frame, saved.

Three things that PySide6 and pyqtgraph do when they are imported, and that Kobai has no use for, are left out. Where one
of them is not made as it was, nothing is touched, and all works as slowly as ever.
"""

from __future__ import annotations

import builtins
import gc
import sys
from importlib import import_module
from types import ModuleType

MIRRORED = ("QtCore", "QtGui", "QtWidgets")
# Parts of pyqtgraph that Kobai does not show, and that bring parameter trees, worker processes and editors of colours.
UNUSED = (
    "pyqtgraph.imageview",
    "pyqtgraph.graphicsItems.ColorBarItem",
    "pyqtgraph.graphicsItems.GradientEditorItem",
    "pyqtgraph.graphicsItems.HistogramLUTItem",
    "pyqtgraph.graphicsItems.ROI",
    "pyqtgraph.widgets.ColorMapMenu",
    "pyqtgraph.widgets.ColorMapWidget",
    "pyqtgraph.widgets.DataFilterWidget",
    "pyqtgraph.widgets.DataTreeWidget",
    "pyqtgraph.widgets.DiffTreeWidget",
    "pyqtgraph.widgets.GradientWidget",
    "pyqtgraph.widgets.HistogramLUTWidget",
    "pyqtgraph.widgets.RemoteGraphicsView",
    "pyqtgraph.widgets.ScatterPlotWidget",
    "pyqtgraph.widgets.SpinBox",
    "pyqtgraph.widgets.TableWidget",
    "pyqtgraph.widgets.TreeWidget",
)


class Mirror(ModuleType):
    """A module that takes over a name of another when it is first asked for it."""

    def __init__(self, name: str, source: ModuleType) -> None:
        super().__init__(name)
        self._source = source

    def __getattr__(self, name: str) -> object:
        """The source's, kept from then on."""
        value = getattr(self._source, name)
        setattr(self, name, value)
        return value


class Absent(ModuleType):
    """Stands for a module while others import from it: every name is None, and `*` is nothing."""

    __all__ = ()

    def __getattr__(self, name: str) -> None:
        """Nothing."""
        if name.startswith("__"):
            raise AttributeError(name)


def prepare() -> None:
    """Import PySide6 and pyqtgraph the quick way; call it before anything else imports them. A second call does nothing.

    Until `finish` no garbage is collected: there is hardly any, and looking for it takes 25 ms.
    """
    if "pyqtgraph" in sys.modules:
        return
    gc.disable()
    sources = {name: import_module(f"PySide6.{name}") for name in MIRRORED}
    _forgo_features()
    _import_pyqtgraph(sources)


def finish() -> None:
    """Collect garbage again, but never look at what there is by now: it stays as long as the program runs."""
    gc.freeze()
    gc.enable()


def _forgo_features() -> None:
    """Undo PySide6's wrapping of `__import__`.

    It is there for `from __feature__ import snake_case`, and for that reads and keeps the source of each module imported
    from then on (PYSIDE-2029): 50 ms and 11 MB.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if callable(plain):
        builtins.__import__ = plain


def _import_pyqtgraph(sources: dict[str, ModuleType]) -> None:
    """Import pyqtgraph without what is not shown (25 ms), and without its copies of all names of Qt.

    For these PySide6 would have to build every class there is: 70 ms and 8 MB. pyqtgraph keeps modules of its own beside
    Qt's, to fill in what an older Qt lacks. Mirrors stand in their place, and while pyqtgraph lists what there is to copy,
    Qt's modules list nothing.
    """
    listing = {name: vars(source).get("__dir__") for name, source in sources.items()}
    sys.modules |= {name: Absent(name) for name in UNUSED}
    for name, source in sources.items():
        sys.modules[f"pyqtgraph.Qt.{name}"] = Mirror(f"pyqtgraph.Qt.{name}", source)
        source.__dir__ = list  # type: ignore[method-assign]
    try:
        import_module("pyqtgraph")
    finally:
        for name, source in sources.items():
            del source.__dir__
            if listing[name] is not None:
                source.__dir__ = listing[name]  # type: ignore[assignment, method-assign]
        for name in UNUSED:
            del sys.modules[name]
