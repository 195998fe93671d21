"""A block of editors: one for each field of a settings class, with the headings that begin its sections."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.parameter import Parameter, Settings, join, parameters
from gui.i18n import words
from gui.theme import Theme
from gui.widgets.form.editor import EDITORS, OVERHANG, Editor, Host
from gui.widgets.painting import tint
from gui.widgets.titles import heading

ROW_GAP, SMALL_GAP, SECTION_GAP = 8, 4, 7


class Heading(QLabel):
    """The small raised heading of a section."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        """`text` is engine text, in English."""
        super().__init__()
        self.text_in_english = text
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take colour and face from `theme`."""
        self.setFont(theme.font(11, bold=True))
        tint(self, theme, "quiet")

    def retranslate(self) -> None:
        """Set the text again."""
        text = words(self.text_in_english)
        self.setText(heading(text))
        self.setAccessibleName(text)


class Block(QWidget):
    """The editors of one settings class below `path`; fields in `skip` and hidden ones are left out."""

    def __init__(
        self, host: Host, path: str, cls: type[Settings], small: bool = False, skip: Collection[str] = ()
    ) -> None:
        """Build an editor for every field."""
        super().__init__()
        self.editors: dict[str, Editor] = {}
        self.headings: list[Heading] = []
        self._host = host
        self._shown: Settings | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL_GAP if small else ROW_GAP)
        for name, declared in _visible(cls, skip):
            if has_heading(declared):
                title = Heading(host.theme, declared.section)
                title.setContentsMargins(OVERHANG, SECTION_GAP, OVERHANG, 0)
                self.headings.append(title)
                column.addWidget(title)
            editor = EDITORS[declared.kind](host, join(path, name), declared, small)
            self.editors[name] = editor
            column.addWidget(editor)
        if not self.editors:
            self.hide()

    def show_settings(self, settings: Settings) -> None:
        """Show every field, silently; what is the same object as before costs nothing."""
        if settings is not self._shown:
            self._shown = settings
            for name, editor in self.editors.items():
                editor.show_value(getattr(settings, name))

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        for title in self.headings:
            title.set_theme(self._host.theme)
        for editor in self.editors.values():
            editor.set_theme()

    def retranslate(self) -> None:
        """Set every text again."""
        for title in self.headings:
            title.retranslate()
        for editor in self.editors.values():
            editor.retranslate()

    def belong(self, owner: str, colour: str | int) -> None:
        """Belong to an entry of a list."""
        for editor in self.editors.values():
            editor.belong(owner, colour)


def _visible(cls: type[Settings], skip: Collection[str]) -> Iterator[tuple[str, Parameter]]:
    for name, declared in parameters(cls).items():
        if declared.style != "hidden" and name not in skip:
            yield name, declared


def has_heading(declared: Parameter) -> bool:
    """Whether a section begins here; a list brings its own heading, and a choice of one has nothing to head."""
    return bool(declared.section) and declared.kind != "items" and not only_one(declared)


def only_one(declared: Parameter) -> bool:
    """Whether a rule leaves no choice."""
    return declared.kind == "rule" and declared.registry is not None and len(declared.registry) < 2
