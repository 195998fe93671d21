"""The commands of the command line, one module each, and what they share. None of them loads Qt before it must."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn, TextIO

from gui.compatibility import refusal

FAILED, WRONG = 1, 2


class CommandError(Exception):
    """A command cannot go on: its exit status, and the sentence that says why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(status, sentence)
        self.status, self.sentence = status, sentence


class Parser(argparse.ArgumentParser):
    """A parser whose help is laid out as written, that takes no abbreviations and words a wrong use as one sentence."""

    def __init__(self, prog: str, description: str, epilog: str = "", usage: str | None = None) -> None:
        super().__init__(
            prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Stop with what argparse found wrong."""
        raise CommandError(WRONG, f"{message} (see {self.prog} --help)")


def refuse_known_crash() -> None:
    """Stop on a pair of Python and PySide6 that is known to crash."""
    sentence = refusal()
    if sentence is not None:
        raise CommandError(FAILED, sentence)


def say(text: str, stream: TextIO | None = None) -> None:
    """Write a line to `stream` (default: stdout); characters that its encoding lacks are escaped."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
