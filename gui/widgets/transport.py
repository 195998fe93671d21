"""The transport bar: play, step, scrub, speed, loop; the same on every tab."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.choice import Choice
from gui.widgets.painting import begin, tint
from gui.widgets.round_button import RoundButton
from gui.widgets.scrubber import Scrubber, StepCounter

SPEEDS = (0.5, 1.0, 2.0, 4.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, math.inf)
HEIGHT, SMALL, BIG = 64, 30, 38


class Transport(QWidget):
    """Asks for steps and shows where the run is. All signals are the hand's; the setters are silent.

    `step_requested` are steps, or stages of one where there are some; with Shift `whole_requested`, always steps.
    `speed_changed` tells steps per second, `math.inf` for as fast as it goes.
    """

    play_toggled = Signal()
    step_requested = Signal(int)
    whole_requested = Signal(int)
    seek_requested = Signal(int)
    first = Signal()
    last = Signal()
    speed_changed = Signal(float)
    loop_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """At step 0 of nothing, paused, ten steps a second."""
        super().__init__(parent)
        self.theme = theme
        self._playing = self._staged = False
        self._build()
        self._connect()
        self.set_theme(theme)
        self.retranslate()
        self.set_speed(10.0)

    def _build(self) -> None:
        theme = self.theme
        self.first_button = RoundButton(theme, "first", SMALL)
        self.back_button = RoundButton(theme, "step-back", SMALL)
        self.play_button = RoundButton(theme, "play", BIG, strong=True)
        self.step_button = RoundButton(theme, "step", SMALL)
        self.last_button = RoundButton(theme, "last", SMALL)
        self.loop_button = RoundButton(theme, "loop", SMALL)
        self.loop_button.setCheckable(True)
        self.scrubber = Scrubber(theme)
        self.counter = StepCounter(theme)
        self.speed_label = QLabel()
        self.speed = Choice(theme, height=28)
        self.speed_label.setBuddy(self.speed)
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # all of it is painted below
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 24, 0)
        row.setSpacing(0)
        self._lay_out(row)

    def _lay_out(self, row: QHBoxLayout) -> None:
        """From left to right, each with the gap before it."""
        row.addWidget(self.first_button)
        for gap, widget in (
            (10, self.back_button),
            (6, self.play_button),
            (6, self.step_button),
            (10, self.last_button),
            (36, self.scrubber),
            (12, self.counter),
            (20, self.loop_button),
            (10, self.speed_label),
            (8, self.speed),
        ):
            row.addSpacing(gap)
            row.addWidget(widget, 1 if widget is self.scrubber else 0)

    def _connect(self) -> None:
        self.first_button.clicked.connect(lambda _on: self.first.emit())
        self.last_button.clicked.connect(lambda _on: self.last.emit())
        self.back_button.clicked.connect(lambda: self._step(-1))
        self.step_button.clicked.connect(lambda: self._step(1))
        self.play_button.clicked.connect(lambda _on: self.play_toggled.emit())
        self.loop_button.clicked.connect(self.loop_changed)
        self.scrubber.sought.connect(self.seek_requested)
        self.scrubber.stepped.connect(self.step_requested)
        self.scrubber.to_start.connect(self.first)
        self.scrubber.to_end.connect(self.last)
        self.speed.chosen.connect(lambda key: self.speed_changed.emit(float(key)))

    # -- showing ------------------------------------------------------------------------------------------------------

    def set_range(self, length: int, reached: int) -> None:
        """Take the run's last step, and the last one solved so far."""
        other = length != self.scrubber.length
        self.scrubber.set_run(length, reached)
        if other:
            self.counter.set_widest(self._count(length, length))
            self.counter.set_text(self._count(self.scrubber.step, length))

    def set_step(self, step: int) -> None:
        """Stand at `step`."""
        self.scrubber.set_step(step)
        self.counter.set_text(self._count(step, self.scrubber.length))

    def set_playing(self, playing: bool) -> None:
        """Show whether the run plays: the button then pauses."""
        self._playing = playing
        self.play_button.set_symbol("pause" if playing else "play")
        self.play_button.name(self.tr("Pause") if playing else self.tr("Play"), self.tr("Space"))

    def set_speed(self, speed: float) -> None:
        """Show a speed in steps per second; one that is not offered shows the nearest that is."""
        self.speed.set_current(str(nearest_speed(speed)))

    def set_loop(self, loop: bool) -> None:
        """Show whether the run starts again at its end."""
        self.loop_button.setChecked(loop)

    def set_note(self, note: str) -> None:
        """A second line below the counter, for the stages of a step; "" for none."""
        self.counter.set_note(note)

    def set_staged(self, staged: bool) -> None:
        """Whether the buttons beside play move by a stage of the step."""
        if staged != self._staged:
            self._staged = staged
            self._name_steps()

    def _step(self, count: int) -> None:
        shift = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        (self.whole_requested if shift else self.step_requested).emit(count)

    def _name_steps(self) -> None:
        if self._staged:
            self.back_button.name(self.tr("One stage back; with Shift, one step"), "←")
            self.step_button.name(self.tr("One stage on; with Shift, one step"), "→")
        else:
            self.back_button.name(self.tr("One step back"), "←")
            self.step_button.name(self.tr("One step on"), "→")

    def _count(self, step: int, length: int) -> str:
        return self.tr("step {k} / {n}").format(k=step, n=length)

    # -- look ---------------------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take colours and faces from `theme`."""
        self.theme = theme
        for button in self._buttons():
            button.set_theme(theme)
        for widget in (self.scrubber, self.counter, self.speed):
            widget.set_theme(theme)
        self.speed_label.setFont(theme.font(13))
        tint(self.speed_label, theme, "quiet")
        self.update()

    def _buttons(self) -> tuple[RoundButton, ...]:
        return (
            self.first_button,
            self.back_button,
            self.play_button,
            self.step_button,
            self.last_button,
            self.loop_button,
        )

    def retranslate(self) -> None:
        """Set every text again."""
        self.first_button.name(self.tr("To the start"), self.tr("Home"))
        self._name_steps()
        self.last_button.name(self.tr("To the end"), self.tr("End"))
        self.loop_button.name(self.tr("Start again at the end"), self.tr("Ctrl+L"))
        self.set_playing(self._playing)
        self.scrubber.setAccessibleName(self.tr("Step"))
        self.scrubber.setToolTip(self.tr("Drag to any step"))
        self.speed_label.setText(self.tr("Speed"))
        self.speed.setAccessibleName(self.tr("Speed, steps per second"))
        self.speed.setToolTip(self.speed.accessibleName())
        self.speed.set_options([(str(speed), self._speed_text(speed)) for speed in SPEEDS])
        self.counter.set_widest(self._count(self.scrubber.length, self.scrubber.length))
        self.counter.set_text(self._count(self.scrubber.step, self.scrubber.length))

    def _speed_text(self, speed: float) -> str:
        if math.isinf(speed):
            return self.tr("fastest")
        return self.tr("{n} / s").format(n="½" if speed == 0.5 else int(speed))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the line above it."""
        painter = begin(self)
        painter.fillRect(self.rect(), self.theme.color("side"))
        painter.fillRect(0, 0, self.width(), 1, self.theme.color("line"))
        painter.end()


def nearest_speed(speed: float) -> float:
    """The offered speed nearest to `speed` by ratio; the slowest for what is no speed."""
    if math.isinf(speed) and speed > 0:
        return math.inf
    return min(SPEEDS[:-1], key=lambda offered: abs(math.log(offered / speed))) if speed > 0 else SPEEDS[0]
