"""Steps and their stages: what ← and → move by, and what the transport says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.page import Page


class Stepping(QObject):
    """Moves the page in front by stages of a step while its picture shows some, else by steps."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def watch(self, page: Page) -> None:
        """Follow what a page's picture walks through."""
        page.panel.view_changed.connect(self.show)

    def by(self, count: int) -> None:
        """Some stages on or back, where there are stages; else steps."""
        if self._window.page.panel.step_stage(count):
            self._window.player.pause()
        else:
            self.whole(count)

    def whole(self, count: int) -> None:
        """Some steps on or back, whatever is shown."""
        self._window.seek(self._window.page.session.wanted + count)

    def show(self) -> None:
        """Say below the step what goes on: what is computed, else which stage is shown."""
        window = self._window
        if window.simulation not in window.pages:
            return
        session, panel = window.page.session, window.page.panel
        computed = self.tr("computing step {n} …").format(n=session.wanted) if session.waiting else ""
        window.transport.set_note(computed or panel.stage_note())
        window.transport.set_staged(panel.stages() > 0)
