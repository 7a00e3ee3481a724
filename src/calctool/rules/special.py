"""Special functions whose derivative is a line of a handbook (NIST DLMF, chapters 5-10, 13, 19)."""

from calctool.rules.rule import Rule
from calctool.words import Words


def _special(
    id: str, pattern: str, derivative: str, en: str, zh: str, *where: str, example: str = ""
) -> Rule:
    words = Words(en=f"derivative of {en}", zh=f"{zh}的导数")
    return Rule(id, pattern, derivative, words, example or pattern.replace("(u)", "(x^2)"), where)


def _bessel(letter: str, name: str, derivative: str) -> Rule:
    template = derivative.replace("B", f"bessel{letter}")
    return _special(
        f"bessel-{letter}", f"bessel{letter}(n, u)", template, f"the Bessel function {name}",
        f"贝塞尔函数 {name}", *(("u > 0",) if letter in "yk" else ()),
        example=f"bessel{letter}(2, x^2)",
    )  # fmt: skip


SPECIAL = (
    _special("erf", "erf(u)", "2/sqrt(pi)*exp(-u^2)*D(u)", "erf", "误差函数"),
    _special("erfc", "erfc(u)", "-2/sqrt(pi)*exp(-u^2)*D(u)", "erfc", "余误差函数"),
    _special("erfi", "erfi(u)", "2/sqrt(pi)*exp(u^2)*D(u)", "erfi", "虚误差函数"),
    _special("gamma", "gamma(u)", "gamma(u)*digamma(u)*D(u)", "the gamma function", "伽马函数"),
    _special("log-gamma", "loggamma(u)", "digamma(u)*D(u)", "ln Γ", "对数伽马函数", "u > 0"),
    _special("digamma", "digamma(u)", "polygamma(1, u)*D(u)", "the digamma function", "双伽马函数"),
    _special(
        "polygamma", "polygamma(n, u)", "polygamma(n + 1, u)*D(u)", "a polygamma function",
        "多伽马函数", example="polygamma(1, x^2)",
    ),
    _special(
        "beta", "beta(u, v)",
        "beta(u, v)*((digamma(u) - digamma(u + v))*D(u) + (digamma(v) - digamma(u + v))*D(v))",
        "the beta function", "贝塔函数", "u > 0", "v > 0", example="beta(x, 1 + x^2)",
    ),
    _special("sine-integral", "Si(u)", "sin(u)/u*D(u)", "the sine integral", "正弦积分", "u != 0"),
    _special(
        "cosine-integral", "Ci(u)", "cos(u)/u*D(u)", "the cosine integral", "余弦积分", "u > 0"
    ),
    _special(
        "hyperbolic-sine-integral", "Shi(u)", "sinh(u)/u*D(u)",
        "the hyperbolic sine integral", "双曲正弦积分", "u != 0",
    ),
    _special(
        "hyperbolic-cosine-integral", "Chi(u)", "cosh(u)/u*D(u)",
        "the hyperbolic cosine integral", "双曲余弦积分", "u > 0",
    ),
    _special(
        "exponential-integral", "Ei(u)", "exp(u)/u*D(u)",
        "the exponential integral", "指数积分", "u != 0",
    ),
    _special(
        "logarithmic-integral", "li(u)", "D(u)/log(u)", "the logarithmic integral", "对数积分",
        "u > 0", "u != 1", example="li(2 + x^2)",
    ),
    _special(
        "fresnel-sine", "fresnels(u)", "sin(pi*u^2/2)*D(u)", "the Fresnel integral S",
        "菲涅耳积分 S",
    ),
    _special(
        "fresnel-cosine", "fresnelc(u)", "cos(pi*u^2/2)*D(u)", "the Fresnel integral C",
        "菲涅耳积分 C",
    ),
    _bessel("j", "J", "(B(n - 1, u) - B(n + 1, u))/2*D(u)"),
    _bessel("y", "Y", "(B(n - 1, u) - B(n + 1, u))/2*D(u)"),
    _bessel("i", "I", "(B(n - 1, u) + B(n + 1, u))/2*D(u)"),
    _bessel("k", "K", "-(B(n - 1, u) + B(n + 1, u))/2*D(u)"),
    _special("airy-ai", "airyai(u)", "airyaiprime(u)*D(u)", "the Airy function Ai", "艾里函数 Ai"),
    _special("airy-bi", "airybi(u)", "airybiprime(u)*D(u)", "the Airy function Bi", "艾里函数 Bi"),
    _special("airy-ai-prime", "airyaiprime(u)", "u*airyai(u)*D(u)", "Ai′", "艾里函数 Ai′"),
    _special("airy-bi-prime", "airybiprime(u)", "u*airybi(u)*D(u)", "Bi′", "艾里函数 Bi′"),
    _special(
        "lambert-w", "LambertW(u)", "D(u)/(u + exp(LambertW(u)))",
        "the Lambert function W", "朗伯 W 函数",
    ),
    _special(
        "lambert-w-branch", "LambertW(u, c)", "D(u)/(u + exp(LambertW(u, c)))",
        "the Lambert function W", "朗伯 W 函数", example="LambertW(x/9, -1)",
    ),
    _special(
        "elliptic-k", "elliptic_k(u)",
        "(elliptic_e(u) - (1 - u)*elliptic_k(u))/(2*u*(1 - u))*D(u)",
        "the elliptic integral K", "第一类完全椭圆积分 K", "u != 0", "u < 1",
        example="elliptic_k(x/3)",
    ),
    _special(
        "elliptic-e", "elliptic_e(u)", "(elliptic_e(u) - elliptic_k(u))/(2*u)*D(u)",
        "the elliptic integral E", "第二类完全椭圆积分 E", "u != 0",
        example="elliptic_e(x/3)",
    ),
)  # fmt: skip
