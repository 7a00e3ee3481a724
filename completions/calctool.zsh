#compdef calctool
# Completion of calctool; made by completions/generate, lists the options itself.

_calctool() {
    local curcontext=$curcontext state line ret=1
    local -a commands
    commands=(
        'diff:derivative, partial, higher and mixed derivatives, implicit derivative'
        'limit-def:the derivative worked out from lim (f(x+h) - f(x))/h'
        'table:variation table: domain, signs, trends, extrema, limits, concavity'
        'critical:all critical points of a function of one or more variables; least, greatest value'
        'lagrange:extrema under constraints: multipliers, singular points, inequalities'
        'check:is this answer right, and if not, where and why'
        'batch:many problems: JSON lines in, JSON lines out'
        'sheet:a handout: several problems on one page, with their solutions or without'
        'repl:a session: one question after the other, with definitions and the last answer'
        'mcp:for assistants: the questions as tools of the Model Context Protocol'
        'read:how a text is read: plain, as LaTeX, as a tree'
        'rules:the differentiation rules and standard derivatives, or one of them'
        'schema:the JSON Schema of the answers and of a batch line'
    )
    _arguments -C \
        '(-h --help)'{-h,--help}'[show this and exit]' \
        '--version[show the version and exit]' \
        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
        '1:command:->command' \
        '*:: :->rest' && ret=0
    case $state in
        command) _describe -t commands 'calctool command' commands && ret=0 ;;
        rest)
            case $words[1] in
                diff)
                    _arguments \
                        '*--wrt=[the variables, repeated or x,y (default\: every name)]:x: ' \
                        '--order=[take the N-th derivative]:N: ' \
                        '--mixed=[one mixed derivative, in these variables in turn]:x,y,x: ' \
                        '--of=[of an equation\: the derivative of this name]:y: ' \
                        '--at=[evaluate there too, with the tangent\: 2 or x=1,y=2]:POINT: ' \
                        '*--where=[put a value in for a parameter\: a=2; may be repeated]:a=2: ' \
                        '--assume=[what parameters are\: a>0 or a>b; may be repeated]:a>0: ' \
                        '*--function=[read k(...) as an undefined function; may be repeated]:k: ' \
                        '--plot[sketch the graph in the terminal; with -o a.html the picture is in the page]' \
                        '--save-plot=[save the graph as .svg, .png or .pdf]:file:_files -g "*.(svg|png|pdf)"' \
                        '--window=[the part that the picture shows\: \[-5, 5\], or y\:\[0, 10\] for the other axis]:\[0,1\]: ' \
                        '--plot-also=[another function in the same picture; up to three]:EXPR: ' \
                        '--format=[the form of the answer (default\: text)]:value:(text json latex markdown html)' \
                        '--json[short for --format json]' \
                        '(-o --output)'{-o,--output}'[write there, whole file or nothing; .json .tex .md .html say the form]:file:_files -g "*.(txt|json|tex|md|html)"' \
                        '--notation=[how the expression is written (default\: auto)]:value:(auto plain latex sympy python mathematica maxima excel mathml)' \
                        '--steps=[none\: the answer only; brief\: the argument as a textbook prints it (default); full\: every rule, case and check]:value:(full brief none)' \
                        '--hint=[the next rule to apply without the result; 2\: the line too]:value:(1 2)' \
                        '--page=[whole\: a file that stands by itself; fragment\: a part for a page of yours (default\: fragment for LaTeX, whole for HTML)]:value:(whole fragment)' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--digits=[significant digits of decimals (default\: 6)]:N: ' \
                        '--ascii[formulas and lines in plain ASCII]' \
                        '--color=[colors (default\: auto)]:value:(auto always never)' \
                        '--width=[columns to fill, 20 to 200]:N: ' \
                        '--timeout=[seconds the computation may take (default\: 10)]:S: ' \
                        '--max-memory=[megabytes the computation may take (default\: 1024)]:MB: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' \
                        '1:expression: ' && ret=0 ;;
                limit-def)
                    _arguments \
                        '*--wrt=[the variable, where there are several names]:x: ' \
                        '--at=[take the quotient at this point]:POINT: ' \
                        '*--where=[put a value in for a parameter\: a=2; may be repeated]:a=2: ' \
                        '--assume=[what parameters are\: a>0 or a>b; may be repeated]:a>0: ' \
                        '*--function=[read k(...) as an undefined function; may be repeated]:k: ' \
                        '--plot[sketch the graph in the terminal; with -o a.html the picture is in the page]' \
                        '--save-plot=[save the graph as .svg, .png or .pdf]:file:_files -g "*.(svg|png|pdf)"' \
                        '--window=[the part that the picture shows\: \[-5, 5\], or y\:\[0, 10\] for the other axis]:\[0,1\]: ' \
                        '--plot-also=[another function in the same picture; up to three]:EXPR: ' \
                        '--format=[the form of the answer (default\: text)]:value:(text json latex markdown html)' \
                        '--json[short for --format json]' \
                        '(-o --output)'{-o,--output}'[write there, whole file or nothing; .json .tex .md .html say the form]:file:_files -g "*.(txt|json|tex|md|html)"' \
                        '--notation=[how the expression is written (default\: auto)]:value:(auto plain latex sympy python mathematica maxima excel mathml)' \
                        '--steps=[none\: the answer only; brief\: the argument as a textbook prints it (default); full\: every rule, case and check]:value:(full brief none)' \
                        '--hint=[the next rule to apply without the result; 2\: the line too]:value:(1 2)' \
                        '--page=[whole\: a file that stands by itself; fragment\: a part for a page of yours (default\: fragment for LaTeX, whole for HTML)]:value:(whole fragment)' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--digits=[significant digits of decimals (default\: 6)]:N: ' \
                        '--ascii[formulas and lines in plain ASCII]' \
                        '--color=[colors (default\: auto)]:value:(auto always never)' \
                        '--width=[columns to fill, 20 to 200]:N: ' \
                        '--timeout=[seconds the computation may take (default\: 10)]:S: ' \
                        '--max-memory=[megabytes the computation may take (default\: 1024)]:MB: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' \
                        '1:expression: ' && ret=0 ;;
                table)
                    _arguments \
                        '*--wrt=[the variable, where there are several names]:x: ' \
                        '*--domain=[only there\: \[0, 2*pi) or x\:(0, oo); brackets say closed or open]:\[0,1): ' \
                        '*--where=[put a value in for a parameter\: a=2; may be repeated]:a=2: ' \
                        '--assume=[what parameters are\: a>0 or a>b; may be repeated]:a>0: ' \
                        '--zeros[the zeros of the function too, so that the cases tell how many there are]' \
                        '--when=[for which parameters\: f>=0, f>0, f<=0, f<0, increasing, decreasing, extrema=N, zeros=N]:f>=0: ' \
                        '--members=[of points without end write out so many, or those with these k\: 5 or 20..25]:N: ' \
                        '--plot[sketch the graph in the terminal; with -o a.html the picture is in the page]' \
                        '--save-plot=[save the graph as .svg, .png or .pdf]:file:_files -g "*.(svg|png|pdf)"' \
                        '--window=[the part that the picture shows\: \[-5, 5\], or y\:\[0, 10\] for the other axis]:\[0,1\]: ' \
                        '--plot-also=[another function in the same picture; up to three]:EXPR: ' \
                        '--format=[the form of the answer (default\: text)]:value:(text json latex markdown html)' \
                        '--json[short for --format json]' \
                        '(-o --output)'{-o,--output}'[write there, whole file or nothing; .json .tex .md .html say the form]:file:_files -g "*.(txt|json|tex|md|html)"' \
                        '--notation=[how the expression is written (default\: auto)]:value:(auto plain latex sympy python mathematica maxima excel mathml)' \
                        '--steps=[none\: the answer only; brief\: the argument as a textbook prints it (default); full\: every rule, case and check]:value:(full brief none)' \
                        '--hint=[the next rule to apply without the result; 2\: the line too]:value:(1 2)' \
                        '--page=[whole\: a file that stands by itself; fragment\: a part for a page of yours (default\: fragment for LaTeX, whole for HTML)]:value:(whole fragment)' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--digits=[significant digits of decimals (default\: 6)]:N: ' \
                        '--ascii[formulas and lines in plain ASCII]' \
                        '--color=[colors (default\: auto)]:value:(auto always never)' \
                        '--width=[columns to fill, 20 to 200]:N: ' \
                        '--timeout=[seconds the computation may take (default\: 10)]:S: ' \
                        '--max-memory=[megabytes the computation may take (default\: 1024)]:MB: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' \
                        '1:expression: ' && ret=0 ;;
                critical)
                    _arguments \
                        '*--wrt=[the variables, repeated or x,y (default\: every name)]:x: ' \
                        '*--domain=[only there\: \[0, 2*pi) or x\:(0, oo); brackets say closed or open]:\[0,1): ' \
                        '*--where=[put a value in for a parameter\: a=2; may be repeated]:a=2: ' \
                        '--assume=[what parameters are\: a>0 or a>b; may be repeated]:a>0: ' \
                        '--members=[of points without end write out so many, or those with these k\: 5 or 20..25]:N: ' \
                        '--plot[sketch the graph in the terminal; with -o a.html the picture is in the page]' \
                        '--save-plot=[save the graph as .svg, .png or .pdf]:file:_files -g "*.(svg|png|pdf)"' \
                        '--window=[the part that the picture shows\: \[-5, 5\], or y\:\[0, 10\] for the other axis]:\[0,1\]: ' \
                        '--plot-also=[another function in the same picture; up to three]:EXPR: ' \
                        '--format=[the form of the answer (default\: text)]:value:(text json latex markdown html)' \
                        '--json[short for --format json]' \
                        '(-o --output)'{-o,--output}'[write there, whole file or nothing; .json .tex .md .html say the form]:file:_files -g "*.(txt|json|tex|md|html)"' \
                        '--notation=[how the expression is written (default\: auto)]:value:(auto plain latex sympy python mathematica maxima excel mathml)' \
                        '--steps=[none\: the answer only; brief\: the argument as a textbook prints it (default); full\: every rule, case and check]:value:(full brief none)' \
                        '--hint=[the next rule to apply without the result; 2\: the line too]:value:(1 2)' \
                        '--page=[whole\: a file that stands by itself; fragment\: a part for a page of yours (default\: fragment for LaTeX, whole for HTML)]:value:(whole fragment)' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--digits=[significant digits of decimals (default\: 6)]:N: ' \
                        '--ascii[formulas and lines in plain ASCII]' \
                        '--color=[colors (default\: auto)]:value:(auto always never)' \
                        '--width=[columns to fill, 20 to 200]:N: ' \
                        '--timeout=[seconds the computation may take (default\: 10)]:S: ' \
                        '--max-memory=[megabytes the computation may take (default\: 1024)]:MB: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' \
                        '1:expression: ' && ret=0 ;;
                lagrange)
                    _arguments \
                        '*--subject-to=[a constraint\: x^2+y^2=1 or x>=0; may be repeated]:g=c: ' \
                        '*--wrt=[the variables, repeated or x,y (default\: every name)]:x: ' \
                        '*--domain=[only there\: \[0, 2*pi) or x\:(0, oo); brackets say closed or open]:\[0,1): ' \
                        '*--where=[put a value in for a parameter\: a=2; may be repeated]:a=2: ' \
                        '--assume=[what parameters are\: a>0 or a>b; may be repeated]:a>0: ' \
                        '--plot[sketch the graph in the terminal; with -o a.html the picture is in the page]' \
                        '--save-plot=[save the graph as .svg, .png or .pdf]:file:_files -g "*.(svg|png|pdf)"' \
                        '--window=[the part that the picture shows\: \[-5, 5\], or y\:\[0, 10\] for the other axis]:\[0,1\]: ' \
                        '--format=[the form of the answer (default\: text)]:value:(text json latex markdown html)' \
                        '--json[short for --format json]' \
                        '(-o --output)'{-o,--output}'[write there, whole file or nothing; .json .tex .md .html say the form]:file:_files -g "*.(txt|json|tex|md|html)"' \
                        '--notation=[how the expression is written (default\: auto)]:value:(auto plain latex sympy python mathematica maxima excel mathml)' \
                        '--steps=[none\: the answer only; brief\: the argument as a textbook prints it (default); full\: every rule, case and check]:value:(full brief none)' \
                        '--hint=[the next rule to apply without the result; 2\: the line too]:value:(1 2)' \
                        '--page=[whole\: a file that stands by itself; fragment\: a part for a page of yours (default\: fragment for LaTeX, whole for HTML)]:value:(whole fragment)' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--digits=[significant digits of decimals (default\: 6)]:N: ' \
                        '--ascii[formulas and lines in plain ASCII]' \
                        '--color=[colors (default\: auto)]:value:(auto always never)' \
                        '--width=[columns to fill, 20 to 200]:N: ' \
                        '--timeout=[seconds the computation may take (default\: 10)]:S: ' \
                        '--max-memory=[megabytes the computation may take (default\: 1024)]:MB: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' \
                        '1:expression: ' && ret=0 ;;
                check)
                    _arguments \
                        '--answer=[the answer to check, in any notation]:TEXT: ' \
                        '--answer-file=[read the answer from this file, - for standard input]:file:_files -g "*.(txt|json|tex|md|html)"' \
                        '--lines=[check a derivation, one line a step; d/dx(u), (u)'\'' and D(u, x) are work left]:value:(-)' \
                        '--hide-right[keep the right answer back]' \
                        '--hide-witness[keep the point back that refutes]' \
                        '--accept=[the verdicts that count as right (default\: right,right-on-part)]:LIST: ' \
                        '--form=[the form that a right answer must have\: factored or expanded]:value:(factored expanded)' \
                        '*--wrt=[the variables, repeated or x,y (default\: every name)]:x: ' \
                        '--order=[take the N-th derivative]:N: ' \
                        '--mixed=[one mixed derivative, in these variables in turn]:x,y,x: ' \
                        '--of=[of an equation\: the derivative of this name]:y: ' \
                        '--at=[evaluate there too, with the tangent\: 2 or x=1,y=2]:POINT: ' \
                        '*--domain=[only there\: \[0, 2*pi) or x\:(0, oo); brackets say closed or open]:\[0,1): ' \
                        '*--subject-to=[a constraint\: x^2+y^2=1 or x>=0; may be repeated]:g=c: ' \
                        '*--where=[put a value in for a parameter\: a=2; may be repeated]:a=2: ' \
                        '--assume=[what parameters are\: a>0 or a>b; may be repeated]:a>0: ' \
                        '*--function=[read k(...) as an undefined function; may be repeated]:k: ' \
                        '--format=[the form of the answer (default\: text)]:value:(text json latex markdown html)' \
                        '--json[short for --format json]' \
                        '(-o --output)'{-o,--output}'[write there, whole file or nothing; .json .tex .md .html say the form]:file:_files -g "*.(txt|json|tex|md|html)"' \
                        '--notation=[how the expression is written (default\: auto)]:value:(auto plain latex sympy python mathematica maxima excel mathml)' \
                        '--steps=[none\: the answer only; brief\: the argument as a textbook prints it (default); full\: every rule, case and check]:value:(full brief none)' \
                        '--hint=[the next rule to apply without the result; 2\: the line too]:value:(1 2)' \
                        '--page=[whole\: a file that stands by itself; fragment\: a part for a page of yours (default\: fragment for LaTeX, whole for HTML)]:value:(whole fragment)' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--digits=[significant digits of decimals (default\: 6)]:N: ' \
                        '--ascii[formulas and lines in plain ASCII]' \
                        '--color=[colors (default\: auto)]:value:(auto always never)' \
                        '--width=[columns to fill, 20 to 200]:N: ' \
                        '--timeout=[seconds the computation may take (default\: 10)]:S: ' \
                        '--max-memory=[megabytes the computation may take (default\: 1024)]:MB: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' \
                        '1:expression: ' && ret=0 ;;
                batch)
                    _arguments \
                        '--workers=[how many problems are worked on at a time (default\: one a core)]:N: ' \
                        '--resume[go on with the file of -o\: what is answered there is not done again]' \
                        '--shard=[only line K, K+N, K+2N, …\: N runs share the work]:K/N: ' \
                        '--cluster=[let the workers of a dask scheduler do it, as tcp\://10.0.0.1\:8786]:ADDRESS: ' \
                        '--summary=[a report of the answers checked, by question\: .txt .md .html .tex or .csv]:file:_files -g "*.(jsonl|jsonl.gz)"' \
                        '(-o --output)'{-o,--output}'[write there, an answer at a time (default\: standard output)]:file:_files -g "*.(jsonl|jsonl.gz)"' \
                        '--steps=[none leaves the steps out]:value:(full brief none)' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--timeout=[seconds that one problem may take (default\: 10)]:S: ' \
                        '--max-memory=[megabytes that one problem may take (default\: 1024)]:MB: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' \
                        '1:file:_files -g "*.(jsonl|jsonl.gz)"' && ret=0 ;;
                sheet)
                    _arguments \
                        '--title=[what stands at the top (default\: Problems)]:TEXT: ' \
                        '--solutions=[where the solutions stand\: after each problem, at the end, or nowhere (default\: inline)]:value:(inline end none)' \
                        '--plot[draw the picture of every problem that has one]' \
                        '--format=[the form of the answer (default\: text)]:value:(text latex markdown html)' \
                        '(-o --output)'{-o,--output}'[write there, whole file or nothing; .html .tex .md .txt say the form]:file:_files -g "*.(txt|tex|md|html)"' \
                        '--steps=[none\: the answer only; brief\: the argument as a textbook prints it (default); full\: every rule, case and check]:value:(full brief none)' \
                        '--page=[fragment\: a part for a page of yours, for LaTeX and HTML (default\: whole)]:value:(whole fragment)' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--digits=[significant digits of decimals (default\: 6)]:N: ' \
                        '--ascii[formulas and lines in plain ASCII]' \
                        '--color=[colors (default\: auto)]:value:(auto always never)' \
                        '--width=[columns to fill, 20 to 200]:N: ' \
                        '--timeout=[seconds that one problem may take (default\: 10)]:S: ' \
                        '--max-memory=[megabytes that one problem may take (default\: 1024)]:MB: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' \
                        '1:file:_files -g "*.(txt|jsonl)"' && ret=0 ;;
                repl)
                    _arguments \
                        '--steps=[none\: the answer only; brief\: the argument as a textbook prints it (default); full\: every rule, case and check]:value:(full brief none)' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--digits=[significant digits of decimals (default\: 6)]:N: ' \
                        '--timeout=[seconds that one question may take (default\: 10)]:S: ' \
                        '--max-memory=[megabytes that one question may take (default\: 1024)]:MB: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' && ret=0 ;;
                mcp)
                    _arguments \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--timeout=[seconds that one question may take at most (default\: 10)]:S: ' \
                        '--max-memory=[megabytes that one question may take (default\: 1024)]:MB: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' && ret=0 ;;
                read)
                    _arguments \
                        '*--function=[read k(...) as an undefined function; may be repeated]:k: ' \
                        '--format=[the form of the answer (default\: text)]:value:(text json latex markdown html)' \
                        '--json[short for --format json]' \
                        '(-o --output)'{-o,--output}'[write there, whole file or nothing; .json .tex .md .html say the form]:file:_files -g "*.(txt|json|tex|md|html)"' \
                        '--notation=[how the expression is written (default\: auto)]:value:(auto plain latex sympy python mathematica maxima excel mathml)' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--ascii[formulas and lines in plain ASCII]' \
                        '--color=[colors (default\: auto)]:value:(auto always never)' \
                        '--width=[columns to fill, 20 to 200]:N: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' \
                        '1:expression: ' && ret=0 ;;
                rules)
                    _arguments \
                        '--mistakes[the mistakes that check looks for, or one of them]' \
                        '--format=[the form of the answer (default\: text)]:value:(text latex markdown html)' \
                        '(-o --output)'{-o,--output}'[write there, whole file or nothing; .json .tex .md .html say the form]:file:_files -g "*.(txt|tex|md|html)"' \
                        '--lang=[language of the words (default\: from the locale)]:value:(en zh)' \
                        '--ascii[formulas and lines in plain ASCII]' \
                        '--color=[colors (default\: auto)]:value:(auto always never)' \
                        '--width=[columns to fill, 20 to 200]:N: ' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' \
                        '1:rule:(functions absolute-value airy-ai airy-ai-prime airy-bi airy-bi-prime arccosecant arccosine arccotangent arcsecant arcsine arctangent arctangent-of-two bessel-i bessel-j bessel-k bessel-y beta binary-logarithm ceiling chain chain-several constant constant-divisor constant-multiple constant-numerator cosecant cosine cosine-integral cotangent cube-root decimal-logarithm digamma elliptic-e elliptic-k elu erf erfc erfi erfinv exponential exponential-base exponential-integral exponential-integral-of-order floor fresnel-cosine fresnel-sine gamma gelu general-power hurwitz-zeta hyperbolic-cosecant hyperbolic-cosine hyperbolic-cosine-integral hyperbolic-cotangent hyperbolic-secant hyperbolic-sine hyperbolic-sine-integral hyperbolic-tangent identity inverse-hyperbolic-cosecant inverse-hyperbolic-cosine inverse-hyperbolic-cotangent inverse-hyperbolic-secant inverse-hyperbolic-sine inverse-hyperbolic-tangent lambert-w lambert-w-branch leaky-relu log-gamma logarithm logarithm-base logarithm-base-change logarithmic-integral logit maximum minimum negative piecewise polygamma power power-chain product quotient reciprocal relu root secant sigmoid sign silu sine sine-integral softplus softsign square-root step sum tangent)' && ret=0 ;;
                schema)
                    _arguments \
                        '(-o --output)'{-o,--output}'[write there, whole file or nothing; .json .tex .md .html say the form]:file:_files -g "*.(json)"' \
                        '(-h --help)'{-h,--help}'[show this and exit]' \
                        '--version[show the version and exit]' && ret=0 ;;
            esac ;;
    esac
    return ret
}

_calctool "$@"
