"""Long work asks now and then whether anyone still waits for its result.

Whoever starts long work in a thread says how to find out (`while_wanted`); the work itself calls `pulse` at places
where it may end: between layers, between draws. Without a starter who cares, `pulse` does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Interrupted(Exception):  # noqa: N818 - an end, no error
    """Nobody waits for the result any more. What was begun has changed nothing that can be seen."""


_wanted: ContextVar[Callable[[], bool] | None] = ContextVar("wanted", default=None)


def pulse() -> None:
    """A place where work may end. Raises Interrupted if nobody waits for it any more."""
    wanted = _wanted.get()
    if wanted is not None and not wanted():
        raise Interrupted


@contextmanager
def while_wanted(wanted: Callable[[], bool]) -> Iterator[None]:
    """Within it, in this thread, `pulse` ends the work as soon as `wanted()` is false."""
    token = _wanted.set(wanted)
    try:
        yield
    finally:
        _wanted.reset(token)
