"""Kobai's command line: open the window, draw a recipe without one, print a recipe, list what there is.

Exit status 0, 1 (failed) or 2 (wrong use or wrong input); what went wrong stands on stderr, in one sentence.
"""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module

from gui.commands import FAILED, CommandError, say

# The module of each command, whose `run(arguments)` gives the exit status. It is loaded when it is called for, so that
# each command loads only what it needs: Qt for the window and for drawing, for nothing else.
COMMANDS = {
    "list": "gui.commands.listing",
    "recipe": "gui.commands.recipe",
    "render": "gui.commands.render",
}
WINDOW = "gui.commands.window"


def main(argv: list[str] | None = None) -> int:
    """Run one command with the arguments `argv` (default: those of the process) and return its exit status."""
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except CommandError as error:
        return _failed(error.status, error.sentence)
    except BrokenPipeError:  # whoever read our output has closed it, as `kobai list | head -1` does
        return FAILED
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get("KOBAI_TRACEBACK"):
            raise
        return _failed(FAILED, _worded(error))


def _run(arguments: list[str]) -> int:
    named = bool(arguments) and arguments[0] in COMMANDS
    command = import_module(COMMANDS[arguments[0]] if named else WINDOW)
    try:
        return int(command.run(arguments[1:] if named else arguments))
    except SystemExit as done:  # argparse has printed what --help or --version asks for
        return int(done.code or 0)


def _failed(status: int, sentence: str) -> int:
    """Say why, on one line, in characters that stderr has."""
    with contextlib.suppress(OSError):
        say("kobai: " + " ".join(sentence.split()), sys.stderr)
    return status


def _worded(error: BaseException) -> str:
    if isinstance(error, KeyboardInterrupt):
        return "interrupted"
    if isinstance(error, OSError):
        from engine.files import sentence

        return sentence(error)
    if isinstance(error, ImportError):
        return f"Kobai lacks something to run: {error} (in a clone of it, make run installs that)"
    return f"this is a fault in Kobai, KOBAI_TRACEBACK=1 shows where: {type(error).__name__}: {error}"


if __name__ == "__main__":
    sys.exit(main())
