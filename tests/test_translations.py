"""Every text of the program can be found, translated and looked up; the tool behind `make translations` tells if not."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests import translations
from tests.translations import collect, compile_, faults, untranslated

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sorted(path for room in ("engine", "gui") for path in (ROOT / room).rglob("*.py"))
TRANSLATING = ("tr", "QT_TRANSLATE_NOOP")

# -- texts ------------------------------------------------------------------------------------------------------------


def calls_of(tree: ast.Module, *names: str) -> list[ast.Call]:
    """The calls of a function or method of such a name."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) in names]


def can_be_found(call: ast.Call) -> bool:
    """Whether lupdate finds the text of a call of `tr` or `QT_TRANSLATE_NOOP`, under the name that Qt will ask for.

    It silently misses f-strings, conditional texts, keyword arguments and names; a `tr` that is an alias of something
    else is taken for the method, and its first argument for the text.
    """
    method = isinstance(call.func, ast.Attribute)
    literal = [isinstance(node, ast.Constant) and isinstance(node.value, str) for node in call.args]
    return literal == ([True] if method else [True, True]) and not call.keywords and (method == (name_of(call) == "tr"))


def name_of(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", "") or getattr(call.func, "id", ""))


@pytest.mark.parametrize("path", PROGRAM, ids=lambda path: str(path.relative_to(ROOT)))
def test_lupdate_can_find_every_text(path: Path) -> None:
    for call in calls_of(ast.parse(path.read_text(encoding="utf-8")), *TRANSLATING):
        assert can_be_found(call), ast.unparse(call)


@pytest.mark.parametrize(
    "code",
    [
        'self.tr(f"{x}")',
        'self.tr("a" if x else "b")',
        'self.tr("a {n}", n=1)',
        'tr("Help", "a")',
        'QT_TRANSLATE_NOOP("engine", text="a")',
        'QT_TRANSLATE_NOOP("engine", text)',
    ],
)
def test_what_lupdate_misses_is_seen(code: str) -> None:
    assert [can_be_found(call) for call in calls_of(ast.parse(code), *TRANSLATING)] == [False]


def test_every_engine_text_that_is_looked_up_by_itself_is_marked_somewhere() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PROGRAM]
    marks = [call.args[1] for tree in trees for call in calls_of(tree, "QT_TRANSLATE_NOOP")]
    marked = {node.value for node in marks if isinstance(node, ast.Constant)}
    asked = [call.args[0] for tree in trees for call in calls_of(tree, "words") if call.args]
    assert {node.value for node in asked if isinstance(node, ast.Constant)} <= marked


# -- the tool ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of one text, and the folder of its translations."""
    (tmp_path / "gui").mkdir()
    (tmp_path / "gui" / "toy.py").write_text('TEXT = QT_TRANSLATE_NOOP("engine", "Play")\n', encoding="utf-8")
    (tmp_path / "main.py").touch()
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    return tmp_path


def translate(ts: Path, text: str) -> None:
    new = ts.read_text(encoding="utf-8").replace('<translation type="unfinished"></translation>', text)
    ts.write_text(new, encoding="utf-8")


def test_a_language_is_done_when_its_texts_are_collected_translated_and_compiled(folder: Path) -> None:
    ts, qm = folder / "kobai_ja.ts", folder / "kobai_ja.qm"
    assert faults("ja") == ["kobai_ja.ts or kobai_ja.qm is missing"]
    collect(ts)
    compile_(ts, qm)
    assert untranslated(ts) == ["Play"]
    assert faults("ja") == ["kobai_ja.ts: 1 texts have no translation, such as 'Play'"]
    translate(ts, "<translation>再生</translation>")
    assert faults("ja") == ["kobai_ja.qm is not what kobai_ja.ts compiles to"]
    compile_(ts, qm)
    assert faults("ja") == []
    (folder / "gui" / "more.py").write_text('MORE = QT_TRANSLATE_NOOP("engine", "Pause")\n', encoding="utf-8")
    assert faults("ja") == ["kobai_ja.ts does not hold the texts that are in the program now"]


def test_a_text_that_is_gone_is_dropped_and_the_others_stay(folder: Path) -> None:
    ts = folder / "kobai_ja.ts"
    (folder / "gui" / "more.py").write_text('MORE = QT_TRANSLATE_NOOP("engine", "Pause")\n', encoding="utf-8")
    collect(ts)
    translate(ts, "<translation>語</translation>")
    (folder / "gui" / "more.py").unlink()
    collect(ts)
    assert "Pause" not in ts.read_text(encoding="utf-8")
    assert untranslated(ts) == []
