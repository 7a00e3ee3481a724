"""What each command of LaTeX means: letters, functions, signs, and what is refused by its name."""

from calctool.atlas import FUNCTIONS
from calctool.atlas.index import SPELLINGS
from calctool.notation.tokens.letters import GREEK

LETTERS = {name: name for name in GREEK} | {
    "varepsilon": "varepsilon", "vartheta": "vartheta", "varphi": "varphi", "varrho": "varrho",
    "pi": "pi", "infty": "oo", "ell": "ell", "hbar": "hbar",
}  # fmt: skip

_FUNCTION_COMMANDS = (
    "sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan ln lg exp log max min "
    "sech csch arccot arcsec arccsc sgn erf tg ctg cotg arctg arcctg sh ch th cth cosec arsinh "
    "arcosh artanh sign relu"
)
_UPRIGHT = "text textrm textnormal textup mathrm mathop operatorname mbox rm mathit mathsf textit"
_CONDITION_WORDS = (
    "if for when where all falls otherwise else and sonst si pour mit with als 若 当 其他 其它 时"
)
FUNCTION_COMMANDS = frozenset(_FUNCTION_COMMANDS.split())
UPRIGHT = frozenset(_UPRIGHT.split())
"""Commands whose argument is a word: the name of a function, a constant, or a condition."""

WORDS = {"e": "e", "pi": "pi", "sgn": "sign", "arsinh": "asinh", "arcosh": "acosh",
         "artanh": "atanh", "arctg": "atan", "tg": "tan", "ctg": "cot", "th": "tanh",
         "sh": "sinh", "ch": "cosh", "cth": "coth", "cotg": "cot", "arcctg": "acot",
         "cosec": "csc", "cosech": "csch", "arcsinh": "asinh", "arccosh": "acosh",
         "arctanh": "atanh", "lnGamma": "loggamma", "lnΓ": "loggamma"}  # fmt: skip

CONDITION_WORDS = frozenset(_CONDITION_WORDS.split())
OTHERWISE = frozenset({"otherwise", "else", "sonst", "其他", "其它", "否则"})

LETTER_FUNCTIONS = {"Ai": "airyai", "Bi": "airybi", "C": "fresnelc", "S": "fresnels", "B": "beta",
                    "W": "LambertW", "K": "elliptic_k", "E": "elliptic_e"}  # fmt: skip
"""Words that are functions before a bracket only."""
BESSEL = {"J": "besselj", "Y": "bessely", "I": "besseli", "K": "besselk"}

BARE = FUNCTION_COMMANDS - {"erf", "lg", "sh", "ch", "th", "cth", "relu", "sign"} | {"sqrt"}
"""Functions whose name is not believed to be a product of letters."""

FENCES = {
    "lvert": ("abs(", "rvert"), "lfloor": ("floor(", "rfloor"), "lceil": ("ceil(", "rceil"),
}  # fmt: skip

REFUSED = (
    dict.fromkeys(("int", "iint", "iiint", "oint", "smallint"), "latex.integral")
    | dict.fromkeys(("sum", "prod", "coprod", "bigcup", "bigcap"), "latex.sum")
    | dict.fromkeys(("lim", "limsup", "liminf", "to", "rightarrow", "longrightarrow"),
                    "latex.limit")
    | dict.fromkeys(("binom", "dbinom", "tbinom", "choose"), "latex.binomial")
    | dict.fromkeys(("pm", "mp"), "latex.plus-minus")
    | dict.fromkeys(("cdots", "ldots", "dots", "dotsb", "dotsc", "vdots", "ddots"), "latex.dots")
    | dict.fromkeys(("vec", "mathbf", "boldsymbol", "bm", "nabla", "overrightarrow", "mathbb",
                     "|", "top", "intercal", "dagger"), "latex.vector")
    | dict.fromkeys(("in", "approx", "equiv", "sim", "simeq", "propto", "forall", "exists", "iff",
                     "Rightarrow", "implies", "mid", "subset", "notin", "cup", "cap", "ll", "gg"),
                    "latex.relation")
    | dict.fromkeys(("circ", "degree"), "latex.degree")
    | dict.fromkeys(("imath", "jmath"), "latex.imaginary")
    | dict.fromkeys(("dot", "ddot", "bar", "overline", "underline", "tilde", "widetilde",
                     "check", "acute"), "latex.accent")
    | dict.fromkeys(("def", "gdef", "edef", "newcommand", "renewcommand", "let", "input",
                     "include", "write", "openout", "openin", "read", "csname", "endcsname",
                     "catcode", "immediate", "expandafter", "loop", "usepackage", "special",
                     "newenvironment", "directlua", "verb", "includegraphics", "href", "url"),
                    "latex.macro")
    | {"partial": "latex.operator", "mathrm d": "latex.differential"}
)  # fmt: skip
"""Command to the id of the error; each says what can be done instead."""

INVERSE = {
    id: "a" + id
    for id in ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh")
    if "a" + id in FUNCTIONS
}


def function_of(word: str) -> str | None:
    """The plain spelling of a function by the word that LaTeX has for it."""
    if word in WORDS:
        return WORDS[word] if WORDS[word] in SPELLINGS else None
    return word if word in SPELLINGS and len(word) > 1 else None


KNOWN = sorted(
    FUNCTION_COMMANDS | set(LETTERS) | {"frac", "sqrt", "left", "right", "begin", "end", "text",
                                       "mathrm", "operatorname", "cdot", "times", "lfloor",
                                       "lceil", "lvert", "dfrac", "tfrac", "leq", "geq"}
)  # fmt: skip
"""What a mistyped command may have been."""
