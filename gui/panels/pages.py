"""Columns that hold one page for each mode of a tab, of which one is seen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.inspector import Inspector


class RightColumn(Inspector):
    """Several right columns of which one is seen."""

    def __init__(self, theme: Theme, *pages: Inspector) -> None:
        """The first page is seen."""
        super().__init__(theme)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._room = 0
        self.pages: list[Inspector] = []
        for page in pages:
            self.add_page(page)
        if pages:
            self.show_page(pages[0])

    def add_page(self, page: Inspector) -> None:
        """Hold another page; it is not seen yet."""
        page.hide()
        self.pages.append(self.add(page))
        if self._room:
            page.set_room(self._room)

    def show_page(self, page: Inspector) -> None:
        """Let this one be seen."""
        for each in self.pages:
            each.setVisible(each is page)

    def fit(self, height: int) -> None:
        """Where nobody can scroll: leave out what does not fit from the end of the page that is seen."""
        for page in self.pages:
            if not page.isHidden():
                page.fit(height)

    def set_room(self, height: int) -> None:
        """How much of the column is in sight at once."""
        self._room = height
        for page in self.pages:
            page.set_room(height)


class LeftColumn(QWidget):
    """What some modes have below the form; modes without leave no room."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self._pages: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)

    def show_page(self, page: QWidget | None) -> None:
        """Let this one be seen, or none."""
        if page is not None and page not in self._pages:
            self._pages.append(page)
            column = self.layout()
            assert column is not None
            column.addWidget(page)
        for each in self._pages:
            each.setVisible(each is page)
