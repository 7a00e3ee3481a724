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
latex ~ \begin{cases} x^2 & \text{if $x<0$} \\ x & \text{otherwise.} \end{cases} ~ Piecewise((x^2, x < 0), (x, True))
latex ~ \begin{cases} x^2 & \text{for } x\ge0, \\ -x & \text{for } x<0. \end{cases} ~ Piecewise((x^2, x >= 0), (-x, True))
latex ~ \begin{cases} x & 0<x<1 \\ 1 & x\ge 1\end{cases} ~ Piecewise((x, 0 < x < 1), (1, x >= 1))
latex ~ \begin{cases} x^2 & |x|<1 \\ 1 & \text{otherwise} \end{cases} ~ Piecewise((x^2, abs(x) < 1), (1, True))
latex ~ \left\{\begin{aligned} x^2, & x>0 \\ x, & x\le 0\end{aligned}\right. ~ Piecewise((x^2, x > 0), (x, True))
latex ~ \begin{align} y &= x^{2} \\ &\quad + x \end{align} ~ x^2+x
latex ~ \begin{aligned} y &= (x+1)^{2} \\ &= x^2+2x+1 \end{aligned} ~ x^2+2*x+1
latex ~ \frac{\lambda}{x}+\lambda ~ lambda/x+lambda
latex ~ G\frac{m_1 m_2}{r^2} ~ G*(m_1*m_2/r^2)
latex ~ 4\varepsilon\left[\left(\frac{\sigma}{r}\right)^{12}-1\right] ~ 4*varepsilon*((sigma/r)^12-1)
latex ~ \alpha(e^x-1) + v_{\max}\left(1-e^{-t/\tau}\right) ~ alpha*(exp(x)-1)+v_max*(1-exp(-t/tau))
latex ~ B(\nu,T)=\frac{2h\nu^3}{c^2}\frac{1}{e^{\frac{h\nu}{k_B T}}-1} ~ 2*h*nu^3/c^2*(1/(exp(h*nu/(k_B*T))-1))
latex ~ y = a^x, \quad a\gt0,  a\neq 1, x\in\mathbb{R} ~ a^x
latex ~ \large \operatorname{cosech}x+\operatorname{arcsinh} x ~ csch(x)+asinh(x)
latex ~ \frac{f(x+h)-f(x)}{h} ~ (f(x+h)-f(x))/h
latex ~ \frac{d}{d+1}+\frac{d_1}{d_2} ~ d/(d+1)+d_1/d_2
latex ~ A_{\text{circle}} + v_{\mathrm{max}} t ~ A_circle+v_max*t
latex ~ k_{\rm B} T ~ k_B*T
latex ~ 0{,}5x + \ln -|x| ~ 0.5*x+ln(-abs(x))
latex ~ \log_2 8x + \cos^2 2x ~ log2(8*x)+cos(2*x)^2
latex ~ {\rm sgn}(x) + {\rm e}^{x} ~ sign(x)+exp(x)
latex ~ \tg x + \arctg x + \ch x + \cosec x ~ tan(x)+atan(x)+cosh(x)+csc(x)
latex ~ \hat y = wx+b ~ w*x+b
latex ~ \mathcal{L}(w) = \frac12 w^2 ~ 1/2*w^2
latex ~ f(\mathbf{x}) = x_1^{2} ~ x_1^2
latex ~ y_1 = y_2 + \pi ~ y_2+pi
latex ~ x^{2} (x \ne 3) ~ x^2
latex ~ \sin(x)\,\text{for all }x\in\mathbb{R} ~ sin(x)
latex ~ \frac{\mathrm{d}}{\mathrm{d}x}\left(x^2\right) ~ x^2
latex ~ \frac{d^2}{d x_1^2} x_1^{2} ~ x_1^2
latex ~ f^{\prime\prime}(x) + f'(x) ~ f''(x)+f'(x)
latex ~ \max(x, 0)^2 ~ max(x, 0)^2
latex ~ \Delta x^{2} ~ Deltax^2
latex ~ $xy^2$ ~ x*y^2
latex ~ $x sin(x)$ ~ x*sin(x)
latex ~ x^2\frac12 ~ x^2*(1/2)
latex ~ \boxed{\frac12 x} ~ 1/2*x
latex ~ w^{T} x ~ w^T*x
sympy ~ Pow(Add(Symbol('t'), Integer(1)), Rational(1, 2)) ~ (t+1)^(1/2)
sympy ~ Mul(Integer(-1), Symbol('x', real=True)) ~ (-1)*x
python ~ np.sin(x)**2 + 3*np.sqrt(x) ~ sin(x)^2+3*sqrt(x)
python ~ lambda t: 5*math.exp(-0.2*t) ~ 5*exp(-0.2*t)
python ~ np.where(x < 0, 0, x**2) ~ Piecewise((0, x < 0), (x^2, True))
python ~ np.where(x < 0, 0, np.where(x < 1, x, 1)) ~ Piecewise((0, x < 0), (x, x < 1), (1, True))
python ~ -x if x < 0 else x ~ Piecewise((-x, x < 0), (x, True))
python ~ np.exp(-x**2)/np.sqrt(2*np.pi) ~ exp(-x^2)/sqrt(2*pi)
python ~ pow(x, 2) - math.log(x, 3) + np.log1p(x) ~ x^2-log(x, 3)+ln(1+x)
python ~ sp.sinc(x) + np.arctan2(y, x) ~ sinc(x)+atan2(y, x)
python ~ torch.sigmoid(x) * np.clip(x, 0, 1) ~ sigmoid(x)*min(max(x, 0), 1)
python ~ def f(x): return x**2 - 1 ~ x^2-1
python ~ p[0]*x + p[1] + np.e ~ p_0*x+p_1+e
python ~ a - b - (c - np.abs(d)) ~ a-b-(c-abs(d))
python ~ scipy.special.erf(x)/2**-x ~ erf(x)/2^(-x)
python ~ np.where((x > 0) & (x < 1), x, 0) ~ Piecewise((x, x > 0 and x < 1), (0, True))
python ~ x if x < 0 or x > 1 else np.pi ~ Piecewise((x, x < 0 or x > 1), (pi, True))
python ~ np.select([x < 0, x < 1], [-x, x]) ~ Piecewise((-x, x < 0), (x, x < 1), (0, True))
python ~ 1_000*np.exp(lambda_) ~ 1000*exp(lambda)
mathematica ~ 1.5*^-3 Sin[x] ~ 1.5e-3*sin(x)
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
maxima ~ 1.5b3*%pi*f(x) ~ 1.5e3*pi*f(x)
excel ~ =a1^2+MOD(A1,2) ~ A1^2+mod(A1, 2)
excel ~ = x^2+1 ~ x^2+1
excel ~ =0-A1^2 ~ 0-A1^2
excel ~ =2*PI()*A1 - A1^2 ~ 2*pi*A1-A1^2
mathml ~ <math><mi>x</mi><mo>&#8901;</mo><msqrt><mrow><mi>x</mi><mo>+</mo><mn>2</mn></mrow></msqrt></math> ~ x*sqrt(x+2)
mathml ~ <math><mi>𝑥</mi><mo>+</mo><mphantom><mi>y</mi></mphantom><msup><mi>𝑒</mi><mi>𝑥</mi></msup></math> ~ x+exp(x)
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
latex ~ e^{-x}\left(-\sin(2x)\frac{d}{dx}(2x)\right) ~ latex.operator
latex ~ x\frac{dy}{dx}+y ~ latex.operator
latex ~ y^{\prime} = \frac{1}{2\sqrt{x}} ~ latex.derivative-given
latex ~ \mathcal{e}^y ~ latex.accent
latex ~ \frac{x+h-x}{h(\sqrt{x+h}+\sqrt{x})} ~ syntax.letter-and-function
latex ~ \phi(x)+\pi ~ syntax.unknown-function
latex ~ \sin(x)^{-1} ~ latex.exponent
latex ~ \left\|x\right\| ~ latex.vector
latex ~ \sin{x}^2 ~ latex.exponent
latex ~ \log_2(x)^2 ~ latex.exponent
latex ~ \sin^{-1}(x)^2 ~ latex.exponent
latex ~ \sin x (x+1) ~ latex.how-far
latex ~ 2\frac{1}{2}x ~ syntax.mixed-number
latex ~ \begin{align} y &= x^{2} \\ z &= x \end{align} ~ latex.lines
latex ~ \frac12 \\ \frac13 ~ latex.lines
latex ~ \begin{cases} x \end{equation} ~ latex.delimiter
latex ~ x\right) ~ latex.delimiter
latex ~ \frac{\partial^2}{\partial x\partial y}(x^2y) ~ latex.operator
latex ~ \frac{d^2}{dx^3}(x^2y) ~ latex.operator
latex ~ \frac{\partial f}{\partial x} ~ latex.operator
latex ~ \left.\frac{x}{2}\right|_{x=1} ~ latex.evaluation
latex ~ [x]+\pi ~ latex.lone-bracket
latex ~ \left\{x\right\}+\pi ~ latex.lone-bracket
latex ~ \sin 30^\circ ~ latex.degree
latex ~ x\in[0,\pi] ~ latex.relation
latex ~ \mathrm{e}^{\mathrm{i}x} ~ code.no-number
latex ~ \imath x ~ latex.imaginary
latex ~ x^*+\pi ~ latex.accent
latex ~ x^{*} ~ latex.accent
latex ~ \theta^\top x ~ latex.vector
latex ~ 12{,}500 ~ latex.number-comma
latex ~ $xy sin(x)$ ~ latex.bare-function
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
python ~ np.max(x, 0) ~ python.not-arithmetic
python ~ torch.min(x, dim=0) ~ python.not-arithmetic
python ~ np.log(x, 2) ~ python.not-arithmetic
sympy ~ I*Symbol('x') ~ code.no-number
sympy ~ zoo*Symbol('x') ~ code.no-number
mathematica ~ e^x Sin[x] ~ mathematica.letter-e
mathematica ~ p[i] x ~ syntax.unknown-function
mathematica ~ N[Sin[x]] ~ syntax.unknown-function
maxima ~ if x < 0 ~ code.then
maxima ~ diff(%e^x, x) ~ syntax.unknown-function
maxima ~ %i*x ~ code.no-number
excel ~ =-B1^2 ~ excel.minus
excel ~ =A1^2^3 ~ excel.tower
excel ~ =SUM(A1:A3) ~ excel.range
excel ~ =EXP(-SUM($A$1:B3)) ~ excel.range
excel ~ =A1+max(B1:B4) ~ excel.range
excel ~ =A1+AVERAGE(B1:B4) ~ excel.range
excel ~ =A1*-B1^2 ~ excel.minus
excel ~ =2^-A1^2 ~ excel.tower
excel ~ =PI*A1 ~ code.no-number
mathml ~ <!DOCTYPE x [<!ENTITY a "b">]><math>&a;</math> ~ mathml.doctype
mathml ~ <math><mi>x</mrow></math> ~ mathml.syntax
mathml ~ <math><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac></math> ~ latex.binomial
mathml ~ <math><mfrac><mi>d</mi><mrow><mi>d</mi><mi>x</mi></mrow></mfrac><mi>x</mi></math> ~ latex.operator
mathml ~ <math><mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math> ~ syntax.mixed-number
mathml ~ <math><foo/></math> ~ mathml.element
"""


def rows(table: str) -> list[tuple[Notation, str, str]]:
    return [tuple(line.split(" ~ ")) for line in table.splitlines() if line]
