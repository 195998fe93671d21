"""Verdicts: what the numbers of a run say, as values. The gui words them in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar, Literal

Severity = Literal["good", "note", "bad"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Base of all verdicts. A class states its sentences as templates over its own fields, marked for translation.

    `subject` is the place (zero-based) of the entry spoken of in the settings' list, -1 for the whole run. Texts among
    the fields are marked for translation too, but for `verbatim`: names that the learner gave.
    """

    title: ClassVar[str] = ""
    text: ClassVar[str] = ""
    severity: ClassVar[Severity] = "note"
    verbatim: ClassVar[tuple[str, ...]] = ()

    subject: int

    def values(self) -> dict[str, object]:
        """The fields by name, for the templates."""
        return {f.name: getattr(self, f.name) for f in fields(self)}
