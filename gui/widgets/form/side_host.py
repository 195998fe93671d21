"""The form as the editors in one side's card see it: what they edit is that side's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.parameter import SettingsError
from gui.theme import Theme
from gui.widgets.form.editor import Host, address

if TYPE_CHECKING:
    from gui.widgets.form.form import ParameterForm


class SideHost:
    """Stands between a card and the form, and knows of which side the card is."""

    def __init__(self, form: ParameterForm, side: str) -> None:
        """For side "a" or "b"."""
        self._form, self._side = form, side

    @property
    def theme(self) -> Theme:
        """The look of the form."""
        return self._form.theme

    def address(self, path: str) -> str:
        """The object name of the side's editor for `path`."""
        return address(path, self._side)

    def for_side(self, side: str) -> Host:
        """The form as another side sees it."""
        return self._form.for_side(side)

    def activate(self, side: str) -> None:
        """The hand has made a side the active one."""
        self._form.activate(side)

    def edit(self, path: str, value: object, done: bool, at: str = "") -> SettingsError | None:
        """Edit this side."""
        return self._form.edit(path, value, done, at, self._side)

    def default(self, path: str) -> Any:  # noqa: ANN401 - whatever stands there
        """What a double click at `path` goes back to."""
        return self._form.default(path, self._side)

    def rebuilt(self) -> None:
        """Editors have come or gone."""
        self._form.rebuilt()

    def picked(self, path: str, index: int) -> None:
        """The hand has selected an entry of the list at `path`."""
        self._form.picked(path, index)

    def switched(self, path: str, index: int, shown: bool) -> None:
        """The hand has shown or hidden an entry of the list at `path`."""
        self._form.switched(path, index, shown)
