"""A block of editors: one for each field of a settings class, with the headings that begin its sections."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.parameter import Kind, Parameter, Settings, join, parameters
from gui.i18n import words
from gui.theme import Theme
from gui.widgets.form.editor import EDITORS, OVERHANG, Editor, Host, Maker
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
    """The editors of one settings class below `path`, those in `skip` and the hidden ones left out; `makers` may make some.

    An editor is made when its field is first of use, and is out of sight while it is not; so is a heading all of whose
    fields are. Each field has its own place in the column, so that late editors come to stand in order.
    """

    def __init__(
        self,
        host: Host,
        path: str,
        cls: type[Settings],
        small: bool = False,
        skip: Collection[str] = (),
        makers: Mapping[Kind, Maker] | None = None,
    ) -> None:
        """Places for all fields; editors come with the first settings."""
        super().__init__()
        self.editors: dict[str, Editor] = {}
        self.fields = dict(_visible(cls, skip))
        self._host, self._path, self._small, self._makers = host, path, small, {**EDITORS, **(makers or {})}
        self._owner = ""
        self._colour: str | int = "accent"
        self._shown: Settings | None = None
        self._apart: tuple[Settings | None, Settings | None, str] | None = None
        self._unused: frozenset[str] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL_GAP if small else ROW_GAP)
        self._places = {name: self._new_place() for name in self.fields}
        self._sections = self._headed()
        if not self.fields:
            self.hide()

    def _new_place(self) -> QVBoxLayout:
        place = QVBoxLayout()
        place.setSpacing(self._column.spacing())
        self._column.addLayout(place)
        return place

    def _headed(self) -> dict[Heading, list[str]]:
        """A heading for each section, and the fields below it."""
        sections: dict[Heading, list[str]] = {}
        below: list[str] = []
        for name, declared in self.fields.items():
            if declared.section:
                below = []
            if has_heading(declared):
                title = Heading(self._host.theme, declared.section)
                title.setContentsMargins(OVERHANG, SECTION_GAP, OVERHANG, 0)
                self._places[name].addWidget(title)
                sections[title] = below
            below.append(name)
        return sections

    def put_after(self, name: str, widget: QWidget) -> None:
        """Let a widget stand below the editor of a field."""
        self._places[name].addWidget(widget)

    # -- showing ------------------------------------------------------------------------------------------------------

    def show_settings(self, settings: Settings) -> None:
        """Show every field, silently; what is the same object as before costs nothing."""
        if settings is self._shown:
            return
        self._shown = settings
        self.use(settings.unused())
        for name, editor in self.editors.items():
            editor.show_value(getattr(settings, name))

    def use(self, unused: frozenset[str]) -> None:
        """Leave out the fields in `unused`; the others have editors from now on."""
        if unused == self._unused:
            return
        self._unused = unused
        for name, declared in self.fields.items():
            if name in self.editors:
                self.editors[name].setVisible(name not in unused and self.editors[name].needed)
            elif name not in unused:
                self._make(name, declared)
        for title, names in self._sections.items():
            title.setHidden(all(name in unused for name in names))
        self._host.rebuilt()

    def _make(self, name: str, declared: Parameter) -> None:
        """Make an editor; the order of `editors` stays that of the fields."""
        editor = self._makers[declared.kind](self._host, join(self._path, name), declared, self._small)
        if (self._owner, self._colour) != (editor.owner, editor.colour):
            editor.belong(self._owner, self._colour)
        self._places[name].insertWidget(1 if declared.section and has_heading(declared) else 0, editor)
        editor.setVisible(editor.needed)
        made = {**self.editors, name: editor}
        self.editors = {field: made[field] for field in self.fields if field in made}

    def used(self, name: str) -> bool:
        """Whether a field is in sight."""
        return name in self.editors and name not in (self._unused or ())

    def show_apart(self, other: Settings | None, letter: str) -> None:
        """Say beside each field what side `letter` of a comparison has there, where that is something else."""
        if (other, self._shown, letter) == self._apart:
            return
        self._apart = (other, self._shown, letter)
        for name, editor in self.editors.items():
            mine, theirs = getattr(self._shown, name), getattr(other, name, None)
            editor.show_apart(theirs, letter if other is not None and theirs != mine else "")

    # -- look ---------------------------------------------------------------------------------------------------------

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        for title in self._sections:
            title.set_theme(self._host.theme)
        for editor in self.editors.values():
            editor.set_theme()
        self._apart = None

    def retranslate(self) -> None:
        """Set every text again; what the other side has is to be shown again."""
        for title in self._sections:
            title.retranslate()
        for editor in self.editors.values():
            editor.retranslate()
        self._apart = None

    def belong(self, owner: str, colour: str | int) -> None:
        """Belong to an entry of a list."""
        self._owner, self._colour = owner, colour
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
