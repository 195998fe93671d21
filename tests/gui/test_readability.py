"""What is on the screen can be read: large enough, with enough contrast, nothing upon anything, and by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.parameter import parameters, replace_at
from engine.recipe import Recipe, default_recipe
from engine.simulations import SIMULATIONS
from gui.export.dialog import ExportDialog, ExportRequest
from gui.main_window import MainWindow
from gui.render import plots_of
from gui.theme import load_theme
from gui.widgets.formula import flush
from gui.widgets.painting import luminance
from tests.gui.painted_texts import Text, texts_of
from tests.gui.waiting import settle
from tests.gui.widgets.pixels import Pixels, pixels_of

SMALLEST, CONTRAST = 11, 4.5
LANGUAGES = ("en", "ja")


def modes() -> Iterator[Recipe]:
    """Every tab in each of its modes, in the middle of its run."""
    for simulation, tab in SIMULATIONS.items():
        settings = tab.settings()
        for kind in parameters(tab.settings)["mode"].registry or {}:
            recipe = default_recipe(simulation).changed(settings=replace_at(settings, "mode.kind", kind))
            yield recipe.changed(step=round(0.6 * recipe.length()))


def name_of(recipe: Recipe) -> str:
    return f"{recipe.simulation}-{recipe.settings.mode.kind}"  # type: ignore[attr-defined]


each_mode = pytest.mark.parametrize("recipe", list(modes()), ids=name_of)


def show(window: MainWindow, qtbot: QtBot, recipe: Recipe) -> None:
    """Open a recipe and let everything be laid out and drawn."""
    window.show_tab(recipe.simulation, recipe)
    settle(qtbot, window)
    flush()
    for _ in range(3):
        QCoreApplication.processEvents()


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of luminances (WCAG 2.1), 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ground_of(text: Text, picture: Pixels) -> QColor:
    """The colour that a text stands on: the commonest in its area and a little around."""
    area = text.area.toAlignedRect().adjusted(-5, -4, 5, 4).intersected(QRect(0, 0, picture.shape[1], picture.shape[0]))
    part = picture[area.top() : area.bottom() + 1, area.left() : area.right() + 1].reshape(-1, 3)
    # First by sixteenths: a ground may be a gradient, no shade of which is as common as the ink.
    shades = Counter(map(tuple, (part // 16).tolist())).most_common(1)[0][0]
    alike = part[(part // 16 == shades).all(axis=1)]
    return QColor(*Counter(map(tuple, alike.tolist())).most_common(1)[0][0])


def over(color: QColor, ground: QColor) -> QColor:
    """A colour that is not opaque, on a ground."""
    alpha = color.alphaF()
    parts = [alpha * a + (1 - alpha) * b for a, b in zip(color.getRgb()[:3], ground.getRgb()[:3], strict=True)]
    return QColor(*map(round, parts))


def too_pale(widget: QWidget) -> list[str]:
    """Texts of a widget with too little contrast, each with its colours."""
    picture, pale = pixels_of(widget.grab().toImage()), []
    for text in texts_of(widget):
        ground = ground_of(text, picture)
        color = over(text.color, ground)
        if contrast(color, ground) < CONTRAST:
            pale.append(f"{text.text!r} {color.name()} on {ground.name()}: {contrast(color, ground):.2f}")
    return pale


# -- contrast and size ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_colours_of_texts_suffice_on_every_ground_of_the_design(theme: str) -> None:
    colors = load_theme(theme).color
    grounds = {
        "ink": ("paper", "side", "soft", "card"),
        "quiet": ("paper", "side"),
        "quiet_soft": ("paper", "side", "soft", "card"),
        "accent": ("paper", "side", "card"),
        "on_accent": ("accent",),
        "rule": ("paper",),
    }
    for name, all_grounds in grounds.items():
        for ground in all_grounds:
            assert contrast(colors(name), colors(ground)) >= CONTRAST, f"{name} on {ground}"


@each_mode
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_is_large_and_strong_enough(
    make_window: Callable[[], MainWindow], qtbot: QtBot, recipe: Recipe, theme: str
) -> None:
    window = make_window()
    window.choose_theme(theme)
    show(window, qtbot, recipe)
    for language in LANGUAGES:
        window.choose_language(language)
        QCoreApplication.processEvents()
        texts = texts_of(window)
        assert len(texts) > 50
        assert [text for text in texts if text.size < SMALLEST] == []
        assert too_pale(window) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_menu_can_be_read(window: MainWindow, theme: str) -> None:
    window.choose_theme(theme)
    for menu in window.menus.menus.values():
        menu.resize(menu.sizeHint())
        assert len(texts_of(menu)) >= len([action for action in menu.actions() if action.text()])
        assert [text for text in texts_of(menu) if text.size < SMALLEST] == []
        assert too_pale(menu) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_export_dialog_can_be_read(window: MainWindow, theme: str, language: str) -> None:
    window.choose_theme(theme)
    window.choose_language(language)
    dialog = ExportDialog(window.theme, window.files._subjects(), ExportRequest("panel"), lambda _request: None, window)
    dialog.show_error("This place can only be read.")
    dialog.resize(dialog.sizeHint())
    texts = texts_of(dialog)
    assert len(texts) > 15
    assert [text for text in texts if text.size < SMALLEST] == []
    assert too_pale(dialog) == []
    dialog.deleteLater()


def test_the_test_sees_what_is_too_pale(window: MainWindow) -> None:
    palette = window.page.panel.paths.curve_title.palette()
    palette.setColor(palette.ColorRole.WindowText, QColor("#aaaaaa"))
    window.page.panel.paths.curve_title.setPalette(palette)
    assert [pale.split("#")[0].strip() for pale in too_pale(window)] == ["'Loss by step'"]


# -- room -------------------------------------------------------------------------------------------------------------


def parts(window: MainWindow) -> dict[str, QRect]:
    """The window's parts, in its own pixels."""
    page = window.page
    named = {
        "menu": window.menuBar(), "tabs": window.side_buttons.row, "left": page.left, "panel": page.panel,
        "right": page.right, "transport": window.transport,
    }  # fmt: skip
    return {name: QRect(each.mapTo(window, QPoint()), each.size()) for name, each in named.items()}


@each_mode
def test_the_parts_fill_the_window_and_lie_apart(
    make_window: Callable[[], MainWindow], qtbot: QtBot, recipe: Recipe
) -> None:
    window = make_window()
    for size in ((1024, 700), (1280, 800), (1920, 1200)):
        window.resize(*size)
        show(window, qtbot, recipe)
        for language in LANGUAGES:
            window.choose_language(language)
            QCoreApplication.processEvents()
            assert (window.width(), window.height()) == size, "nothing wants more room"
            assert_apart(window)
            assert upon_one_another(window) == [], (size, language)


def assert_apart(window: MainWindow) -> None:
    """The parts share the window without a gap."""
    areas = parts(window)
    for name, area in areas.items():
        assert window.rect().contains(area), name
        assert not any(area.intersects(other) for key, other in areas.items() if key != name), name
    assert sum(area.width() * area.height() for area in areas.values()) == window.width() * window.height()


RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"


def upon_one_another(window: MainWindow) -> list[str]:
    """Texts that cover one another."""
    texts = [text for text in texts_of(window) if text.text.strip(RAISED)]  # an exponent may lean on its base
    boxes = [(text, text.area.adjusted(1, 1, -1, -1)) for text in texts]
    return [
        f"{one.text!r} on {other.text!r}"
        for i, (one, area) in enumerate(boxes)
        for other, there in boxes[:i]
        if area.intersects(there)
    ]


def test_the_columns_are_as_wide_as_their_content(window: MainWindow) -> None:
    for column in (window.page.left, window.page.right):
        content = column.widget()
        assert content.minimumSizeHint().width() <= column.viewport().width()


# -- names ------------------------------------------------------------------------------------------------------------


@each_mode
def test_whatever_takes_the_keyboard_has_a_name(
    make_window: Callable[[], MainWindow], qtbot: QtBot, recipe: Recipe
) -> None:
    window = make_window()
    show(window, qtbot, recipe)
    for language in LANGUAGES:
        window.choose_language(language)
        reached = [
            each
            for each in window.findChildren(QWidget)
            if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.focusProxy() is None and each.isVisibleTo(window)
        ]
        assert len(reached) > 15
        nameless = [each for each in reached if not spoken_name(each).strip()]
        assert nameless == []


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def test_every_plot_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    for simulation in SIMULATIONS:
        window.show_tab(simulation)
        settle(qtbot, window)
        for plot in plots_of(window.page.panel):
            assert plot.accessibleName(), (simulation, plot)


def test_numbers_stand_in_a_face_of_equal_widths(window: MainWindow) -> None:
    metrics = QFontMetricsF(window.theme.mono(12))
    assert len({metrics.horizontalAdvance(sign) for sign in "0123456789−.e"}) == 1
