"""What the window offers about comparisons and presets: the corner's button and the entries of Run, as the tab has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from engine.simulations import SIMULATIONS
from gui.i18n import words
from gui.widgets.form.head import copy_text, wrapped

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.page import Page


class Comparing(QObject):
    """Acts on the page in front of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)

    @property
    def window(self) -> MainWindow:
        """The window: its parent, not kept, so that nothing outlives a window that is taken down."""
        return cast("MainWindow", self.parent())

    # -- the hand -----------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Begin to compare, or end it."""
        session = self.window.page.session
        session.compare(not session.comparing)
        self.refresh()

    def copy(self) -> None:
        """Make the other side like the active one."""
        self.window.page.session.copy_to_other()

    def swap(self) -> None:
        """A becomes B, and B becomes A."""
        self.window.page.session.swap()

    # -- states -------------------------------------------------------------------------------------------------------

    def watch(self, page: Page) -> None:
        """Follow a page that has been made."""
        page.session.settings_changed.connect(lambda _settings: self._follow(page))
        page.session.side_changed.connect(lambda _side: self._follow(page))

    def _follow(self, page: Page) -> None:
        if self.window.pages.get(self.window.simulation) is page:
            self.refresh()

    def refresh(self) -> None:
        """Show what can be done on the page in front, and why not."""
        window = self.window
        if window.simulation not in window.pages:
            return
        session, actions = window.page.session, window.menus.actions
        alone = words(SIMULATIONS[window.simulation].alone)
        text = alone or self.tr("Compare with a second experiment, side by side (Ctrl+B)")
        possible = not alone or session.comparing  # a comparison from a file can be ended everywhere
        window.side_buttons.show_comparing(session.comparing, possible, text)
        actions["compare"].setEnabled(possible)
        actions["compare"].setChecked(session.comparing)
        actions["compare"].setToolTip(text)
        actions["copy_side"].setText(copy_text(session.side))
        for key in ("copy_side", "swap"):
            actions[key].setEnabled(session.comparing)
        window.menus.menus["presets"].menuAction().setEnabled(bool(window.page.presets))

    def list_presets(self) -> None:
        """Fill the menu of presets with those of the page in front."""
        page, menu = self.window.page, self.window.menus.menus["presets"]
        menu.clear()
        for key, preset in page.presets.items():
            action = menu.addAction(words(preset.title))
            action.setObjectName(key)
            action.setToolTip(wrapped(words(preset.help)))
            action.triggered.connect(lambda _checked=False, key=key: page.choose_preset(key))
