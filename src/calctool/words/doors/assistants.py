"""What assistants are told of the tools, in English as all tools are described."""

INSTRUCTIONS = (
    "Calculus with proofs. Each answer says how far it can be trusted: completeness.state is "
    '"complete" only where it is proved that nothing is missing, completeness.missing names what '
    'is open, and verdict is "proved" where every step was checked by an independent exact route. '
    "Report what is open; do not fill it in. Expressions are plain text such as x^2*sin(x), or "
    "LaTeX, Python, SymPy, Mathematica, Maxima or MathML; notes say how a doubtful text was read."
)

ABOUT: dict[str, str] = {
    "diff": "Give of for the implicit derivative of an equation, at for a point with the tangent.",
    "limit-def": "One variable; at takes the quotient at a point.",
    "table": "One variable; other names get values with where.",
    "critical": "One or more variables, without constraints other than domain.",
    "lagrange": "The constraints are subject_to; inequalities are <= or >=.",
    "check": "question is the command that the answer is for.",
    "read": "Nothing is worked out.",
}

STEPS = "true: the derivation, too, each step with its rule and verdict (default: false)"
TREE = "true: the tree, too (default: false)"

KEYS: dict[str, str] = {
    "expr": "the expression, or with of an equation",
    "question": "diff, limit-def, table, critical or lagrange: what the answer is for",
    "answer": "the answer to check, text in any notation or claims as JSON",
    "lines": "instead of answer: the lines of a derivation",
    "timeout": "seconds that the question may take; at most what the server allows",
}
