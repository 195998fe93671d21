"""Formulas: every one in the registries is painted whole and in the theme's colour; late, one per turn, as vectors."""

from __future__ import annotations

import subprocess
import sys
from collections import OrderedDict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.optimizers import Optimizer, Stage
from engine.registries import REGISTRIES
from engine.surfaces import FormulaSurface
from gui.theme import Theme, load_theme
from gui.widgets import formula
from gui.widgets.formula import FormulaView, flush, formula_queue, formula_svg, prepare, start_rendering, stop_rendering
from gui.widgets.tex_text import readable
from tests.engine.samples import FORMULAS
from tests.gui.widgets.pixels import Pixels, near, painted

ROOT = Path(__file__).parents[3]
HATS = r"\begin{aligned} \hat m &= m / (1 - \beta_1^t) \\ w &\leftarrow w - \eta \hat m \end{aligned}"


def stages_of(optimizer: Optimizer) -> list[Stage]:
    """The stages of the first ten steps: some rules begin otherwise than they go on."""
    point = np.array([1.0, -2.0])
    state, found = optimizer.init(point), []
    for _ in range(10):
        found += optimizer.stages(point, state, point)
        _, state = optimizer.update(point, state, point)
    return found


def registered() -> list[str]:
    """The TeX of every rule: its class variables, formulas as typed, and the stages of every optimizer's update."""
    found: dict[str, None] = {}
    for registry in REGISTRIES.values():
        for rule in registry.values():
            for name in ("formula", "derivative_formula"):
                tex = getattr(rule, name, "")
                found[tex if isinstance(tex, str) else getattr(rule(), name)] = None
    found |= dict.fromkeys(FormulaSurface(text).formula for text in FORMULAS if len(text) > 1)
    for rule in REGISTRIES["optimizers"].values():
        found |= dict.fromkeys(stage.formula for stage in stages_of(rule()))
        if hasattr(rule(), "weight_decay"):
            found |= dict.fromkeys(stage.formula for stage in stages_of(rule(weight_decay=0.1)))
    found.pop("", None)
    return list(found)


@pytest.fixture(autouse=True)
def unused(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing drawn yet, nothing waiting."""
    monkeypatch.setattr(formula, "_drawn", OrderedDict())
    monkeypatch.setattr(formula, "_undrawable", set())
    formula.formula_renderer.cache_clear()
    yield
    stop_rendering()


def seen(view: FormulaView) -> Pixels:
    """The formula on white, three device pixels to a logical one."""
    return painted(view, QColor("white"), 3)


def view_of(qtbot: QtBot, theme: Theme, tex: str, **details: object) -> FormulaView:
    view = FormulaView(theme, tex, **details)
    qtbot.addWidget(view)
    view.resize(view.sizeHint())
    return view


@pytest.mark.parametrize("tex", [*registered(), HATS])
def test_every_formula_is_painted_whole_in_the_colour_of_the_theme(qtbot: QtBot, theme: Theme, tex: str) -> None:
    view = view_of(qtbot, theme, tex)
    flush()
    view.resize(view.sizeHint())
    pixels = seen(view)
    ink = near(pixels, theme.color("ink"))
    assert ink.sum() > 60
    touched = (pixels < 250).any(axis=-1)
    assert touched.any()
    assert not touched[:, 0].any()
    assert not touched[:, -1].any()
    assert not touched[0].any()
    assert not touched[-1].any()
    columns = np.flatnonzero(touched.any(axis=0))
    assert columns[-1] - columns[0] > 0.9 * (pixels.shape[1] - 6), "the box is larger than the ink"


@pytest.mark.parametrize("tex", registered())
def test_every_formula_can_be_read(tex: str) -> None:
    text = readable(tex)
    assert text
    assert not set(text) & set("\\&$")


def test_a_new_theme_recolours_without_drawing_again(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(qtbot, theme, r"m \leftarrow \beta m + g")
    flush()
    monkeypatch.delattr(formula, "_drawing")
    dark = load_theme("dark")
    view.set_theme(dark)
    assert near(seen(view), dark.color("ink"), 25).sum() > 60
    assert near(seen(view), theme.color("ink")).sum() == 0
    view.set_colour("accent")
    assert near(seen(view), dark.color("accent")).sum() > 60


def test_plain_text_stands_in_until_the_window_stands(qtbot: QtBot, theme: Theme) -> None:
    view = view_of(qtbot, theme, r"w \leftarrow w - \eta\, g")
    before = seen(view)
    assert near(before, theme.color("ink")).sum() > 60
    qtbot.wait(20)
    assert formula_queue().waiting == (r"w \leftarrow w - \eta\, g",)
    start_rendering()
    qtbot.waitUntil(lambda: not formula_queue().waiting)
    view.resize(view.sizeHint())
    after = seen(view)
    assert near(after, theme.color("ink")).sum() > 60
    assert after.shape != before.shape
    assert view.accessibleName() == "w ← w − η g"


def test_one_formula_is_drawn_per_turn_of_the_event_loop(qtbot: QtBot, theme: Theme) -> None:
    views = [view_of(qtbot, theme, f"x_{i}") for i in range(4)]
    events: list[str] = []
    other = QTimer(interval=0)
    other.timeout.connect(lambda: events.append("other"))
    formula_queue().ready.connect(events.append)
    other.start()
    start_rendering()
    qtbot.waitUntil(lambda: not formula_queue().waiting)
    other.stop()
    formula_queue().ready.disconnect(events.append)
    drawn = [i for i, event in enumerate(events) if event != "other"]
    assert [events[i] for i in drawn] == [view.formula for view in views]
    assert all("other" in events[a:b] for a, b in pairwise(drawn))


def test_the_timer_stands_still_when_nothing_waits(qtbot: QtBot, theme: Theme) -> None:
    start_rendering()
    (timer,) = formula_queue().findChildren(QTimer)
    assert not timer.isActive()
    view_of(qtbot, theme, "a + 1")
    assert timer.isActive()
    flush()
    assert not timer.isActive()
    view_of(qtbot, theme, "a + 2")
    stop_rendering()
    assert not timer.isActive()
    assert not formula_queue().waiting


def test_formulas_can_be_asked_for_ahead() -> None:
    prepare(["a_1", "a_2", "a_1"])
    assert formula_queue().waiting == ("a_1", "a_2")
    flush()
    assert formula_queue().ask("a_2")


def test_what_cannot_be_drawn_stays_plain_text(qtbot: QtBot, theme: Theme, caplog: pytest.LogCaptureFixture) -> None:
    broken = r"\frac{a"
    with pytest.raises(ValueError, match="cannot be drawn"):
        formula_svg(broken)
    view = view_of(qtbot, theme, broken)
    flush()
    assert broken in caplog.text
    assert near(seen(view), theme.color("ink")).sum() > 10
    assert not formula_queue().waiting


def test_drawings_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formula, "KEPT", 3)
    for i in range(5):
        formula_svg(f"x + {i}")
    assert list(formula._drawn) == ["x + 2", "x + 3", "x + 4"]


def test_a_formula_is_made_smaller_where_there_is_less_room(qtbot: QtBot, theme: Theme) -> None:
    view = view_of(qtbot, theme, "x + x + x + x + x + x + x + x")
    flush()
    heights = []
    for width in (view.sizeHint().width(), 60):
        view.resize(width, view.sizeHint().height())
        touched = (seen(view) < 250).any(axis=-1)
        assert not touched[:, -1].any()
        heights.append(np.ptp(np.flatnonzero(touched.any(axis=1))))
    assert 0 < heights[1] < 0.5 * heights[0]


def test_a_larger_size_takes_more_room(qtbot: QtBot, theme: Theme) -> None:
    small, large = view_of(qtbot, theme, "x + y"), view_of(qtbot, theme, "x + y", size=36)
    flush()
    assert large.sizeHint().width() == pytest.approx(2 * small.sizeHint().width(), abs=4)


def test_formulas_are_exported_as_vectors(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    view = view_of(qtbot, theme, r"\hat m = m / (1 - \beta_1^t)")
    flush()
    generator = QSvgGenerator()
    generator.setFileName(str(tmp_path / "formula.svg"))
    painter = QPainter(generator)
    view.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()
    text = (tmp_path / "formula.svg").read_text("utf-8")
    assert "<path" in text
    assert "<image" not in text


def test_latex2mathml_still_lets_hats_stretch() -> None:
    """Goes red once `_coloured` need no longer keep \\hat from being as wide as \\widehat."""
    assert "<mo>&#x00302;" in formula._ziamath().tex.tex2mml(r"\hat m")


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"g = \nabla f(w)", "g = ∇ f(w)"),
        (r"m \leftarrow \beta_1 m + (1-\beta_1)\, g^2", "m ← β₁ m + (1−β₁) g²"),
        (r"\hat m = \frac{m}{1 - \beta_1^t}", "m̂ = m/(1 − β₁ᵗ)"),
        (r"\frac{1}{\sqrt{n_{in}}}", "1/(√nᵢₙ)"),
        (r"w - \eta \hat{m} / (\sqrt{\hat v} + \varepsilon)", "w − η m̂ / (√v̂ + ε)"),
        (r"\begin{cases} z & z > 0 \\ \alpha z & z \le 0 \end{cases}", "{ z z > 0 ; α z z ≤ 0 }"),
        (r"f'(z) = e^{-\beta z}", "f′(z) = e^(−β z)"),
        (r"\mathrm{Var}\,W = \left( a \right)", "Var W = ( a )"),
        (r"x_{", "x"),
        ("", ""),
    ],
)
def test_formulas_are_read_in_plain_characters(tex: str, text: str) -> None:
    assert readable(tex) == text


def test_ziamath_is_imported_late_and_the_process_ends_well() -> None:
    """The renderers outlive the application: the exit must be clean all the same."""
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from gui.theme import load_theme\n"
        "from gui.widgets.formula import FormulaView, flush\n"
        "view = FormulaView(load_theme('light'), 'x^2'); view.grab()\n"
        "assert 'ziamath' not in sys.modules\n"
        "flush(); view.grab()\n"
        "assert 'ziamath' in sys.modules\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
