"""Bessel and Airy functions (NIST DLMF, chapters 9 and 10)."""

from calctool.atlas.record import Function, Line

FUNCTIONS = (
    Function(
        "besselj", least=2, most=2, unicode="J", tex="J", index_first=True,
        goes_beyond=True, domain=("v > 0",), domain_when=(("u = floor(u)", ()),),
        derivatives=("", "(besselj(u - 1, v) - besselj(u + 1, v))/2"), growth="factorial",
        limits=(("oo", "0"),), approach="1/sqrt(v)",
        lines=(Line(
            "bessel-j", "(besselj(n - 1, u) - besselj(n + 1, u))/2*D(u)",
            "the Bessel function J", "贝塞尔函数 J", pattern="besselj(n, u)",
            example="besselj(2, x^2)",
        ),),
    ),
    Function(
        "bessely", least=2, most=2, unicode="Y", tex="Y", index_first=True,
        domain=("v > 0",), derivatives=("", "(bessely(u - 1, v) - bessely(u + 1, v))/2"),
        growth="factorial",
        limits=(("oo", "0"),), approach="1/sqrt(v)",
        lines=(Line(
            "bessel-y", "(bessely(n - 1, u) - bessely(n + 1, u))/2*D(u)",
            "the Bessel function Y", "贝塞尔函数 Y", ("u > 0",), pattern="bessely(n, u)",
            example="bessely(2, x^2)",
        ),),
    ),
    Function(
        "besseli", least=2, most=2, unicode="I", tex="I", index_first=True,
        goes_beyond=True, domain=("v > 0",), domain_when=(("u = floor(u)", ()),),
        derivatives=("", "(besseli(u - 1, v) + besseli(u + 1, v))/2"), growth="exponential",
        limits=(("oo", "oo"),),
        lines=(Line(
            "bessel-i", "(besseli(n - 1, u) + besseli(n + 1, u))/2*D(u)",
            "the Bessel function I", "贝塞尔函数 I", pattern="besseli(n, u)",
            example="besseli(2, x^2)",
        ),),
    ),
    Function(
        "besselk", least=2, most=2, unicode="K", tex="K", index_first=True,
        domain=("v > 0",), derivatives=("", "-(besselk(u - 1, v) + besselk(u + 1, v))/2"),
        range="(0, oo)", zeros=(), growth="exponential",
        limits=(("oo", "0"),), approach="exp(-v)",
        lines=(Line(
            "bessel-k", "-(besselk(n - 1, u) + besselk(n + 1, u))/2*D(u)",
            "the Bessel function K", "贝塞尔函数 K", ("u > 0",), pattern="besselk(n, u)",
            example="besselk(2, x^2)",
        ),),
    ),
    Function(
        "airyai", unicode="Ai",
        derivatives=("airyaiprime(u)",), range="(-1/2, 3/5)", limits=(("-oo", "0"), ("oo", "0")),
        lines=(Line("airy-ai", "airyaiprime(u)*D(u)", "the Airy function Ai", "艾里函数 Ai"),),
    ),
    Function(
        "airybi", unicode="Bi",
        derivatives=("airybiprime(u)",), limits=(("-oo", "0"), ("oo", "oo")),
        growth="square-exponential",
        lines=(Line("airy-bi", "airybiprime(u)*D(u)", "the Airy function Bi", "艾里函数 Bi"),),
    ),
    Function(
        "airyaiprime", unicode="Ai′", tex=r"\operatorname{Ai}'",
        derivatives=("u*airyai(u)",), limits=(("oo", "0"),),
        lines=(Line("airy-ai-prime", "u*airyai(u)*D(u)", "Ai′", "艾里函数 Ai′"),),
    ),
    Function(
        "airybiprime", unicode="Bi′", tex=r"\operatorname{Bi}'",
        derivatives=("u*airybi(u)",), limits=(("oo", "oo"),), growth="square-exponential",
        lines=(Line("airy-bi-prime", "u*airybi(u)*D(u)", "Bi′", "艾里函数 Bi′"),),
    ),
)  # fmt: skip
