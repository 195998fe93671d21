"""Weight decay as part of the gradient: the penalty λ/2 · w² on the loss, as PyTorch's rules have it.

AdamW and Lion decay the parameters themselves instead, in their own update.
"""

from __future__ import annotations

from engine.optimizers.base import Array, Stage, shown_array, shown_rate
from engine.optimizers.gradient_descent import gradient_stage
from engine.parameter import QT_TRANSLATE_NOOP

WEIGHT_DECAY = QT_TRANSLATE_NOOP("engine", "Weight decay")


def with_weight_decay(grads: Array, weight_decay: float, params: Array) -> Array:
    """G + λ w; the gradients themselves where λ = 0, so that not even an infinite w is seen."""
    return grads + weight_decay * params if weight_decay else grads


def gradient_stages(grads: Array, weight_decay: float, params: Array) -> tuple[Stage, ...]:
    """The first stage of a rule, and where λ > 0 a second one: the decay added."""
    first = gradient_stage(grads)
    if not weight_decay:
        return (first,)
    numbers = f"{shown_array(grads)}\n+ {shown_rate(weight_decay)}·{shown_array(params)}"
    decayed = with_weight_decay(grads, weight_decay, params)
    return first, Stage("g", r"g \leftarrow g + \lambda w", decayed, WEIGHT_DECAY, numbers)
