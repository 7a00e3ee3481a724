"""The signs of checks, notes and variation tables, for forms that show all of Unicode."""

from calctool.present.document import LinkSign, NoteKind
from calctool.verify.verdict import Verdict

NOTES: dict[NoteKind, str] = {
    "proved": "✓", "sampled": "~", "undecided": "?", "warning": "!", "note": "›",
}  # fmt: skip
VERDICTS = {
    Verdict.PROVED: "✓", Verdict.SAMPLED: "~", Verdict.UNDECIDED: "?", Verdict.REFUTED: "✗",
}  # fmt: skip
PLUS_MINUS = {"+": "+", "-": "−", "0": "0", "?": "?"}
ARROWS = {
    "up": "↗", "down": "↘", "flat": "→", "cup": "∪", "cap": "∩", "line": "—", "unknown": "?",
}  # fmt: skip
BREAKS = {"undefined": "‖", "jump": "┊"}
ALMOST = "≈"
LINKS: dict[LinkSign, str] = {"equal": "=", "follows": "⇒", "equivalent": "⇔", "none": ""}
TEX_LINKS: dict[LinkSign, str] = {
    "equal": "={}", "follows": r"\Rightarrow{}", "equivalent": r"\Leftrightarrow{}",
    "none": "",
}  # fmt: skip
