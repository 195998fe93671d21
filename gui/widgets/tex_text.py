"""TeX as one readable line: what a screen reader says, and what stands in until a formula is drawn."""

from __future__ import annotations

import functools
import re

SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
    "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "nabla": "∇", "partial": "∂", "infty": "∞", "sum": "∑", "prod": "∏", "int": "∫", "prime": "′", "ell": "ℓ",
    "cdot": "·", "times": "×", "odot": "⊙", "pm": "±", "circ": "∘", "ldots": "…", "cdots": "⋯", "dots": "…",
    "lvert": "|", "rvert": "|", "vert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖",
    "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "top": "⊤",
}  # fmt: skip
RELATIONS = {
    "leftarrow": "←", "gets": "←", "rightarrow": "→", "to": "→", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ne": "≠", "neq": "≠", "approx": "≈", "sim": "~", "in": "∈", "equiv": "≡", "propto": "∝", "ll": "≪", "gg": "≫",
}  # fmt: skip
ACCENTS = {"hat": "\u0302", "bar": "\u0304", "overline": "\u0304", "tilde": "\u0303", "vec": "\u20d7", "dot": "\u0307"}
PLAIN = {"mathrm", "mathbf", "mathit", "mathcal", "mathbb", "operatorname", "text", "textrm", "boldsymbol"}
SILENT = ("left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "limits", "!")
SPACES = (",", ":", ";", " ", ">", "quad", "qquad")
SIGNS = {
    **SYMBOLS,
    **{name: f" {sign} " for name, sign in RELATIONS.items()},
    **dict.fromkeys(SILENT, ""),
    **dict.fromkeys(SPACES, " "),
    "\\": "; ",
}
RAISED = dict(zip("0123456789+-−=()nitkTLlz′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵗᵏᵀᴸˡᶻ′", strict=True))
LOWERED = dict(zip("0123456789+-−=()aeijklmnoprstx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₖₗₘₙₒₚᵣₛₜₓ", strict=True))
PIECE = re.compile(r"\\(?:[A-Za-z]+|.)|.", re.DOTALL)


@functools.lru_cache(maxsize=512)
def readable(tex: str) -> str:
    """`tex` in Unicode characters on one line; an unknown command is read by its name."""
    return " ".join(_Reader(tex).until("").split())


class _Reader:
    """Reads TeX from left to right; each method returns text and moves on."""

    def __init__(self, tex: str) -> None:
        self.pieces = PIECE.findall(tex)
        self.at = 0

    def next(self) -> str:
        """The next piece, `""` at the end."""
        self.at += 1
        return self.pieces[self.at - 1] if self.at <= len(self.pieces) else ""

    def until(self, end: str) -> str:
        """All text up to the piece `end`, which is passed over."""
        parts: list[str] = []
        while (piece := self.next()) != end and piece:
            parts.append(self.read(piece))
        return "".join(parts)

    def argument(self) -> str:
        """What a command or a script takes: a group or one piece."""
        while (piece := self.next()) == " ":
            pass
        return self.read(piece)

    def read(self, piece: str) -> str:
        """The text of what begins with `piece`."""
        if piece == "{":
            return self.until("}")
        if piece in ("^", "_"):
            return _script(self.argument().strip(), raised=piece == "^")
        if piece.startswith("\\"):
            return self.command(piece[1:])
        return {"'": "′", "-": "−", "&": " ", "~": " ", "=": " = ", "*": "∗"}.get(piece, piece)

    def command(self, name: str) -> str:
        """The text of a command and what it takes."""
        if name in ("frac", "dfrac", "tfrac"):
            return f"{_whole(self.argument())}/{_whole(self.argument())}"
        if name == "sqrt":
            return "√" + _whole(self.argument())
        if name in ACCENTS or name in PLAIN:
            return self.argument() + ACCENTS.get(name, "")
        if name in ("begin", "end"):
            return {"begincases": "{ ", "endcases": " }"}.get(name + self.argument(), "")
        return SIGNS.get(name, name)


def _script(text: str, raised: bool) -> str:
    table = RAISED if raised else LOWERED
    if all(letter in table for letter in text):
        return "".join(table[letter] for letter in text)
    return ("^" if raised else "_") + _whole(text)


def _whole(text: str) -> str:
    """`text` in brackets unless it is of one piece."""
    text = text.strip()
    bare = "".join(letter for letter in text if not "\u0300" <= letter <= "\u036f")
    return text if len(bare) <= 1 or bare.isalnum() else f"({text})"
