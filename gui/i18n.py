"""The two languages: which one is on, and engine text in it."""

from __future__ import annotations

import re
from importlib import resources

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.diagnostics import Verdict
from engine.parameter import MESSAGES, QT_TRANSLATE_NOOP, Phrase, SettingsError

LANGUAGES = {"en": "English", "ja": "日本語"}
# A minus sign as Python formats it: before a digit, not inside a word.
MINUS = re.compile(r"(?<![A-Za-z0-9])-(?=[\d.])|(?<=\de)-(?=\d)")
# Texts of Qt's own file dialog that Qt's Japanese lacks: Kobai's translation holds them, under Qt's context.
QT_GAPS = (QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"), QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"))
_installed: list[QTranslator] = []


def system_language() -> str:
    """The user's language if Kobai speaks it, else English."""
    return "ja" if QLocale.system().language() == QLocale.Language.Japanese else "en"


def set_language(language: str) -> None:
    """Switch Kobai's and Qt's own texts to `language` (`en` or `ja`); widgets then retranslate themselves."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale("ja_JP" if language == "ja" else "en_US"))
    if language == "en":
        return
    qt = QTranslator()
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _installed.append(qt)
    own = QTranslator()
    # The bytes are kept by Qt's translator, not copied: the file itself is given where it lies on disk.
    if own.load(str(resources.files("resources") / "translations" / f"kobai_{language}.qm")):
        _installed.append(own)
    for translator in _installed:
        QCoreApplication.installTranslator(translator)


def words(text: str, /, **values: object) -> str:
    """Engine text in the language that is on, with its values filled in; a phrase brings its own values."""
    if isinstance(text, Phrase):
        return text.worded(words)
    translated = QCoreApplication.translate("engine", text) if text else ""
    return translated.format(**values) if values else translated


def verdict_words(verdict: Verdict) -> tuple[str, str]:
    """A verdict's headline and sentence, with true minus signs."""
    values = {
        name: words(value) if isinstance(value, str) and name not in verdict.verbatim else value
        for name, value in verdict.values().items()
    }
    title, text = words(verdict.title, **values), words(verdict.text, **values)
    return MINUS.sub("−", title), MINUS.sub("−", text)


def error_words(error: SettingsError) -> str:
    """A settings fault as one sentence."""
    return error.sentence(words(MESSAGES[error.code]), words)
