"""What undo restores, and the commands that undo keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from engine.parameter import Settings
from engine.recipe import Recipe, SidedEvent
from gui.wording import change_words

if TYPE_CHECKING:
    from gui.session import Session

UNDO_ID = 1


@dataclass(frozen=True, slots=True)
class Experiment:
    """What undo restores: all of a recipe that can change a number."""

    settings: Settings
    other: Settings | None
    seed: int
    events: tuple[SidedEvent, ...]

    @classmethod
    def of(cls, recipe: Recipe) -> Experiment:
        """The experiment in a recipe."""
        return cls(recipe.settings, recipe.other, recipe.seed, recipe.events)

    def named(self, side: str) -> Settings:
        """The settings of a side; A's where there is no B."""
        return self.other if side == "b" and self.other is not None else self.settings


class Change(QUndoCommand):
    """From one experiment to another. Changes of one path of one side in one gesture are one entry.

    `path` is that of a setting of `side`, or one of the words that `change_words` knows for other deeds.
    """

    def __init__(self, session: Session, after: Experiment, path: str, side: str, gesture: int) -> None:
        super().__init__()
        self.session, self.path, self.side, self.gesture = session, path, side, gesture
        self.before, self.after = Experiment.of(session.recipe), after
        self.steps: tuple[int, int] | None = None
        self.name()

    def name(self) -> None:
        """Say what is changed, in the language that is on. What is gone by now is called what it was called then."""
        self.setText(change_words(self.before.named(self.side), self.path, self.after.named(self.side)))

    def id(self) -> int:
        """The same for all, so that Qt asks `mergeWith`."""
        return UNDO_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join a later move of the same gesture; a gesture that ends where it began is no change."""
        if not isinstance(other, Change):
            return False
        if (other.path, other.side, other.gesture) != (self.path, self.side, self.gesture):
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True

    def redo(self) -> None:
        """Do it (also when first pushed)."""
        self.session.take(self.after)
        if self.steps is not None:
            self.session.seek(self.steps[1])

    def undo(self) -> None:
        """Take it back."""
        self.session.take(self.before)
        if self.steps is not None:
            self.session.seek(self.steps[0])
