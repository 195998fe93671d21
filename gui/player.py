"""The clock: how many steps are due, within a time budget; then one redraw."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from gui.session import Session

FRAME_MS = 16
# Seconds a tick may spend on solving; drawing comes on top.
BUDGET = 0.008
# A pause of the window (a menu, a dialog) is not made up for afterwards.
LONGEST = 0.25
# More steps than any run has.
ALL = 10**9


class Player(QObject):
    """Plays the session it is given. `tick` is public, so that tests need no clock."""

    playing_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.speed = 10.0
        self.loop = False
        self._due = 0.0
        self._at = 0  # the step at the last tick
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def playing(self) -> bool:
        """Whether the clock runs."""
        return self._timer.isActive()

    def watch(self, session: Session | None) -> None:
        """Play this session from now on (the one on the tab in front); the one before costs nothing more."""
        self.session = session
        self._due = 0.0

    def play(self) -> None:
        """Start; at the end, from the beginning."""
        if self.session is None or self.playing:
            return
        if self.session.target >= self.session.length:
            self.session.seek(0)
        self._due, self._at = 0.0, self.session.step
        self._clock.start()
        self._timer.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stop where it is."""
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def tick(self, elapsed: float) -> None:
        """`elapsed` seconds have gone by: do the steps that are due, draw once.

        Steps that are due but cannot be solved in the budget stay due only as far as one tick's worth: a slow
        simulation then simply plays more slowly, and the window keeps answering.
        """
        if self.session is None:
            return
        self._count_done()
        if math.isinf(self.speed):
            steps, self._due = ALL, 0.0
        else:
            self._due += min(elapsed, LONGEST) * self.speed
            steps = int(self._due)
        if steps < 1:
            return
        going = self.session.play(steps, time.perf_counter() + BUDGET)
        self._count_done()
        self._due = min(self._due, 1 + self.speed * LONGEST)
        if not going:
            self._at_end()

    def _count_done(self) -> None:
        """Steps that have been shown are no longer due; those of a thread arrive between two ticks."""
        assert self.session is not None
        step = self.session.step
        self._due = max(self._due - max(step - self._at, 0), 0.0)
        self._at = step

    def _at_end(self) -> None:
        self._due = 0.0
        if self.loop and self.session is not None:
            self.session.seek(0)
            self._at = 0
        else:
            self.pause()

    def _on_timeout(self) -> None:
        self.tick(self._clock.restart() / 1000)
