"""The editor of a rule: which one, and that rule's own fields."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from engine.parameter import Parameter, Settings, SettingsError, join
from gui.i18n import error_words, words
from gui.widgets.choice import Choice
from gui.widgets.form.block import ROW_GAP, Block, only_one
from gui.widgets.form.editor import (
    EDITORS,
    HALF,
    SMALL_HALF,
    SMALL_LABEL,
    Editor,
    Host,
    Note,
    discard,
    label_text,
    spoken,
    tip,
)
from gui.widgets.painting import tint
from gui.widgets.row_label import RowLabel
from gui.widgets.segments import Segments

MOST_SEGMENTS = 4
LONGEST_HINT = 18
MOST_BESIDE = 140  # pixels of a combo beside its label in a card
RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class RuleEditor(Editor):
    """The choice among a registry's rules, and the chosen rule's own fields below it.

    What the rule says of itself stands between them. A registry of one leaves no choice, so only the fields are shown;
    so it is if `fixed`, and in the style `fields`, for a rule that is chosen elsewhere.
    """

    LABEL = "ink"

    def __init__(self, host: Host, path: str, declared: Parameter, small: bool = False, fixed: bool = False) -> None:
        """Build the choice; the fields come with the first value."""
        super().__init__(host, path, declared, small)
        self.fixed = fixed or only_one(declared) or declared.style == "fields"
        self.block: Block | None = None
        self._rule: Settings | None = None
        assert declared.registry is not None
        segmented = declared.style == "segments" and len(declared.registry) <= MOST_SEGMENTS
        self.choice: Choice | Segments = Segments(host.theme) if segmented else self.new_choice()
        self.choice.setObjectName(host.address(join(path, "kind")))
        self.choice.chosen.connect(self._chosen)
        self.label = RowLabel()
        self.note, self.about = Note(host.theme), Note(host.theme, "quiet")
        for note in (self.note, self.about):
            note.setContentsMargins(self.overhang, 0, self.overhang, 0)
        self.column.setSpacing(ROW_GAP)
        self._arrange(segmented)
        self.set_theme()
        self.retranslate()

    def new_choice(self) -> Choice:
        """The combo box, where the choice is not made by segments."""
        return Choice(self.host.theme, 32 if is_headed(self.declared) else 30)

    def _arrange(self, segmented: bool) -> None:
        wide = segmented or is_headed(self.declared)
        self.line = line = QVBoxLayout() if wide else QHBoxLayout()
        self.margins(line)
        line.setSpacing(4)
        line.addWidget(self.label, 0 if wide or self.small else 1)
        line.addWidget(self.choice, 1 if self.small and not wide else 0)
        if not wide:
            assert isinstance(self.choice, Choice)
            self.choice.usual = SMALL_HALF if self.small else HALF
            self.label.setMinimumWidth(SMALL_LABEL if self.small else 0)
        self.column.addLayout(line)
        if is_headed(self.declared) or self.fixed:
            self.label.hide()
        if self.fixed:
            self.choice.hide()
        self.column.addWidget(self.note)
        self.column.addWidget(self.about)

    def show_value(self, value: Settings) -> None:
        """Show a rule, silently; its fields are built again only if it is another one."""
        if value is self._rule:
            return
        if type(value) is not type(self._rule):
            self._rebuild(type(value))
        self._rule = value
        self._offer()
        self.choice.set_current(value.kind)
        self.note.tell("")
        self._tell_about()
        assert self.block is not None
        self.block.show_settings(value)

    def _tell_about(self) -> None:
        self.about.tell("" if self._rule is None or self.fixed else notes_text(type(self._rule)))

    def _rebuild(self, cls: type[Settings]) -> None:
        if self.block is not None:
            discard(self.column, self.block)
        self.block = Block(self.host, self.path, cls, self.small, self.skipped(cls))
        self.column.addWidget(self.block)
        self.block.belong(self.owner, self.colour)
        if self.fixed:
            self.setHidden(not self.needed)
        self.host.rebuilt()

    @property
    def needed(self) -> bool:
        """Where there is no choice, whether the rule has fields."""
        return not self.fixed or (self.block is not None and bool(self.block.fields))

    def show_apart(self, value: Any, letter: str) -> None:  # noqa: ANN401
        """Name the other side's rule, or beside each field of the same rule its value there."""
        same = letter != "" and type(value) is type(self._rule)
        super().show_apart(value, "" if same else letter)
        if self.block is not None:
            self.block.show_apart(value if same else None, letter if same else "")

    def skipped(self, rule: type[Settings]) -> Collection[str]:
        """The fields of `rule` that stand elsewhere."""
        return ()

    def _chosen(self, kind: str) -> None:
        assert self._rule is not None
        if kind != self._rule.kind:
            error = self.change(kind)
            self.note.tell(error_words(error) if error else "")
            if error:
                self.choice.set_current(self._rule.kind)

    def change(self, kind: str) -> SettingsError | None:
        """Ask for another rule."""
        return self.host.edit(join(self.path, "kind"), kind, True)

    def _offer(self) -> None:
        """Entries may have been registered since the last time."""
        assert self.declared.registry is not None
        if list(self.declared.registry) != self.choice.keys():
            self.choice.set_options([(kind, rule_title(cls)) for kind, cls in self.declared.registry.items()])
            if isinstance(self.choice, Choice):
                self.choice.set_tips(self._tips())

    def _make_room(self) -> None:
        """In a card, let a combo with long texts stand below its label."""
        if self.small and not self.declared.section:
            stacked = self.choice.sizeHint().width() > MOST_BESIDE
            self.line.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)

    def _tips(self) -> dict[str, str]:
        assert self.declared.registry is not None
        return {kind: notes_text(cls) for kind, cls in self.declared.registry.items()}

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        self.choice.set_theme(self.host.theme)
        self.note.set_theme(self.host.theme)
        self.about.set_theme(self.host.theme)
        self.label.setFont(self.host.theme.font(13))
        tint(self.label, self.host.theme, self.LABEL)
        if self.block is not None:
            self.block.set_theme()

    def retranslate(self) -> None:
        """Set every text again."""
        assert self.declared.registry is not None
        self.label.setText(label_text(self.declared))
        self.label.setToolTip(tip(self.declared))
        self.choice.set_options([(kind, rule_title(cls)) for kind, cls in self.declared.registry.items()])
        self._make_room()
        name = spoken(self.declared, self.owner)
        self.choice.setAccessibleName(name)
        self.choice.setAccessibleDescription(words(self.declared.help))
        if isinstance(self.choice, Choice):
            self.choice.setToolTip(tip(self.declared))
            self.choice.set_tips(self._tips())
        self._tell_about()
        if self.block is not None:
            self.block.retranslate()

    def belong(self, owner: str, colour: str | int) -> None:
        """Belong to an entry of a list."""
        if self.block is not None:
            self.block.belong(owner, colour)
        super().belong(owner, colour)


def is_headed(declared: Parameter) -> bool:
    """Whether the heading above a rule names it already: "Loss surface" does for a surface."""
    return declared.label.lower() in declared.section.lower()


def rule_title(cls: type[Settings]) -> str:
    """A rule's translated title, followed by its formula where that is short and plain enough for a line of text."""
    title = words(cls.title) or cls.kind
    formula = getattr(cls, "formula", "")
    hint = plain_formula(formula) if isinstance(formula, str) else ""  # some depend on the rule's own fields
    return f"{title}  {hint}" if hint else title


def notes_text(cls: type[Settings]) -> str:
    """What a rule says of itself, in the language that is on."""
    return "\n".join(words(note).replace(" = ", "\u00a0=\u00a0") for note in cls.notes())


def plain_formula(tex: str) -> str:
    """TeX as plain text if nothing in it needs setting (`x^2 + 10 y^2` gives `x² + 10y²`), else ""."""
    text = re.sub(r"\^(\d)", lambda power: power[1].translate(RAISED_DIGITS), tex)
    text = re.sub(r"(\d) (?=[a-z])", r"\1", text).replace("-", "−")
    return "" if len(text) > LONGEST_HINT or re.search(r"[\\{}^_]", text) else text


class GroupEditor(Editor):
    """Nested settings: their fields, one under the other."""

    def __init__(self, host: Host, path: str, declared: Parameter, small: bool = False) -> None:
        """Build the fields."""
        super().__init__(host, path, declared, small)
        assert declared.item is not None
        self.block = Block(host, path, declared.item, small)
        self.column.addWidget(self.block)

    def show_value(self, value: Settings) -> None:
        """Show every field, silently."""
        self.block.show_settings(value)

    def show_apart(self, value: Any, letter: str) -> None:  # noqa: ANN401
        """Beside each field."""
        self.block.show_apart(value, letter)

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        self.block.set_theme()

    def retranslate(self) -> None:
        """Set every text again."""
        self.block.retranslate()

    def belong(self, owner: str, colour: str | int) -> None:
        """Belong to an entry of a list."""
        super().belong(owner, colour)
        self.block.belong(owner, colour)


EDITORS["rule"] = RuleEditor
EDITORS["group"] = GroupEditor
