"""Where each name of a function leads; made from the records by docs/write_index.py."""

FAMILY: dict[str, str] = {
    "sin": "circular", "cos": "circular", "tan": "circular", "cot": "circular", "sec": "circular",
    "csc": "circular", "sinh": "hyperbolic", "cosh": "hyperbolic", "tanh": "hyperbolic",
    "coth": "hyperbolic", "sech": "hyperbolic", "csch": "hyperbolic", "asin": "inverse",
    "acos": "inverse", "atan": "inverse", "acot": "inverse", "asec": "inverse", "acsc": "inverse",
    "asinh": "inverse", "acosh": "inverse", "atanh": "inverse", "asech": "inverse",
    "acsch": "inverse", "acoth": "inverse", "atan2": "inverse", "exp": "exponential",
    "log": "exponential", "log2": "exponential", "log10": "exponential", "sqrt": "exponential",
    "cbrt": "exponential", "root": "exponential", "LambertW": "exponential", "abs": "switching",
    "sign": "switching", "heaviside": "switching", "floor": "switching", "ceil": "switching",
    "min": "switching", "max": "switching", "sigmoid": "learning", "softplus": "learning",
    "relu": "learning", "leaky_relu": "learning", "elu": "learning", "silu": "learning",
    "gelu": "learning", "softsign": "learning", "logit": "learning", "gamma": "gamma",
    "loggamma": "gamma", "digamma": "gamma", "polygamma": "gamma", "beta": "gamma", "zeta": "gamma",
    "erf": "integrals", "erfc": "integrals", "erfi": "integrals", "erfinv": "integrals",
    "Si": "integrals", "Ci": "integrals", "Shi": "integrals", "Chi": "integrals", "Ei": "integrals",
    "li": "integrals", "expint": "integrals", "fresnels": "integrals", "fresnelc": "integrals",
    "elliptic_k": "integrals", "elliptic_e": "integrals", "besselj": "bessel", "bessely": "bessel",
    "besseli": "bessel", "besselk": "bessel", "airyai": "bessel", "airybi": "bessel",
    "airyaiprime": "bessel", "airybiprime": "bessel",
}  # fmt: skip
"""The file of each function that a tree can contain."""

SPELLINGS: dict[str, str] = {
    "sin": "sin", "cos": "cos", "tan": "tan", "cot": "cot", "sec": "sec", "csc": "csc",
    "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "coth": "coth", "sech": "sech", "csch": "csch",
    "asin": "asin", "arcsin": "asin", "acos": "acos", "arccos": "acos", "atan": "atan",
    "arctan": "atan", "acot": "acot", "arccot": "acot", "asec": "asec", "arcsec": "asec",
    "acsc": "acsc", "arccsc": "acsc", "asinh": "asinh", "arcsinh": "asinh", "arsinh": "asinh",
    "acosh": "acosh", "arccosh": "acosh", "arcosh": "acosh", "atanh": "atanh", "arctanh": "atanh",
    "artanh": "atanh", "asech": "asech", "arcsech": "asech", "arsech": "asech", "acsch": "acsch",
    "arccsch": "acsch", "arcsch": "acsch", "acoth": "acoth", "arccoth": "acoth", "arcoth": "acoth",
    "atan2": "atan2", "arctan2": "atan2", "exp": "exp", "log": "log", "ln": "log", "log2": "log2",
    "log10": "log10", "lg": "log10", "sqrt": "sqrt", "cbrt": "cbrt", "root": "root",
    "real_root": "root", "LambertW": "LambertW", "abs": "abs", "Abs": "abs", "sign": "sign",
    "heaviside": "heaviside", "Heaviside": "heaviside", "floor": "floor", "ceil": "ceil",
    "ceiling": "ceil", "min": "min", "Min": "min", "max": "max", "Max": "max", "sigmoid": "sigmoid",
    "σ": "sigmoid", "logistic": "sigmoid", "softplus": "softplus", "relu": "relu", "ReLU": "relu",
    "leaky_relu": "leaky_relu", "LeakyReLU": "leaky_relu", "elu": "elu", "ELU": "elu",
    "silu": "silu", "swish": "silu", "SiLU": "silu", "gelu": "gelu", "GELU": "gelu",
    "softsign": "softsign", "logit": "logit", "gamma": "gamma", "Γ": "gamma",
    "loggamma": "loggamma", "lgamma": "loggamma", "digamma": "digamma", "psi": "digamma",
    "ψ": "digamma", "polygamma": "polygamma", "beta": "beta", "zeta": "zeta", "ζ": "zeta",
    "erf": "erf", "erfc": "erfc", "erfi": "erfi", "erfinv": "erfinv", "Si": "Si", "Ci": "Ci",
    "Shi": "Shi", "Chi": "Chi", "Ei": "Ei", "li": "li", "expint": "expint", "fresnels": "fresnels",
    "fresnelc": "fresnelc", "elliptic_k": "elliptic_k", "elliptic_e": "elliptic_e",
    "besselj": "besselj", "bessely": "bessely", "besseli": "besseli", "besselk": "besselk",
    "airyai": "airyai", "airybi": "airybi", "airyaiprime": "airyaiprime",
    "airybiprime": "airybiprime",
}  # fmt: skip
"""Their ids and other names."""

ALIASES: dict[str, str] = {
    "sen": "sin", "tg": "tan", "ctg": "cot", "cotg": "cot", "cotan": "cot", "cosec": "csc",
    "sh": "sinh", "ch": "cosh", "th": "tanh", "cth": "coth", "arcsen": "asin", "arctg": "atan",
    "arcctg": "acot", "arccosec": "acsc", "arsh": "asinh", "arch": "acosh", "arth": "atanh",
    "loge": "log", "log_e": "log", "ld": "log2", "lb": "log2", "log_2": "log2", "log_10": "log10",
    "cuberoot": "cbrt", "nthroot": "root", "surd": "root", "productlog": "LambertW", "fabs": "abs",
    "absolute": "abs", "modulus": "abs", "sgn": "sign", "signum": "sign", "fmin": "min",
    "minimum": "min", "fmax": "max", "maximum": "max", "expit": "sigmoid", "relu_": "relu",
    "leakyrelu": "leaky_relu", "gammaln": "loggamma", "lngamma": "loggamma",
}  # fmt: skip
"""What others call them."""

LINES: dict[str, str] = {
    "sine": "sin", "cosine": "cos", "tangent": "tan", "cotangent": "cot", "secant": "sec",
    "cosecant": "csc", "hyperbolic-sine": "sinh", "hyperbolic-cosine": "cosh",
    "hyperbolic-tangent": "tanh", "hyperbolic-cotangent": "coth", "hyperbolic-secant": "sech",
    "hyperbolic-cosecant": "csch", "arcsine": "asin", "arccosine": "acos", "arctangent": "atan",
    "arccotangent": "acot", "arcsecant": "asec", "arccosecant": "acsc",
    "inverse-hyperbolic-sine": "asinh", "inverse-hyperbolic-cosine": "acosh",
    "inverse-hyperbolic-tangent": "atanh", "inverse-hyperbolic-secant": "asech",
    "inverse-hyperbolic-cosecant": "acsch", "inverse-hyperbolic-cotangent": "acoth",
    "arctangent-of-two": "atan2", "exponential": "exp", "logarithm": "log", "logarithm-base": "log",
    "logarithm-base-change": "log", "binary-logarithm": "log2", "decimal-logarithm": "log10",
    "square-root": "sqrt", "cube-root": "cbrt", "root": "root", "lambert-w": "LambertW",
    "lambert-w-branch": "LambertW", "absolute-value": "abs", "sign": "sign", "step": "heaviside",
    "floor": "floor", "ceiling": "ceil", "sigmoid": "sigmoid", "softplus": "softplus",
    "relu": "relu", "leaky-relu": "leaky_relu", "elu": "elu", "silu": "silu", "gelu": "gelu",
    "softsign": "softsign", "logit": "logit", "gamma": "gamma", "log-gamma": "loggamma",
    "digamma": "digamma", "polygamma": "polygamma", "beta": "beta", "hurwitz-zeta": "zeta",
    "erf": "erf", "erfc": "erfc", "erfi": "erfi", "erfinv": "erfinv", "sine-integral": "Si",
    "cosine-integral": "Ci", "hyperbolic-sine-integral": "Shi", "hyperbolic-cosine-integral": "Chi",
    "exponential-integral": "Ei", "logarithmic-integral": "li",
    "exponential-integral-of-order": "expint", "fresnel-sine": "fresnels",
    "fresnel-cosine": "fresnelc", "elliptic-k": "elliptic_k", "elliptic-e": "elliptic_e",
    "bessel-j": "besselj", "bessel-y": "bessely", "bessel-i": "besseli", "bessel-k": "besselk",
    "airy-ai": "airyai", "airy-bi": "airybi", "airy-ai-prime": "airyaiprime",
    "airy-bi-prime": "airybiprime",
}  # fmt: skip
"""The function of each line of the textbook."""

COMPOSED: dict[str, str] = {
    "log1p": "log1p", "expm1": "expm1", "exp2": "exp2", "exp10": "exp10", "pow": "pow",
    "power": "pow", "square": "square", "sq": "square", "cube": "cube", "hypot": "hypot",
    "reciprocal": "reciprocal", "rsqrt": "rsqrt", "mod": "mod", "radians": "radians",
    "degrees": "degrees", "versin": "versin", "sinc": "sinc", "sincpi": "sincpi",
    "logsigmoid": "logsigmoid", "mish": "mish", "relu6": "relu6", "hardswish": "hardswish",
    "hard_swish": "hardswish", "hardsigmoid": "hardsigmoid", "hard_sigmoid": "hardsigmoid",
}  # fmt: skip
"""The abbreviations."""
