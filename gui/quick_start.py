"""A quarter of the way to the first frame, saved.

Two things that PySide6 and pyqtgraph do when they are imported, and that Kobai has no use for, are left out. Where either
is not made as it was, nothing is touched, and all works as slowly as ever.
"""

from __future__ import annotations

import builtins
import gc
import sys
from importlib import import_module
from types import ModuleType

MIRRORED = ("QtCore", "QtGui", "QtWidgets")


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
    """Import pyqtgraph without its copies of all names of Qt, for which PySide6 must build every class: 70 ms and 8 MB.

    pyqtgraph keeps modules of its own beside Qt's, to fill in what an older Qt lacks. Mirrors stand in their place, and
    while pyqtgraph lists what there is to copy, Qt's modules list nothing.
    """
    for name, source in sources.items():
        sys.modules[f"pyqtgraph.Qt.{name}"] = Mirror(f"pyqtgraph.Qt.{name}", source)
        source.__dir__ = list  # type: ignore[method-assign]
    try:
        import_module("pyqtgraph")
    finally:
        for source in sources.values():
            del source.__dir__
