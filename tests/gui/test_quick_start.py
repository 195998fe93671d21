"""The quick start leaves out only what Kobai has no use for, and there is still something to leave out."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

LOOK = """
import builtins, gc, json, sys
from importlib import import_module
{first}
import pyqtgraph, PySide6.QtCore, PySide6.QtWidgets
copied = "QCalendarWidget" in vars(pyqtgraph.Qt.QtWidgets)
seen = {{
    "copied": copied,
    "same": pyqtgraph.Qt.QtWidgets.QCalendarWidget is PySide6.QtWidgets.QCalendarWidget,
    "wrapped": builtins.__import__ is not getattr(builtins, "__orig_import__", builtins.__import__),
    "trees": "pyqtgraph.parametertree" in sys.modules,
    "listed": len(dir(PySide6.QtCore)) > 100,
    "later": bool(import_module("pyqtgraph.widgets.ColorMapWidget").ColorMapWidget),
    "collecting": gc.isenabled(),
}}
{last}
print(json.dumps(seen | {{"collecting_again": gc.isenabled()}}))
"""


def seen(first: str = "", last: str = "") -> dict[str, Any]:
    """What a fresh process finds, with something done before and after pyqtgraph is imported."""
    code = LOOK.format(first=first, last=last)
    answer = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def test_after_a_quick_start_everything_is_as_after_a_slow_one_only_later() -> None:
    quick = seen("from gui.quick_start import prepare, finish\nprepare()\nprepare()", "finish()")
    assert quick == {
        "copied": False, "same": True, "wrapped": False, "trees": False, "listed": True, "later": True,
        "collecting": False, "collecting_again": True,
    }  # fmt: skip


def test_without_it_all_three_are_done_or_else_it_is_needed_no_more() -> None:
    slow = seen()
    assert slow["copied"]
    assert slow["wrapped"]
    assert slow["trees"]


def test_where_pyqtgraph_is_there_already_nothing_is_touched() -> None:
    late = seen("import pyqtgraph\nfrom gui.quick_start import prepare\nprepare()")
    assert late["copied"]
    assert late["wrapped"]
    assert late["collecting"]
