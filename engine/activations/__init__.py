"""Activation functions: f, f' and what a learner should know of each; one file per family."""

from __future__ import annotations

from engine.activations import bounded, rectifiers, self_gated, variants
from engine.activations.base import ACTIVATIONS, Activation, Range

__all__ = ["ACTIVATIONS", "Activation", "Range", "bounded", "rectifiers", "self_gated", "variants"]
