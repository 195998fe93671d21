"""The Japanese texts: nothing missing or left in English, one term for one thing, the same values, and a face for all."""

from __future__ import annotations

import re
import string
import xml.etree.ElementTree as ET
from collections import Counter
from typing import NamedTuple

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication

from gui.fonts import load_fonts
from tests.translations import FOLDER, faults

# Names that stay in Latin letters, and the words that formulas and files are made of.
NAMES = (
    "Sigmoid tanh ReLU Dying Leaky ELU Swish SiLU GELU Mish SELU Softplus Transformer SGD Momentum Nesterov AdaGrad "
    "RMSprop Adam Xavier He LeCun Rosenbrock Beale Himmelblau Rastrigin Ackley Booth Kobai PNG SVG CSV Markdown JSON "
    "AdamW Adadelta Adamax NAdam RAdam Rprop Lion PyTorch XOR UTF Var std rms SE NaN ns n_in n_out true false "
    "ln sin cos tan exp log sqrt abs min max pi Ctrl Shift Space Del Home End"
)
LATIN = frozenset(NAMES.split())
# What must not be written, as a pattern, and the term that stands for it.
WRONG_TERMS = {
    "レイヤ": "層",
    "オプティマイザ": "最適化手法",
    "(?<!最適化)アルゴリズム": "最適化手法",
    "バックプロパゲーション|誤差逆伝播|逆伝搬|後方": "逆伝播",
    "順伝搬|前方": "順伝播",
    "モメンタム": "モーメンタム",
    "ロス(?!ト)": "損失",
    "グラディエント|傾斜": "勾配",
    "消滅": "消失",
    "アクティベーション|活性関数": "活性化関数",
    "ゼロ中心|零中心": "0中心",
    "スムーズ|なめらか": "滑らか",
    "ラーニング|学習レート": "学習率",
    "(?:局所|ローカル)(?:最小|ミニマ)": "局所最適解",
    "サドル": "鞍点",
    "等高線図": "等高線",
    "パス": "軌跡",
    "ニューロン": "ユニット",
    "精度": "正解率",
    "エクスポート": "書き出し",
    "セーブ": "保存",
    "初期値化|イニシャライズ": "初期化",
    "ランダムシード|乱数の種": "シード",
    "スタンダード|標準誤差偏差": "標準偏差",
    "パラメータ(?!ー)": "パラメーター",
    "コンピュータ(?!ー)": "コンピューター",
    "フォルダ(?!ー)": "フォルダー",
    "ユーザ(?!ー)": "ユーザー",
}
# Where a forbidden word is right: a file's path is no trajectory.
ALLOWED = ("パスの途中", "パスのリンク")
SENTENCE_ENDS = ("です", "ます", "ません", "ました", "ください")


class Message(NamedTuple):
    """One text and its translation."""

    context: str
    source: str
    translation: str


def messages() -> list[Message]:
    contexts = ET.parse(FOLDER / "kobai_ja.ts").getroot().iter("context")
    return [
        Message(context.findtext("name", ""), message.findtext("source", ""), message.findtext("translation") or "")
        for context in contexts
        for message in context.iter("message")
    ]


MESSAGES = messages()


def fields(text: str) -> list[tuple[str, str, str]]:
    """The values that stand in a text, with how each is written."""
    parts = string.Formatter().parse(text)
    return sorted((name, spec or "", conversion or "") for _, name, spec, conversion in parts if name is not None)


def sample(spec: str) -> object:
    """A value that can be written with a format."""
    return 1.5 if spec[-1:] in ("g", "f", "e") else 3


def latin_words(text: str) -> list[str]:
    """The words in Latin letters, apart from placeholders, key marks and calls in PyTorch."""
    plain = re.sub(r"\{[^}]*\}|\(&[A-Z]\)|[a-z]+\.[a-z]+\([a-z]*\)", " ", text)
    return re.findall(r"[A-Za-z_]{2,}", plain)


def test_it_is_complete_and_compiled() -> None:
    assert len(MESSAGES) > 500
    assert faults("ja") == []


def test_every_text_holds_the_same_values_in_the_same_form() -> None:
    assert [m for m in MESSAGES if fields(m.source) != fields(m.translation)] == []


def test_every_template_can_be_filled() -> None:
    for message in MESSAGES:
        values = {name: sample(spec) for name, spec, _ in fields(message.source)}
        assert "{" not in message.translation.format(**values).replace("{…}", ""), message


def test_nothing_is_left_in_english() -> None:
    assert [m for m in MESSAGES if not set(latin_words(m.translation)) <= LATIN] == []


def test_what_is_no_name_is_translated() -> None:
    same = [m for m in MESSAGES if m.source == m.translation]
    assert [m for m in same if not set(latin_words(m.source)) <= LATIN] == []


@pytest.mark.parametrize("wrong", WRONG_TERMS)
def test_one_thing_has_one_term(wrong: str) -> None:
    texts = [re.sub("|".join(ALLOWED), "", message.translation) for message in MESSAGES]
    assert [text for text in texts if re.search(wrong, text)] == [], f"write {WRONG_TERMS[wrong]}"


def test_a_text_has_one_translation_wherever_it_stands() -> None:
    different = Counter(source for source, _ in {(m.source, m.translation) for m in MESSAGES})
    # The inputs of a histogram are values, those of a layer a number of units; activations are functions or values;
    # a step is one of the run, or the schedule that falls in steps.
    assert {source for source, count in different.items() if count > 1} <= {"Activations", "Inputs", "Step"}


def test_sentences_are_polite_and_end_as_in_english() -> None:
    for message in MESSAGES:
        assert message.source.endswith(".") == message.translation.endswith("。"), message
        for sentence in message.translation.split("。")[:-1]:
            assert re.sub(r" \([^)]*\)$", "", sentence).endswith(SENTENCE_ENDS), message


def test_signs_are_written_one_way() -> None:
    wide = re.compile("[０-９Ａ-Ｚａ-ｚ！？（）％＝＋，．]")
    assert [m for m in MESSAGES if wide.search(m.translation)] == []


def test_menu_keys_are_kept() -> None:
    for message in MESSAGES:
        keys = re.findall(r"&([A-Za-z])", message.source)
        assert re.findall(r"\(&([A-Z])\)", message.translation) == [key.upper() for key in keys], message


def test_every_character_can_be_drawn(qapp: QApplication) -> None:
    load_fonts()
    for message in MESSAGES:
        layout = QTextLayout(message.translation.replace("\n", " "), QFont())
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        # Glyph 0 is the box that stands for what a face does not have.
        assert all(0 not in run.glyphIndexes() for run in layout.glyphRuns()), message
