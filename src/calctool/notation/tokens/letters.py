"""Letters beyond ASCII: Greek, raised and lowered signs, and how a name carries its index."""

import re
from collections.abc import Set

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
"""English name to letter; pi is a constant, and omicron cannot be told from o."""

_PLAIN = "−0123456789-+abcdefghijklmnoprstuvwxyz"
_HIGH = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
RAISED = dict(zip(_PLAIN, _HIGH, strict=True))
LOWERED = dict(zip("0123456789aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))

INCREMENT = "Delta"
"""An increment is named after its variable: Deltax is written Δx."""

_INDEXED = re.compile(r"([^\W\d_]+)(\d+|_[0-9a-z]+|_-\d+)")


def raised(text: str) -> str | None:
    """The text in superscript, or None where a character has no raised form."""
    return "".join(RAISED[c] for c in text) if all(c in RAISED for c in text) else None


def lowered(text: str) -> str | None:
    """The text in subscript, or None where a character has no lowered form."""
    if text.startswith("-"):
        return f"₋{lowered(text[1:])}"  # of a member: what is typed has no such index
    return "".join(LOWERED[c] for c in text) if all(c in LOWERED for c in text) else None


def split_index(id: str) -> tuple[str, str]:
    """The letters of a name and its index: w1 and w_1 are (w, 1), loss is (loss, "")."""
    found = _INDEXED.fullmatch(id)
    return (found[1], found[2].lstrip("_")) if found else (id, "")


def has_twin(id: str, names: Set[str]) -> bool:
    """Whether w_1 stands beside w1, so that both cannot be shown as w with an index."""
    stem, index = split_index(id)
    return "_" in id and stem + index in names


def is_increment(id: str) -> bool:
    """Whether a name is that of an increment: Deltax, Deltatheta, Deltaw1."""
    stem, _ = split_index(id.removeprefix(INCREMENT))
    return id.startswith(INCREMENT) and (len(stem) == 1 or stem in GREEK)
