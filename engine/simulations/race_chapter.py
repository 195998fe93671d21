"""The rules of the chapter's race."""

from __future__ import annotations

from engine.optimizers import SGD, AdaGrad, Adam, Momentum, Optimizer, RMSprop

# All with the same learning rate.
CHAPTER_RULES: tuple[Optimizer, ...] = tuple(
    kind(learning_rate=0.1) for kind in (SGD, Momentum, AdaGrad, RMSprop, Adam)
)
