# ruff: noqa: E501 (one text, one line)
"""Pasted texts with their meaning in plain notation, or with the id of what is refused."""

from calctool.notation.pasted import Notation

READ = r"""
latex ~ f(x)=\frac{x^3}{1+x^2} ~ x^3/(1+x^2)
latex ~ $y = 4x^3 e^{-2x}$ ~ 4*x^3*exp(-2*x)
latex ~ \[ g(t)=\sqrt{1+t^4} \] ~ sqrt(1+t^4)
latex ~ \( \sqrt[4]{x+1} \) ~ root(x+1, 4)
latex ~ \begin{equation} x^{2}+1 \label{eq:a} \end{equation} ~ x^2+1
latex ~ \begin{align*} f(x) &= x^{2}+1 \end{align*} ~ x^2+1
latex ~ \tfrac34 x^4-\frac5x ~ 3/4*x^4-5/x
latex ~ \frac ab ~ a/b
latex ~ \frac{1}{2}x^{12} ~ 1/2*x^12
latex ~ \cos^4 x-\sin^4 x ~ cos(x)^4-sin(x)^4
latex ~ \sin^{2}{\left(x \right)} ~ sin(x)^2
latex ~ \ln\left|\cos 2x\right| ~ ln(abs(cos(2*x)))
latex ~ \ln |x| ~ ln(abs(x))
latex ~ \lvert x\rvert + \lfloor x \rfloor + \left\lceil x\right\rceil ~ abs(x)+floor(x)+ceil(x)
latex ~ \log_3(2x+1) ~ log(2*x+1, 3)
latex ~ \log_2 t + \log_{10} t + \lg t + \log t ~ log2(t)+log10(t)+log10(t)+ln(t)
latex ~ x\,\mathrm{e}^{1/x} ~ x*exp(1/x)
latex ~ v_0 t-\frac{1}{2} g t^2 ~ v_0*t-1/2*g*t^2
latex ~ \theta_{1}x^{2}+\theta_{0} ~ theta_1*x^2+theta_0
latex ~ x_{ij}^2 + x^2_1 + \hat{y}^2 ~ x_ij^2+x_1^2+y_hat^2
latex ~ \begin{cases} 1-x, & x\le 1 \\ \ln x, & x>1 \end{cases} ~ Piecewise((1-x, x <= 1), (ln(x), True))
latex ~ \begin{cases} x^2 & \text{if } x<0 \\ x & \text{otherwise} \end{cases} ~ Piecewise((x^2, x < 0), (x, True))
latex ~ \begin{cases} 0 & x<0 \\ x & 0\le x<1 \\ 1 & x\ge 1\end{cases} ~ Piecewise((0, x < 0), (x, x < 1), (1, True))
latex ~ f(x)=\left\{\begin{array}{ll} \frac{\sin x}{x} & x\neq 0\\ 1 & x=0\end{array}\right. ~ Piecewise((sin(x)/x, x != 0), (1, x = 0))
latex ~ \max\left(0,1-yz\right) + \min\{x,y\} ~ max(0, 1-y*z)+min(x, y)
latex ~ \operatorname{sgn}(x)\,x^2 ~ sign(x)*x^2
latex ~ \text{ReLU}(x) + \operatorname{arcosh} x ~ relu(x)+acosh(x)
latex ~ \bigl(2x-\tfrac1x\bigr)^{3} ~ (2*x-1/x)^3
latex ~ \tan x^3 ~ tan(x^3)
latex ~ \cos^{-1}(x/2) ~ acos(x/2)
latex ~ {x+1 \over x-1} ~ (x+1)/(x-1)
latex ~ \frac{d}{dx}\left[x\ln x\right] ~ x*ln(x)
latex ~ \sigma(x) = \frac{1}{1+e^{-x}} ~ 1/(1+exp(-x))
latex ~ 1.6\times10^{-19} q \cdot \pi ~ 1.6*10^(-19)*q*pi
latex ~ \frac{x^2}{2}, \quad x > 0 ~ x^2/2
latex ~ x^{2} \text{ for } x>0 ~ x^2
latex ~ \exp\left(-\frac{(x-\mu)^2}{2\sigma^2}\right) ~ exp(-(x-mu)^2/(2*sigma^2))
latex ~ \sqrt3t + 2^{x} ~ sqrt(3)*t+2^x
latex ~ x^2 + 4\sin^2(2x) - |x-1|^{3} ~ x^2+4*sin(2*x)^2-abs(x-1)^3
sympy ~ Pow(Add(Symbol('t'), Integer(1)), Rational(1, 2)) ~ (t+1)^(1/2)
sympy ~ Mul(Integer(-1), Symbol('x', real=True)) ~ (-1)*x
python ~ np.sin(x)**2 + 3*np.sqrt(x) ~ sin(x)^2+3*sqrt(x)
python ~ lambda t: 5*math.exp(-0.2*t) ~ 5*exp(-0.2*t)
python ~ np.where(x < 0, 0, x**2) ~ Piecewise((0, x < 0), (x^2, True))
python ~ np.where(x < 0, 0, np.where(x < 1, x, 1)) ~ Piecewise((0, x < 0), (x, x < 1), (1, True))
python ~ -x if x < 0 else x ~ Piecewise((-x, x < 0), (x, True))
python ~ np.exp(-x**2)/np.sqrt(2*np.pi) ~ exp(-x^2)/sqrt(2*pi)
python ~ pow(x, 2) - math.log(x, 3) + np.log1p(x) ~ x^2-log(x, 3)+ln(1+x)
python ~ torch.sigmoid(x) * np.clip(x, 0, 1) ~ sigmoid(x)*min(max(x, 0), 1)
python ~ def f(x): return x**2 - 1 ~ x^2-1
python ~ p[0]*x + p[1] + np.e ~ p_0*x+p_1+e
python ~ a - b - (c - np.abs(d)) ~ a-b-(c-abs(d))
python ~ scipy.special.erf(x)/2**-x ~ erf(x)/2^(-x)
mathematica ~ Exp[-x^2] Cos[3 x] ~ exp(-x^2)*cos(3*x)
mathematica ~ Log[10, x] + ArcSin[x] ~ log(x, 10)+asin(x)
mathematica ~ f[x_] := Sin[x]^2 (x + 1) ~ sin(x)^2*(x+1)
mathematica ~ Piecewise[{{x^2, x < 0}, {x, x >= 0}}] ~ Piecewise((x^2, x < 0), (x, x >= 0))
mathematica ~ Piecewise[{{x^2, x < 0}}, Sqrt[x]] ~ Piecewise((x^2, x < 0), (sqrt(x), True))
mathematica ~ E^(-x) Pi + Surd[x, 3] (* a note *) ~ e^(-x)*pi+root(x, 3)
mathematica ~ ArcTan[x]^2 + 2 a b ~ atan(x)^2+2*a*b
maxima ~ %e^(2*x)*cos(%pi*x) ~ exp(2*x)*cos(pi*x)
maxima ~ f(x) := x^2 + log(x); ~ x^2+ln(x)
maxima ~ if x < 0 then -x else x ~ Piecewise((-x, x < 0), (x, True))
maxima ~ if x < 0 then 0 elseif x < 1 then x else 1 ~ Piecewise((0, x < 0), (x, x < 1), (1, True))
maxima ~ when(x>0, x, -x) + surd(x,3) ~ Piecewise((x, x > 0), (-x, True))+root(x, 3)
maxima ~ piecewise(x<0, -1, x<1, x, 2) ~ Piecewise((-1, x < 0), (x, x < 1), (2, True))
excel ~ =SIN(B1)*EXP(-B1/2) ~ sin(B1)*exp(-B1/2)
excel ~ =LOG(C3)+LN(C3) ~ log10(C3)+ln(C3)
excel ~ =IF($A$1<0, -A1, POWER(A1; 2)) ~ Piecewise((-A1, A1 < 0), (A1^2, True))
excel ~ =2*PI()*A1 - A1^2 ~ 2*pi*A1-A1^2
mathml ~ <math><mi>x</mi><mo>&#8901;</mo><msqrt><mrow><mi>x</mi><mo>+</mo><mn>2</mn></mrow></msqrt></math> ~ x*sqrt(x+2)
mathml ~ <math><msup><mi>sin</mi><mn>2</mn></msup><mo>&ApplyFunction;</mo><mfenced><mi>x</mi></mfenced></math> ~ sin(x)^2
mathml ~ <math><apply><plus/><apply><power/><ci>x</ci><cn>2</cn></apply><cn type="rational">1<sep/>2</cn></apply></math> ~ x^2+(1/2)
"""

REFUSED = r"""
latex ~ \tan(x)^2 ~ latex.exponent
latex ~ \exp(t)^2 ~ latex.exponent
latex ~ t^12 + \sin t ~ latex.braces
latex ~ \sin x + e^3t ~ latex.braces
latex ~ \sin x + e^-t ~ latex.braces
latex ~ \int_0^x t\,dt ~ latex.integral
latex ~ x^{2}\,dx ~ latex.differential
latex ~ \frac{x+1}{x ~ latex.brace
latex ~ \left(x+1 ~ latex.delimiter
latex ~ \left(x+1\right] ~ latex.delimiter
latex ~ \mathbf{v}+1 ~ latex.vector
latex ~ \bar{x}+1 ~ latex.accent
latex ~ 12{,}500x+\pi ~ latex.number-comma
latex ~ x^{(2)}+\pi ~ latex.index
latex ~ \pm\sqrt{x} ~ latex.plus-minus
latex ~ \sum_{k=1}^n x^k ~ latex.sum
latex ~ \lim_{h\to 0}\frac{f(x+h)-f(x)}{h} ~ latex.limit
latex ~ \binom{n}{2}x ~ latex.binomial
latex ~ 1+x+\cdots+x^n ~ latex.dots
latex ~ \def\a{\a\a}\a ~ latex.macro
latex ~ \input{/etc/passwd} ~ latex.macro
latex ~ \csname x\endcsname ~ latex.macro
latex ~ \foo{x} ~ latex.command
latex ~ \text{speed}\cdot x ~ latex.word
latex ~ \begin{pmatrix}1\\2\end{pmatrix} ~ latex.vector
latex ~ f'(x) = \frac{1}{x} ~ latex.derivative-given
latex ~ \frac{dy}{dx} = x^{2} ~ latex.derivative-given
latex ~ \frac{d}{dx} x^{2}+x ~ latex.operator-scope
latex ~ \|x\| ~ latex.vector
latex ~ \begin{cases} x & 0<x<1 \\ 1 & x\ge 1\end{cases} ~ latex.gap
python ~ open('f').read() ~ python.not-arithmetic
python ~ np.__class__ ~ python.not-arithmetic
python ~ ().__class__.__bases__ ~ python.not-arithmetic
python ~ np.exp(x)^2 ~ python.operator
python ~ x // 2 + np.pi ~ python.operator
python ~ [x for x in np.arange(3)] ~ python.not-arithmetic
python ~ import os ~ python.statements
python ~ np.exp(x; ~ python.syntax
mathematica ~ x /. x -> 2 // N[] ~ code.sign
mathematica ~ Foo[x] ~ syntax.unknown-function
mathematica ~ Sin[x ~ code.brackets
maxima ~ if x < 0 ~ code.then
maxima ~ %i*x ~ code.no-number
excel ~ =-B1^2 ~ excel.minus
excel ~ =A1^2^3 ~ excel.tower
mathml ~ <!DOCTYPE x [<!ENTITY a "b">]><math>&a;</math> ~ mathml.doctype
mathml ~ <math><mi>x</mrow></math> ~ mathml.syntax
mathml ~ <math><foo/></math> ~ mathml.element
"""


def rows(table: str) -> list[tuple[Notation, str, str]]:
    return [tuple(line.split(" ~ ")) for line in table.strip().splitlines()]
