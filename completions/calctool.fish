# Completion of calctool; made by completions/generate, lists the options itself.

function __calctool_files
    string match -r '^.*(?:/|\.(?:'$argv[1]'))$' -- (complete -C "'' "(commandline -ct))
end

complete -c calctool -f

complete -c calctool -n __fish_use_subcommand -s h -l help -d 'show this and exit'
complete -c calctool -n __fish_use_subcommand -l version -d 'show the version and exit'
complete -c calctool -n __fish_use_subcommand -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n __fish_use_subcommand -a diff -d 'derivative, partial, higher and mixed derivatives, implicit derivative'
complete -c calctool -n __fish_use_subcommand -a limit-def -d 'the derivative worked out from lim (f(x+h) - f(x))/h'
complete -c calctool -n __fish_use_subcommand -a table -d 'variation table: domain, signs, trends, extrema, limits, concavity'
complete -c calctool -n __fish_use_subcommand -a critical -d 'all critical points of a function of one or more variables; least, greatest value'
complete -c calctool -n __fish_use_subcommand -a lagrange -d 'extrema under constraints: multipliers, singular points, inequalities'
complete -c calctool -n __fish_use_subcommand -a check -d 'is this answer right, and if not, where and why'
complete -c calctool -n __fish_use_subcommand -a batch -d 'many problems: JSON lines in, JSON lines out'
complete -c calctool -n __fish_use_subcommand -a sheet -d 'a handout: several problems on one page, with their solutions or without'
complete -c calctool -n __fish_use_subcommand -a repl -d 'a session: one question after the other, with definitions and the last answer'
complete -c calctool -n __fish_use_subcommand -a mcp -d 'for assistants: the questions as tools of the Model Context Protocol'
complete -c calctool -n __fish_use_subcommand -a read -d 'how a text is read: plain, as LaTeX, as a tree'
complete -c calctool -n __fish_use_subcommand -a rules -d 'the differentiation rules and standard derivatives, or one of them'
complete -c calctool -n __fish_use_subcommand -a schema -d 'the JSON Schema of the answers and of a batch line'

complete -c calctool -n '__fish_seen_subcommand_from diff' -l wrt -d 'the variables, repeated or x,y (default: every name)' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l order -d 'take the N-th derivative' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l mixed -d 'one mixed derivative, in these variables in turn' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l of -d 'of an equation: the derivative of this name' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l at -d 'evaluate there too, with the tangent: 2 or x=1,y=2' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l where -d 'put a value in for a parameter: a=2; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l assume -d 'what parameters are: a>0 or a>b; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l function -d 'read k(...) as an undefined function; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l plot -d 'sketch the graph in the terminal; with -o a.html the picture is in the page'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l save-plot -d 'save the graph as .svg, .png or .pdf' -x -a '(__calctool_files "svg|png|pdf")'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l window -d 'the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l plot-also -d 'another function in the same picture; up to three' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l format -d 'the form of the answer (default: text)' -x -a 'text json latex markdown html'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l json -d 'short for --format json'
complete -c calctool -n '__fish_seen_subcommand_from diff' -s o -l output -d 'write there, whole file or nothing; .json .tex .md .html say the form' -x -a '(__calctool_files "txt|json|tex|md|html")'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l notation -d 'how the expression is written (default: auto)' -x -a 'auto plain latex sympy python mathematica maxima excel mathml'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l steps -d 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check' -x -a 'full brief none'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l hint -d 'the next rule to apply without the result; 2: the line too' -x -a '1 2'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l page -d 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)' -x -a 'whole fragment'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l digits -d 'significant digits of decimals (default: 6)' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l ascii -d 'formulas and lines in plain ASCII'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l color -d 'colors (default: auto)' -x -a 'auto always never'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l width -d 'columns to fill, 20 to 200' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l timeout -d 'seconds the computation may take (default: 10)' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -l max-memory -d 'megabytes the computation may take (default: 1024)' -x
complete -c calctool -n '__fish_seen_subcommand_from diff' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from diff' -l version -d 'show the version and exit'

complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l wrt -d 'the variable, where there are several names' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l at -d 'take the quotient at this point' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l where -d 'put a value in for a parameter: a=2; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l assume -d 'what parameters are: a>0 or a>b; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l function -d 'read k(...) as an undefined function; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l plot -d 'sketch the graph in the terminal; with -o a.html the picture is in the page'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l save-plot -d 'save the graph as .svg, .png or .pdf' -x -a '(__calctool_files "svg|png|pdf")'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l window -d 'the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l plot-also -d 'another function in the same picture; up to three' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l format -d 'the form of the answer (default: text)' -x -a 'text json latex markdown html'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l json -d 'short for --format json'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -s o -l output -d 'write there, whole file or nothing; .json .tex .md .html say the form' -x -a '(__calctool_files "txt|json|tex|md|html")'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l notation -d 'how the expression is written (default: auto)' -x -a 'auto plain latex sympy python mathematica maxima excel mathml'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l steps -d 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check' -x -a 'full brief none'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l hint -d 'the next rule to apply without the result; 2: the line too' -x -a '1 2'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l page -d 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)' -x -a 'whole fragment'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l digits -d 'significant digits of decimals (default: 6)' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l ascii -d 'formulas and lines in plain ASCII'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l color -d 'colors (default: auto)' -x -a 'auto always never'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l width -d 'columns to fill, 20 to 200' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l timeout -d 'seconds the computation may take (default: 10)' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l max-memory -d 'megabytes the computation may take (default: 1024)' -x
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from limit-def' -l version -d 'show the version and exit'

complete -c calctool -n '__fish_seen_subcommand_from table' -l wrt -d 'the variable, where there are several names' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l domain -d 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l where -d 'put a value in for a parameter: a=2; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l assume -d 'what parameters are: a>0 or a>b; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l zeros -d 'the zeros of the function too, so that the cases tell how many there are'
complete -c calctool -n '__fish_seen_subcommand_from table' -l when -d 'for which parameters: f>=0, f>0, f<=0, f<0, increasing, decreasing, extrema=N, zeros=N' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l members -d 'of points without end write out so many, or those with these k: 5 or 20..25' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l plot -d 'sketch the graph in the terminal; with -o a.html the picture is in the page'
complete -c calctool -n '__fish_seen_subcommand_from table' -l save-plot -d 'save the graph as .svg, .png or .pdf' -x -a '(__calctool_files "svg|png|pdf")'
complete -c calctool -n '__fish_seen_subcommand_from table' -l window -d 'the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l plot-also -d 'another function in the same picture; up to three' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l format -d 'the form of the answer (default: text)' -x -a 'text json latex markdown html'
complete -c calctool -n '__fish_seen_subcommand_from table' -l json -d 'short for --format json'
complete -c calctool -n '__fish_seen_subcommand_from table' -s o -l output -d 'write there, whole file or nothing; .json .tex .md .html say the form' -x -a '(__calctool_files "txt|json|tex|md|html")'
complete -c calctool -n '__fish_seen_subcommand_from table' -l notation -d 'how the expression is written (default: auto)' -x -a 'auto plain latex sympy python mathematica maxima excel mathml'
complete -c calctool -n '__fish_seen_subcommand_from table' -l steps -d 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check' -x -a 'full brief none'
complete -c calctool -n '__fish_seen_subcommand_from table' -l hint -d 'the next rule to apply without the result; 2: the line too' -x -a '1 2'
complete -c calctool -n '__fish_seen_subcommand_from table' -l page -d 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)' -x -a 'whole fragment'
complete -c calctool -n '__fish_seen_subcommand_from table' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from table' -l digits -d 'significant digits of decimals (default: 6)' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l ascii -d 'formulas and lines in plain ASCII'
complete -c calctool -n '__fish_seen_subcommand_from table' -l color -d 'colors (default: auto)' -x -a 'auto always never'
complete -c calctool -n '__fish_seen_subcommand_from table' -l width -d 'columns to fill, 20 to 200' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l timeout -d 'seconds the computation may take (default: 10)' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -l max-memory -d 'megabytes the computation may take (default: 1024)' -x
complete -c calctool -n '__fish_seen_subcommand_from table' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from table' -l version -d 'show the version and exit'

complete -c calctool -n '__fish_seen_subcommand_from critical' -l wrt -d 'the variables, repeated or x,y (default: every name)' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -l domain -d 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -l where -d 'put a value in for a parameter: a=2; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -l assume -d 'what parameters are: a>0 or a>b; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -l members -d 'of points without end write out so many, or those with these k: 5 or 20..25' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -l plot -d 'sketch the graph in the terminal; with -o a.html the picture is in the page'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l save-plot -d 'save the graph as .svg, .png or .pdf' -x -a '(__calctool_files "svg|png|pdf")'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l window -d 'the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -l plot-also -d 'another function in the same picture; up to three' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -l format -d 'the form of the answer (default: text)' -x -a 'text json latex markdown html'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l json -d 'short for --format json'
complete -c calctool -n '__fish_seen_subcommand_from critical' -s o -l output -d 'write there, whole file or nothing; .json .tex .md .html say the form' -x -a '(__calctool_files "txt|json|tex|md|html")'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l notation -d 'how the expression is written (default: auto)' -x -a 'auto plain latex sympy python mathematica maxima excel mathml'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l steps -d 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check' -x -a 'full brief none'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l hint -d 'the next rule to apply without the result; 2: the line too' -x -a '1 2'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l page -d 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)' -x -a 'whole fragment'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l digits -d 'significant digits of decimals (default: 6)' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -l ascii -d 'formulas and lines in plain ASCII'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l color -d 'colors (default: auto)' -x -a 'auto always never'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l width -d 'columns to fill, 20 to 200' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -l timeout -d 'seconds the computation may take (default: 10)' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -l max-memory -d 'megabytes the computation may take (default: 1024)' -x
complete -c calctool -n '__fish_seen_subcommand_from critical' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from critical' -l version -d 'show the version and exit'

complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l subject-to -d 'a constraint: x^2+y^2=1 or x>=0; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l wrt -d 'the variables, repeated or x,y (default: every name)' -x
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l domain -d 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open' -x
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l where -d 'put a value in for a parameter: a=2; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l assume -d 'what parameters are: a>0 or a>b; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l plot -d 'sketch the graph in the terminal; with -o a.html the picture is in the page'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l save-plot -d 'save the graph as .svg, .png or .pdf' -x -a '(__calctool_files "svg|png|pdf")'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l window -d 'the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis' -x
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l format -d 'the form of the answer (default: text)' -x -a 'text json latex markdown html'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l json -d 'short for --format json'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -s o -l output -d 'write there, whole file or nothing; .json .tex .md .html say the form' -x -a '(__calctool_files "txt|json|tex|md|html")'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l notation -d 'how the expression is written (default: auto)' -x -a 'auto plain latex sympy python mathematica maxima excel mathml'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l steps -d 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check' -x -a 'full brief none'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l hint -d 'the next rule to apply without the result; 2: the line too' -x -a '1 2'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l page -d 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)' -x -a 'whole fragment'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l digits -d 'significant digits of decimals (default: 6)' -x
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l ascii -d 'formulas and lines in plain ASCII'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l color -d 'colors (default: auto)' -x -a 'auto always never'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l width -d 'columns to fill, 20 to 200' -x
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l timeout -d 'seconds the computation may take (default: 10)' -x
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l max-memory -d 'megabytes the computation may take (default: 1024)' -x
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from lagrange' -l version -d 'show the version and exit'

complete -c calctool -n '__fish_seen_subcommand_from check' -l answer -d 'the answer to check, in any notation' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l answer-file -d 'read the answer from this file, - for standard input' -x -a '(__calctool_files "txt|json|tex|md|html")'
complete -c calctool -n '__fish_seen_subcommand_from check' -l lines -d 'check a derivation, one line a step; d/dx(u), (u)\' and D(u, x) are work left' -x -a '-'
complete -c calctool -n '__fish_seen_subcommand_from check' -l hide-right -d 'keep the right answer back'
complete -c calctool -n '__fish_seen_subcommand_from check' -l hide-witness -d 'keep the point back that refutes'
complete -c calctool -n '__fish_seen_subcommand_from check' -l accept -d 'the verdicts that count as right (default: right,right-on-part)' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l form -d 'the form that a right answer must have: factored or expanded' -x -a 'factored expanded'
complete -c calctool -n '__fish_seen_subcommand_from check' -l wrt -d 'the variables, repeated or x,y (default: every name)' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l order -d 'take the N-th derivative' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l mixed -d 'one mixed derivative, in these variables in turn' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l of -d 'of an equation: the derivative of this name' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l at -d 'evaluate there too, with the tangent: 2 or x=1,y=2' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l domain -d 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l subject-to -d 'a constraint: x^2+y^2=1 or x>=0; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l where -d 'put a value in for a parameter: a=2; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l assume -d 'what parameters are: a>0 or a>b; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l function -d 'read k(...) as an undefined function; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l format -d 'the form of the answer (default: text)' -x -a 'text json latex markdown html'
complete -c calctool -n '__fish_seen_subcommand_from check' -l json -d 'short for --format json'
complete -c calctool -n '__fish_seen_subcommand_from check' -s o -l output -d 'write there, whole file or nothing; .json .tex .md .html say the form' -x -a '(__calctool_files "txt|json|tex|md|html")'
complete -c calctool -n '__fish_seen_subcommand_from check' -l notation -d 'how the expression is written (default: auto)' -x -a 'auto plain latex sympy python mathematica maxima excel mathml'
complete -c calctool -n '__fish_seen_subcommand_from check' -l steps -d 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check' -x -a 'full brief none'
complete -c calctool -n '__fish_seen_subcommand_from check' -l hint -d 'the next rule to apply without the result; 2: the line too' -x -a '1 2'
complete -c calctool -n '__fish_seen_subcommand_from check' -l page -d 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)' -x -a 'whole fragment'
complete -c calctool -n '__fish_seen_subcommand_from check' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from check' -l digits -d 'significant digits of decimals (default: 6)' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l ascii -d 'formulas and lines in plain ASCII'
complete -c calctool -n '__fish_seen_subcommand_from check' -l color -d 'colors (default: auto)' -x -a 'auto always never'
complete -c calctool -n '__fish_seen_subcommand_from check' -l width -d 'columns to fill, 20 to 200' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l timeout -d 'seconds the computation may take (default: 10)' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -l max-memory -d 'megabytes the computation may take (default: 1024)' -x
complete -c calctool -n '__fish_seen_subcommand_from check' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from check' -l version -d 'show the version and exit'

complete -c calctool -n '__fish_seen_subcommand_from batch' -l workers -d 'how many problems are worked on at a time (default: one a core)' -x
complete -c calctool -n '__fish_seen_subcommand_from batch' -l resume -d 'go on with the file of -o: what is answered there is not done again'
complete -c calctool -n '__fish_seen_subcommand_from batch' -l shard -d 'only line K, K+N, K+2N, …: N runs share the work' -x
complete -c calctool -n '__fish_seen_subcommand_from batch' -l cluster -d 'let the workers of a dask scheduler do it, as tcp://10.0.0.1:8786' -x
complete -c calctool -n '__fish_seen_subcommand_from batch' -l summary -d 'a report of the answers checked, by question: .txt .md .html .tex or .csv' -x -a '(__calctool_files "jsonl|jsonl.gz")'
complete -c calctool -n '__fish_seen_subcommand_from batch' -s o -l output -d 'write there, an answer at a time (default: standard output)' -x -a '(__calctool_files "jsonl|jsonl.gz")'
complete -c calctool -n '__fish_seen_subcommand_from batch' -l steps -d 'none leaves the steps out' -x -a 'full brief none'
complete -c calctool -n '__fish_seen_subcommand_from batch' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from batch' -l timeout -d 'seconds that one problem may take (default: 10)' -x
complete -c calctool -n '__fish_seen_subcommand_from batch' -l max-memory -d 'megabytes that one problem may take (default: 1024)' -x
complete -c calctool -n '__fish_seen_subcommand_from batch' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from batch' -l version -d 'show the version and exit'
complete -c calctool -n '__fish_seen_subcommand_from batch' -a '(__calctool_files "jsonl|jsonl.gz")'

complete -c calctool -n '__fish_seen_subcommand_from sheet' -l title -d 'what stands at the top (default: Problems)' -x
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l solutions -d 'where the solutions stand: after each problem, at the end, or nowhere (default: inline)' -x -a 'inline end none'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l plot -d 'draw the picture of every problem that has one'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l format -d 'the form of the answer (default: text)' -x -a 'text latex markdown html'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -s o -l output -d 'write there, whole file or nothing; .html .tex .md .txt say the form' -x -a '(__calctool_files "txt|tex|md|html")'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l steps -d 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check' -x -a 'full brief none'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l page -d 'fragment: a part for a page of yours, for LaTeX and HTML (default: whole)' -x -a 'whole fragment'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l digits -d 'significant digits of decimals (default: 6)' -x
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l ascii -d 'formulas and lines in plain ASCII'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l color -d 'colors (default: auto)' -x -a 'auto always never'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l width -d 'columns to fill, 20 to 200' -x
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l timeout -d 'seconds that one problem may take (default: 10)' -x
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l max-memory -d 'megabytes that one problem may take (default: 1024)' -x
complete -c calctool -n '__fish_seen_subcommand_from sheet' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -l version -d 'show the version and exit'
complete -c calctool -n '__fish_seen_subcommand_from sheet' -a '(__calctool_files "txt|jsonl")'

complete -c calctool -n '__fish_seen_subcommand_from repl' -l steps -d 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check' -x -a 'full brief none'
complete -c calctool -n '__fish_seen_subcommand_from repl' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from repl' -l digits -d 'significant digits of decimals (default: 6)' -x
complete -c calctool -n '__fish_seen_subcommand_from repl' -l timeout -d 'seconds that one question may take (default: 10)' -x
complete -c calctool -n '__fish_seen_subcommand_from repl' -l max-memory -d 'megabytes that one question may take (default: 1024)' -x
complete -c calctool -n '__fish_seen_subcommand_from repl' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from repl' -l version -d 'show the version and exit'

complete -c calctool -n '__fish_seen_subcommand_from mcp' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from mcp' -l timeout -d 'seconds that one question may take at most (default: 10)' -x
complete -c calctool -n '__fish_seen_subcommand_from mcp' -l max-memory -d 'megabytes that one question may take (default: 1024)' -x
complete -c calctool -n '__fish_seen_subcommand_from mcp' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from mcp' -l version -d 'show the version and exit'

complete -c calctool -n '__fish_seen_subcommand_from read' -l function -d 'read k(...) as an undefined function; may be repeated' -x
complete -c calctool -n '__fish_seen_subcommand_from read' -l format -d 'the form of the answer (default: text)' -x -a 'text json latex markdown html'
complete -c calctool -n '__fish_seen_subcommand_from read' -l json -d 'short for --format json'
complete -c calctool -n '__fish_seen_subcommand_from read' -s o -l output -d 'write there, whole file or nothing; .json .tex .md .html say the form' -x -a '(__calctool_files "txt|json|tex|md|html")'
complete -c calctool -n '__fish_seen_subcommand_from read' -l notation -d 'how the expression is written (default: auto)' -x -a 'auto plain latex sympy python mathematica maxima excel mathml'
complete -c calctool -n '__fish_seen_subcommand_from read' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from read' -l ascii -d 'formulas and lines in plain ASCII'
complete -c calctool -n '__fish_seen_subcommand_from read' -l color -d 'colors (default: auto)' -x -a 'auto always never'
complete -c calctool -n '__fish_seen_subcommand_from read' -l width -d 'columns to fill, 20 to 200' -x
complete -c calctool -n '__fish_seen_subcommand_from read' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from read' -l version -d 'show the version and exit'

complete -c calctool -n '__fish_seen_subcommand_from rules' -l mistakes -d 'the mistakes that check looks for, or one of them'
complete -c calctool -n '__fish_seen_subcommand_from rules' -l format -d 'the form of the answer (default: text)' -x -a 'text latex markdown html'
complete -c calctool -n '__fish_seen_subcommand_from rules' -s o -l output -d 'write there, whole file or nothing; .json .tex .md .html say the form' -x -a '(__calctool_files "txt|tex|md|html")'
complete -c calctool -n '__fish_seen_subcommand_from rules' -l lang -d 'language of the words (default: from the locale)' -x -a 'en zh'
complete -c calctool -n '__fish_seen_subcommand_from rules' -l ascii -d 'formulas and lines in plain ASCII'
complete -c calctool -n '__fish_seen_subcommand_from rules' -l color -d 'colors (default: auto)' -x -a 'auto always never'
complete -c calctool -n '__fish_seen_subcommand_from rules' -l width -d 'columns to fill, 20 to 200' -x
complete -c calctool -n '__fish_seen_subcommand_from rules' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from rules' -l version -d 'show the version and exit'
complete -c calctool -n '__fish_seen_subcommand_from rules' -a 'functions absolute-value airy-ai airy-ai-prime airy-bi airy-bi-prime arccosecant arccosine arccotangent arcsecant arcsine arctangent arctangent-of-two bessel-i bessel-j bessel-k bessel-y beta binary-logarithm ceiling chain chain-several constant constant-divisor constant-multiple constant-numerator cosecant cosine cosine-integral cotangent cube-root decimal-logarithm digamma elliptic-e elliptic-k elu erf erfc erfi erfinv exponential exponential-base exponential-integral exponential-integral-of-order floor fresnel-cosine fresnel-sine gamma gelu general-power hurwitz-zeta hyperbolic-cosecant hyperbolic-cosine hyperbolic-cosine-integral hyperbolic-cotangent hyperbolic-secant hyperbolic-sine hyperbolic-sine-integral hyperbolic-tangent identity inverse-hyperbolic-cosecant inverse-hyperbolic-cosine inverse-hyperbolic-cotangent inverse-hyperbolic-secant inverse-hyperbolic-sine inverse-hyperbolic-tangent lambert-w lambert-w-branch leaky-relu log-gamma logarithm logarithm-base logarithm-base-change logarithmic-integral logit maximum minimum negative piecewise polygamma power power-chain product quotient reciprocal relu root secant sigmoid sign silu sine sine-integral softplus softsign square-root step sum tangent'

complete -c calctool -n '__fish_seen_subcommand_from schema' -s o -l output -d 'write there, whole file or nothing; .json .tex .md .html say the form' -x -a '(__calctool_files "json")'
complete -c calctool -n '__fish_seen_subcommand_from schema' -s h -l help -d 'show this and exit'
complete -c calctool -n '__fish_seen_subcommand_from schema' -l version -d 'show the version and exit'
