"""The row above the map: whose settings, which of them on the axes, and two places to go to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from engine.parameter import parameters
from engine.simulations.race import RaceSettings
from engine.simulations.race_map import MapScene, chapter_setting
from engine.simulations.race_map_axes import mappable
from gui.i18n import words
from gui.theme import Theme
from gui.widgets.choice import Choice
from gui.widgets.framed_button import FramedButton
from gui.widgets.painting import tint

# Below this width (logical pixels) there is no room for sentences on buttons.
NARROW = 560


class MapBar(QWidget):
    """Says what the hand chose."""

    racer_chosen = Signal(int)
    axis_chosen = Signal(str, str)
    chapter_asked = Signal()
    best_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.racer, self.across, self.up = Choice(theme), Choice(theme), Choice(theme)
        self.chapter, self.best = FramedButton(theme), FramedButton(theme)
        self.labels = {name: QLabel(sign) for name, sign in (("x", "→"), ("y", "↑"))}
        self._lay_out()
        self.racer.chosen.connect(lambda key: self.racer_chosen.emit(int(key)))
        self.across.chosen.connect(lambda name: self.axis_chosen.emit("x", name))
        self.up.chosen.connect(lambda name: self.axis_chosen.emit("y", name))
        self.chapter.clicked.connect(self.chapter_asked)
        self.best.clicked.connect(self.best_asked)
        self._tint()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.racer.setMinimumWidth(104)
        row.addWidget(self.racer, 3)
        for name, choice in (("x", self.across), ("y", self.up)):
            row.addWidget(self.labels[name])
            row.addWidget(choice, 1)
        row.addStretch(1)
        for button in (self.chapter, self.best):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)

    def show_settings(self, settings: RaceSettings, scene: MapScene) -> None:
        """Offer what there is to choose."""
        self.racer.set_options([(str(i), racer.name) for i, racer in enumerate(settings.racers)])
        self.racer.set_current(str(scene.racer))
        rule = settings.racers[scene.racer].optimizer
        declared = parameters(type(rule))
        options = [(name, declared[name].symbol or words(declared[name].label)) for name in mappable(rule)]
        tips = {name: words(declared[name].label) for name in mappable(rule)}
        for choice, axis, label in (
            (self.across, scene.rates.x, self.labels["x"]),
            (self.up, scene.rates.y, self.labels["y"]),
        ):
            choice.setVisible(axis is not None)
            label.setVisible(axis is not None)
            if axis is not None:
                choice.set_options(options)
                choice.set_current(axis.name)
                choice.set_tips(tips)
                choice.setToolTip(words(axis.label))
        usual = chapter_setting(rule)
        self.chapter.setEnabled(usual is not None and usual != rule)
        self.best.setEnabled(scene.best.rule != rule and scene.best.rate < 1)

    def retranslate(self) -> None:
        """Set every text again."""
        self.racer.setAccessibleName(self.tr("Racer whose settings are mapped"))
        self.across.setAccessibleName(self.tr("Setting across"))
        self.up.setAccessibleName(self.tr("Setting upwards"))
        self._name_buttons()

    def _name_buttons(self) -> None:
        """In a word each where there is little room."""
        narrow = self.width() < self.theme.text_scale * NARROW
        for button, text, word in (
            (self.chapter, self.tr("Chapter’s setting"), self.tr("Chapter’s")),
            (self.best, self.tr("Go to the best"), self.tr("Best")),
        ):
            button.setAccessibleName(text)
            button.setToolTip(text)
            if button.text() != (word if narrow else text):
                button.setText(word if narrow else text)
                button.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(event)
        self._name_buttons()

    def minimumSizeHint(self) -> QSize:
        """As narrow as with a word on each button."""
        return QSize(340, super().minimumSizeHint().height())

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        for part in (self.racer, self.across, self.up, self.chapter, self.best):
            part.set_theme(theme)
        self._tint()

    def _tint(self) -> None:
        for label in self.labels.values():
            label.setFont(self.theme.font(13))
            tint(label, self.theme, "quiet")
