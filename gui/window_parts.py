"""Small parts of the window: the corner beside the tabs, and the texts of Help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QTabBar, QToolButton, QWidget

from engine import __version__
from gui.theme import Theme
from gui.theme.icons import icon

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Centre(QWidget):
    """All below the menu bar. A click beside all controls gives the keyboard to the picture.

    It is handed on, and no focus proxy: past a proxy the Tab key does not go.
    """

    def __init__(self) -> None:
        super().__init__()
        self.picture: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand it on."""
        super().focusInEvent(event)
        if self.picture is not None:
            self.picture.setFocus(event.reason())


class Corner(QWidget):
    """Comparison, export and theme, to the right of the tabs."""

    compare_clicked = Signal()
    export_clicked = Signal()
    theme_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.compare, self.export, self.theme_button = QToolButton(), QToolButton(), QToolButton()
        self.compare.setText("A | B")
        self.compare.setCheckable(True)
        self.row = QFrame()
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, 12, 0)
        signals = (
            (self.compare, self.compare_clicked),
            (self.export, self.export_clicked),
            (self.theme_button, self.theme_clicked),
        )
        for button, signal in signals:
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, s=signal: s.emit())
            inner.addWidget(button)
        self.set_theme(theme)

    def row_with(self, tabs: QTabBar) -> QWidget:
        """The row of the tabs with this corner at its end."""
        outer = QHBoxLayout(self.row)
        outer.setContentsMargins(16, 0, 0, 0)
        outer.addWidget(tabs)
        outer.addStretch(1)
        outer.addWidget(self)
        return self.row

    def set_theme(self, theme: Theme) -> None:
        """Icons in the theme's ink."""
        self.compare.setFont(theme.font(13))
        palette = theme.palette()
        palette.setColor(palette.ColorGroup.Disabled, palette.ColorRole.ButtonText, theme.color("quiet"))
        self.compare.setPalette(palette)
        self.export.setIcon(icon(theme, "export"))
        self.theme_button.setIcon(icon(theme, "theme"))

    def retranslate(self) -> None:
        """Set every text again."""
        for button, text in ((self.export, self.tr("Export (Ctrl+E)")), (self.theme_button, self.tr("Light or dark"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.compare.setAccessibleName(self.tr("Compare A with B"))

    def show_comparing(self, comparing: bool, possible: bool, tip: str) -> None:
        """Show whether two sides are compared, whether they can be, and what that is or why it is not possible."""
        self.compare.setChecked(comparing)
        self.compare.setEnabled(possible)
        self.compare.setToolTip(tip)
        self.compare.setAccessibleDescription(tip)


def keys_text() -> tuple[str, str]:
    """Title and text of the list of keys."""
    rows = [
        ("Space", QCoreApplication.translate("Help", "play or pause")),
        ("← →", QCoreApplication.translate("Help", "one step back, one step")),
        ("Shift+← →", QCoreApplication.translate("Help", "one step back, one step, while ← → move by stages")),
        ("Home, End", QCoreApplication.translate("Help", "first step, last step")),
        ("Tab", QCoreApplication.translate("Help", "to the next control; arrows change it, double-click resets it")),
        (
            "F",
            QCoreApplication.translate(
                "Help", "in the race: follow the selected racer, or show all; + − change how closely"
            ),
        ),
        ("Ctrl+Z, Ctrl+Shift+Z", QCoreApplication.translate("Help", "undo, redo")),
        ("Ctrl+L", QCoreApplication.translate("Help", "start again at the end, or not")),
        ("Ctrl+B", QCoreApplication.translate("Help", "compare with a second experiment, or no longer")),
        ("F2", QCoreApplication.translate("Help", "on a card: rename it")),
        ("Del", QCoreApplication.translate("Help", "on a card: remove it")),
        ("Alt+↑, Alt+↓", QCoreApplication.translate("Help", "on a card: move it up or down")),
        ("Ctrl+O, Ctrl+S", QCoreApplication.translate("Help", "open, save the experiment as a recipe")),
        ("Ctrl+Shift+S", QCoreApplication.translate("Help", "save it under another name")),
        ("Ctrl+E, Ctrl+Shift+C", QCoreApplication.translate("Help", "export the picture, copy it")),
        ("Ctrl+1, Ctrl+2", QCoreApplication.translate("Help", "fold the left or the right column")),
        ("F11, Esc", QCoreApplication.translate("Help", "presentation, and back")),
    ]
    body = "".join(f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{what}</td></tr>" for key, what in rows)
    return QCoreApplication.translate("Help", "Keys"), f"<table cellspacing='6'>{body}</table>"


def about_text() -> tuple[str, str]:
    """Title and text of what Kobai is."""
    text = QCoreApplication.translate(
        "Help",
        "Kobai {version} is a laboratory in which you watch, step through, scrub back and export how deep networks "
        "train. Every number on the screen is computed by its own engine and agrees with the reference frameworks.",
    )
    return QCoreApplication.translate("Help", "About Kobai"), text.format(version=__version__)


def show_text(parent: QWidget, content: tuple[str, str]) -> None:
    """A small window with a text, which does not stop the run."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setModal(False)
    box.setWindowTitle(content[0])
    box.setText(content[1])
    box.show()


def remember(window: MainWindow) -> None:
    """Keep what a window that is being closed is to open with the next time."""
    keep = window.preferences.remember
    keep("tab", window.simulation)
    for key, choice in (("theme", window.theme_choice), ("language", window.language_choice)):
        if choice != window.given[key]:
            keep(key, choice)
    for side in ("left", "right"):
        keep(f"folded/{side}", not window.menus.actions[side].isChecked())
    if not window.presenting:
        keep("geometry", window.saveGeometry())
