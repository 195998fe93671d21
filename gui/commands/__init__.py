"""The commands of the command line, one module each, and what they share. None of them loads Qt before it must."""

from __future__ import annotations

import argparse
import os
import sys
from typing import NoReturn, TextIO

from gui.compatibility import refusal

FAILED, WRONG = 1, 2
# Written out, since the rooms that hold them load Qt; a test holds them together.
THEMES, LANGUAGES = ("light", "dark"), ("en", "ja")


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

    def print_help(self, file: object = None) -> None:
        """Print the help to stdout; `file` is there for argparse."""
        say(self.format_help().rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """Stop with what argparse found wrong."""
        raise CommandError(WRONG, f"{message} (see {self.prog} --help)")


def refuse_known_crash() -> None:
    """Stop on a pair of Python and PySide6 that is known to crash."""
    sentence = refusal()
    if sentence is not None:
        raise CommandError(FAILED, sentence)


def say(text: str, stream: TextIO | None = None) -> None:
    """Write a line to `stream` (default: stdout); characters that its encoding lacks are escaped.

    Raises OSError with the stream's name where it cannot be written. A program without a console has no streams.
    """
    stream = stream or sys.stdout
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        stream.flush()
    except OSError as error:
        _forget(stream)
        raise OSError(error.errno, error.strerror, "stdout") from error


def _forget(stream: TextIO) -> None:
    """Let what is still held back go nowhere, or Python would complain once more when it ends."""
    if stream in (sys.__stdout__, sys.__stderr__):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
