# Completion of calctool; made by completions/generate, lists the options itself.

Register-ArgumentCompleter -Native -CommandName calctool -ScriptBlock {
    param($word, $line, $cursor)
    $commands = [ordered]@{
        'diff' = 'derivative, partial, higher and mixed derivatives, implicit derivative'
        'limit-def' = 'the derivative worked out from lim (f(x+h) - f(x))/h'
        'table' = 'variation table: domain, signs, trends, extrema, limits, concavity'
        'critical' = 'all critical points of a function of one or more variables; least, greatest value'
        'lagrange' = 'extrema under constraints: multipliers, singular points, inequalities'
        'check' = 'is this answer right, and if not, where and why'
        'batch' = 'many problems: JSON lines in, JSON lines out'
        'sheet' = 'a handout: several problems on one page, with their solutions or without'
        'repl' = 'a session: one question after the other, with definitions and the last answer'
        'mcp' = 'for assistants: the questions as tools of the Model Context Protocol'
        'read' = 'how a text is read: plain, as LaTeX, as a tree'
        'rules' = 'the differentiation rules and standard derivatives, or one of them'
        'schema' = 'the JSON Schema of the answers and of a batch line'
    }
    $options = @{
        '' = [ordered]@{
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
            '--lang' = 'language of the words (default: from the locale)'
        }
        'diff' = [ordered]@{
            '-w' = 'the variables, repeated or x,y (default: every name)'
            '--wrt' = 'the variables, repeated or x,y (default: every name)'
            '-n' = 'take the N-th derivative'
            '--order' = 'take the N-th derivative'
            '--mixed' = 'one mixed derivative, in these variables in turn'
            '--of' = 'of an equation: the derivative of this name'
            '-a' = 'evaluate there too, with the tangent: 2 or x=1,y=2'
            '--at' = 'evaluate there too, with the tangent: 2 or x=1,y=2'
            '--where' = 'put a value in for a parameter: a=2; may be repeated'
            '--assume' = 'what parameters are: a>0 or a>b; may be repeated'
            '--function' = 'read k(...) as an undefined function; may be repeated'
            '-p' = 'sketch the graph in the terminal; with -o a.html the picture is in the page'
            '--plot' = 'sketch the graph in the terminal; with -o a.html the picture is in the page'
            '--save-plot' = 'save the graph as .svg, .png or .pdf'
            '--window' = 'the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis'
            '--plot-also' = 'another function in the same picture; up to three'
            '-f' = 'the form of the answer (default: text)'
            '--format' = 'the form of the answer (default: text)'
            '-j' = 'short for --format json'
            '--json' = 'short for --format json'
            '-o' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--output' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--notation' = 'how the expression is written (default: auto)'
            '--steps' = 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check'
            '--hint' = 'the next rule to apply without the result; 2: the line too'
            '--page' = 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '--digits' = 'significant digits of decimals (default: 6)'
            '--ascii' = 'formulas and lines in plain ASCII'
            '--color' = 'colors (default: auto)'
            '--width' = 'columns to fill, 20 to 200'
            '-t' = 'seconds the computation may take (default: 10)'
            '--timeout' = 'seconds the computation may take (default: 10)'
            '--max-memory' = 'megabytes the computation may take (default: 1024)'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'limit-def' = [ordered]@{
            '-w' = 'the variable, where there are several names'
            '--wrt' = 'the variable, where there are several names'
            '-a' = 'take the quotient at this point'
            '--at' = 'take the quotient at this point'
            '--where' = 'put a value in for a parameter: a=2; may be repeated'
            '--assume' = 'what parameters are: a>0 or a>b; may be repeated'
            '--function' = 'read k(...) as an undefined function; may be repeated'
            '-p' = 'sketch the graph in the terminal; with -o a.html the picture is in the page'
            '--plot' = 'sketch the graph in the terminal; with -o a.html the picture is in the page'
            '--save-plot' = 'save the graph as .svg, .png or .pdf'
            '--window' = 'the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis'
            '--plot-also' = 'another function in the same picture; up to three'
            '-f' = 'the form of the answer (default: text)'
            '--format' = 'the form of the answer (default: text)'
            '-j' = 'short for --format json'
            '--json' = 'short for --format json'
            '-o' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--output' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--notation' = 'how the expression is written (default: auto)'
            '--steps' = 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check'
            '--hint' = 'the next rule to apply without the result; 2: the line too'
            '--page' = 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '--digits' = 'significant digits of decimals (default: 6)'
            '--ascii' = 'formulas and lines in plain ASCII'
            '--color' = 'colors (default: auto)'
            '--width' = 'columns to fill, 20 to 200'
            '-t' = 'seconds the computation may take (default: 10)'
            '--timeout' = 'seconds the computation may take (default: 10)'
            '--max-memory' = 'megabytes the computation may take (default: 1024)'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'table' = [ordered]@{
            '-w' = 'the variable, where there are several names'
            '--wrt' = 'the variable, where there are several names'
            '-d' = 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open'
            '--domain' = 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open'
            '--where' = 'put a value in for a parameter: a=2; may be repeated'
            '--assume' = 'what parameters are: a>0 or a>b; may be repeated'
            '--zeros' = 'the zeros of the function too, so that the cases tell how many there are'
            '--when' = 'for which parameters: f>=0, f>0, f<=0, f<0, increasing, decreasing, extrema=N, zeros=N'
            '--members' = 'of points without end write out so many, or those with these k: 5 or 20..25'
            '-p' = 'sketch the graph in the terminal; with -o a.html the picture is in the page'
            '--plot' = 'sketch the graph in the terminal; with -o a.html the picture is in the page'
            '--save-plot' = 'save the graph as .svg, .png or .pdf'
            '--window' = 'the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis'
            '--plot-also' = 'another function in the same picture; up to three'
            '-f' = 'the form of the answer (default: text)'
            '--format' = 'the form of the answer (default: text)'
            '-j' = 'short for --format json'
            '--json' = 'short for --format json'
            '-o' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--output' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--notation' = 'how the expression is written (default: auto)'
            '--steps' = 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check'
            '--hint' = 'the next rule to apply without the result; 2: the line too'
            '--page' = 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '--digits' = 'significant digits of decimals (default: 6)'
            '--ascii' = 'formulas and lines in plain ASCII'
            '--color' = 'colors (default: auto)'
            '--width' = 'columns to fill, 20 to 200'
            '-t' = 'seconds the computation may take (default: 10)'
            '--timeout' = 'seconds the computation may take (default: 10)'
            '--max-memory' = 'megabytes the computation may take (default: 1024)'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'critical' = [ordered]@{
            '-w' = 'the variables, repeated or x,y (default: every name)'
            '--wrt' = 'the variables, repeated or x,y (default: every name)'
            '-d' = 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open'
            '--domain' = 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open'
            '--where' = 'put a value in for a parameter: a=2; may be repeated'
            '--assume' = 'what parameters are: a>0 or a>b; may be repeated'
            '--members' = 'of points without end write out so many, or those with these k: 5 or 20..25'
            '-p' = 'sketch the graph in the terminal; with -o a.html the picture is in the page'
            '--plot' = 'sketch the graph in the terminal; with -o a.html the picture is in the page'
            '--save-plot' = 'save the graph as .svg, .png or .pdf'
            '--window' = 'the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis'
            '--plot-also' = 'another function in the same picture; up to three'
            '-f' = 'the form of the answer (default: text)'
            '--format' = 'the form of the answer (default: text)'
            '-j' = 'short for --format json'
            '--json' = 'short for --format json'
            '-o' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--output' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--notation' = 'how the expression is written (default: auto)'
            '--steps' = 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check'
            '--hint' = 'the next rule to apply without the result; 2: the line too'
            '--page' = 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '--digits' = 'significant digits of decimals (default: 6)'
            '--ascii' = 'formulas and lines in plain ASCII'
            '--color' = 'colors (default: auto)'
            '--width' = 'columns to fill, 20 to 200'
            '-t' = 'seconds the computation may take (default: 10)'
            '--timeout' = 'seconds the computation may take (default: 10)'
            '--max-memory' = 'megabytes the computation may take (default: 1024)'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'lagrange' = [ordered]@{
            '-s' = 'a constraint: x^2+y^2=1 or x>=0; may be repeated'
            '--subject-to' = 'a constraint: x^2+y^2=1 or x>=0; may be repeated'
            '-w' = 'the variables, repeated or x,y (default: every name)'
            '--wrt' = 'the variables, repeated or x,y (default: every name)'
            '-d' = 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open'
            '--domain' = 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open'
            '--where' = 'put a value in for a parameter: a=2; may be repeated'
            '--assume' = 'what parameters are: a>0 or a>b; may be repeated'
            '-p' = 'sketch the graph in the terminal; with -o a.html the picture is in the page'
            '--plot' = 'sketch the graph in the terminal; with -o a.html the picture is in the page'
            '--save-plot' = 'save the graph as .svg, .png or .pdf'
            '--window' = 'the part that the picture shows: [-5, 5], or y:[0, 10] for the other axis'
            '-f' = 'the form of the answer (default: text)'
            '--format' = 'the form of the answer (default: text)'
            '-j' = 'short for --format json'
            '--json' = 'short for --format json'
            '-o' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--output' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--notation' = 'how the expression is written (default: auto)'
            '--steps' = 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check'
            '--hint' = 'the next rule to apply without the result; 2: the line too'
            '--page' = 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '--digits' = 'significant digits of decimals (default: 6)'
            '--ascii' = 'formulas and lines in plain ASCII'
            '--color' = 'colors (default: auto)'
            '--width' = 'columns to fill, 20 to 200'
            '-t' = 'seconds the computation may take (default: 10)'
            '--timeout' = 'seconds the computation may take (default: 10)'
            '--max-memory' = 'megabytes the computation may take (default: 1024)'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'check' = [ordered]@{
            '--answer' = 'the answer to check, in any notation'
            '--answer-file' = 'read the answer from this file, - for standard input'
            '--lines' = 'check a derivation, one line a step; d/dx(u), (u)'' and D(u, x) are work left'
            '--hide-right' = 'keep the right answer back'
            '--hide-witness' = 'keep the point back that refutes'
            '--accept' = 'the verdicts that count as right (default: right,right-on-part)'
            '--form' = 'the form that a right answer must have: factored or expanded'
            '-w' = 'the variables, repeated or x,y (default: every name)'
            '--wrt' = 'the variables, repeated or x,y (default: every name)'
            '-n' = 'take the N-th derivative'
            '--order' = 'take the N-th derivative'
            '--mixed' = 'one mixed derivative, in these variables in turn'
            '--of' = 'of an equation: the derivative of this name'
            '-a' = 'evaluate there too, with the tangent: 2 or x=1,y=2'
            '--at' = 'evaluate there too, with the tangent: 2 or x=1,y=2'
            '-d' = 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open'
            '--domain' = 'only there: [0, 2*pi) or x:(0, oo); brackets say closed or open'
            '-s' = 'a constraint: x^2+y^2=1 or x>=0; may be repeated'
            '--subject-to' = 'a constraint: x^2+y^2=1 or x>=0; may be repeated'
            '--where' = 'put a value in for a parameter: a=2; may be repeated'
            '--assume' = 'what parameters are: a>0 or a>b; may be repeated'
            '--function' = 'read k(...) as an undefined function; may be repeated'
            '-f' = 'the form of the answer (default: text)'
            '--format' = 'the form of the answer (default: text)'
            '-j' = 'short for --format json'
            '--json' = 'short for --format json'
            '-o' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--output' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--notation' = 'how the expression is written (default: auto)'
            '--steps' = 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check'
            '--hint' = 'the next rule to apply without the result; 2: the line too'
            '--page' = 'whole: a file that stands by itself; fragment: a part for a page of yours (default: fragment for LaTeX, whole for HTML)'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '--digits' = 'significant digits of decimals (default: 6)'
            '--ascii' = 'formulas and lines in plain ASCII'
            '--color' = 'colors (default: auto)'
            '--width' = 'columns to fill, 20 to 200'
            '-t' = 'seconds the computation may take (default: 10)'
            '--timeout' = 'seconds the computation may take (default: 10)'
            '--max-memory' = 'megabytes the computation may take (default: 1024)'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'batch' = [ordered]@{
            '--workers' = 'how many problems are worked on at a time (default: one a core)'
            '--resume' = 'go on with the file of -o: what is answered there is not done again'
            '--shard' = 'only line K, K+N, K+2N, …: N runs share the work'
            '--cluster' = 'let the workers of a dask scheduler do it, as tcp://10.0.0.1:8786'
            '--summary' = 'a report of the answers checked, by question: .txt .md .html .tex or .csv'
            '-o' = 'write there, an answer at a time (default: standard output)'
            '--output' = 'write there, an answer at a time (default: standard output)'
            '--steps' = 'none leaves the steps out'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '-t' = 'seconds that one problem may take (default: 10)'
            '--timeout' = 'seconds that one problem may take (default: 10)'
            '--max-memory' = 'megabytes that one problem may take (default: 1024)'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'sheet' = [ordered]@{
            '--title' = 'what stands at the top (default: Problems)'
            '--solutions' = 'where the solutions stand: after each problem, at the end, or nowhere (default: inline)'
            '-p' = 'draw the picture of every problem that has one'
            '--plot' = 'draw the picture of every problem that has one'
            '-f' = 'the form of the answer (default: text)'
            '--format' = 'the form of the answer (default: text)'
            '-o' = 'write there, whole file or nothing; .html .tex .md .txt say the form'
            '--output' = 'write there, whole file or nothing; .html .tex .md .txt say the form'
            '--steps' = 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check'
            '--page' = 'fragment: a part for a page of yours, for LaTeX and HTML (default: whole)'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '--digits' = 'significant digits of decimals (default: 6)'
            '--ascii' = 'formulas and lines in plain ASCII'
            '--color' = 'colors (default: auto)'
            '--width' = 'columns to fill, 20 to 200'
            '-t' = 'seconds that one problem may take (default: 10)'
            '--timeout' = 'seconds that one problem may take (default: 10)'
            '--max-memory' = 'megabytes that one problem may take (default: 1024)'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'repl' = [ordered]@{
            '--steps' = 'none: the answer only; brief: the argument as a textbook prints it (default); full: every rule, case and check'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '--digits' = 'significant digits of decimals (default: 6)'
            '-t' = 'seconds that one question may take (default: 10)'
            '--timeout' = 'seconds that one question may take (default: 10)'
            '--max-memory' = 'megabytes that one question may take (default: 1024)'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'mcp' = [ordered]@{
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '-t' = 'seconds that one question may take at most (default: 10)'
            '--timeout' = 'seconds that one question may take at most (default: 10)'
            '--max-memory' = 'megabytes that one question may take (default: 1024)'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'read' = [ordered]@{
            '--function' = 'read k(...) as an undefined function; may be repeated'
            '-f' = 'the form of the answer (default: text)'
            '--format' = 'the form of the answer (default: text)'
            '-j' = 'short for --format json'
            '--json' = 'short for --format json'
            '-o' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--output' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--notation' = 'how the expression is written (default: auto)'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '--ascii' = 'formulas and lines in plain ASCII'
            '--color' = 'colors (default: auto)'
            '--width' = 'columns to fill, 20 to 200'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'rules' = [ordered]@{
            '--mistakes' = 'the mistakes that check looks for, or one of them'
            '-f' = 'the form of the answer (default: text)'
            '--format' = 'the form of the answer (default: text)'
            '-o' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--output' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '-l' = 'language of the words (default: from the locale)'
            '--lang' = 'language of the words (default: from the locale)'
            '--ascii' = 'formulas and lines in plain ASCII'
            '--color' = 'colors (default: auto)'
            '--width' = 'columns to fill, 20 to 200'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
        'schema' = [ordered]@{
            '-o' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '--output' = 'write there, whole file or nothing; .json .tex .md .html say the form'
            '-h' = 'show this and exit'
            '--help' = 'show this and exit'
            '--version' = 'show the version and exit'
        }
    }
    $values = @{
        ':--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'diff:--format' = [ordered]@{
            'text' = 'text'
            'json' = 'json'
            'latex' = 'latex'
            'markdown' = 'markdown'
            'html' = 'html'
        }
        'diff:--notation' = [ordered]@{
            'auto' = 'auto'
            'plain' = 'plain'
            'latex' = 'latex'
            'sympy' = 'sympy'
            'python' = 'python'
            'mathematica' = 'mathematica'
            'maxima' = 'maxima'
            'excel' = 'excel'
            'mathml' = 'mathml'
        }
        'diff:--steps' = [ordered]@{
            'full' = 'full'
            'brief' = 'brief'
            'none' = 'none'
        }
        'diff:--hint' = [ordered]@{
            '1' = '1'
            '2' = '2'
        }
        'diff:--page' = [ordered]@{
            'whole' = 'whole'
            'fragment' = 'fragment'
        }
        'diff:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'diff:--color' = [ordered]@{
            'auto' = 'auto'
            'always' = 'always'
            'never' = 'never'
        }
        'limit-def:--format' = [ordered]@{
            'text' = 'text'
            'json' = 'json'
            'latex' = 'latex'
            'markdown' = 'markdown'
            'html' = 'html'
        }
        'limit-def:--notation' = [ordered]@{
            'auto' = 'auto'
            'plain' = 'plain'
            'latex' = 'latex'
            'sympy' = 'sympy'
            'python' = 'python'
            'mathematica' = 'mathematica'
            'maxima' = 'maxima'
            'excel' = 'excel'
            'mathml' = 'mathml'
        }
        'limit-def:--steps' = [ordered]@{
            'full' = 'full'
            'brief' = 'brief'
            'none' = 'none'
        }
        'limit-def:--hint' = [ordered]@{
            '1' = '1'
            '2' = '2'
        }
        'limit-def:--page' = [ordered]@{
            'whole' = 'whole'
            'fragment' = 'fragment'
        }
        'limit-def:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'limit-def:--color' = [ordered]@{
            'auto' = 'auto'
            'always' = 'always'
            'never' = 'never'
        }
        'table:--format' = [ordered]@{
            'text' = 'text'
            'json' = 'json'
            'latex' = 'latex'
            'markdown' = 'markdown'
            'html' = 'html'
        }
        'table:--notation' = [ordered]@{
            'auto' = 'auto'
            'plain' = 'plain'
            'latex' = 'latex'
            'sympy' = 'sympy'
            'python' = 'python'
            'mathematica' = 'mathematica'
            'maxima' = 'maxima'
            'excel' = 'excel'
            'mathml' = 'mathml'
        }
        'table:--steps' = [ordered]@{
            'full' = 'full'
            'brief' = 'brief'
            'none' = 'none'
        }
        'table:--hint' = [ordered]@{
            '1' = '1'
            '2' = '2'
        }
        'table:--page' = [ordered]@{
            'whole' = 'whole'
            'fragment' = 'fragment'
        }
        'table:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'table:--color' = [ordered]@{
            'auto' = 'auto'
            'always' = 'always'
            'never' = 'never'
        }
        'critical:--format' = [ordered]@{
            'text' = 'text'
            'json' = 'json'
            'latex' = 'latex'
            'markdown' = 'markdown'
            'html' = 'html'
        }
        'critical:--notation' = [ordered]@{
            'auto' = 'auto'
            'plain' = 'plain'
            'latex' = 'latex'
            'sympy' = 'sympy'
            'python' = 'python'
            'mathematica' = 'mathematica'
            'maxima' = 'maxima'
            'excel' = 'excel'
            'mathml' = 'mathml'
        }
        'critical:--steps' = [ordered]@{
            'full' = 'full'
            'brief' = 'brief'
            'none' = 'none'
        }
        'critical:--hint' = [ordered]@{
            '1' = '1'
            '2' = '2'
        }
        'critical:--page' = [ordered]@{
            'whole' = 'whole'
            'fragment' = 'fragment'
        }
        'critical:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'critical:--color' = [ordered]@{
            'auto' = 'auto'
            'always' = 'always'
            'never' = 'never'
        }
        'lagrange:--format' = [ordered]@{
            'text' = 'text'
            'json' = 'json'
            'latex' = 'latex'
            'markdown' = 'markdown'
            'html' = 'html'
        }
        'lagrange:--notation' = [ordered]@{
            'auto' = 'auto'
            'plain' = 'plain'
            'latex' = 'latex'
            'sympy' = 'sympy'
            'python' = 'python'
            'mathematica' = 'mathematica'
            'maxima' = 'maxima'
            'excel' = 'excel'
            'mathml' = 'mathml'
        }
        'lagrange:--steps' = [ordered]@{
            'full' = 'full'
            'brief' = 'brief'
            'none' = 'none'
        }
        'lagrange:--hint' = [ordered]@{
            '1' = '1'
            '2' = '2'
        }
        'lagrange:--page' = [ordered]@{
            'whole' = 'whole'
            'fragment' = 'fragment'
        }
        'lagrange:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'lagrange:--color' = [ordered]@{
            'auto' = 'auto'
            'always' = 'always'
            'never' = 'never'
        }
        'check:--lines' = [ordered]@{
            '-' = '-'
        }
        'check:--form' = [ordered]@{
            'factored' = 'factored'
            'expanded' = 'expanded'
        }
        'check:--format' = [ordered]@{
            'text' = 'text'
            'json' = 'json'
            'latex' = 'latex'
            'markdown' = 'markdown'
            'html' = 'html'
        }
        'check:--notation' = [ordered]@{
            'auto' = 'auto'
            'plain' = 'plain'
            'latex' = 'latex'
            'sympy' = 'sympy'
            'python' = 'python'
            'mathematica' = 'mathematica'
            'maxima' = 'maxima'
            'excel' = 'excel'
            'mathml' = 'mathml'
        }
        'check:--steps' = [ordered]@{
            'full' = 'full'
            'brief' = 'brief'
            'none' = 'none'
        }
        'check:--hint' = [ordered]@{
            '1' = '1'
            '2' = '2'
        }
        'check:--page' = [ordered]@{
            'whole' = 'whole'
            'fragment' = 'fragment'
        }
        'check:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'check:--color' = [ordered]@{
            'auto' = 'auto'
            'always' = 'always'
            'never' = 'never'
        }
        'batch:--steps' = [ordered]@{
            'full' = 'full'
            'brief' = 'brief'
            'none' = 'none'
        }
        'batch:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'sheet:--solutions' = [ordered]@{
            'inline' = 'inline'
            'end' = 'end'
            'none' = 'none'
        }
        'sheet:--format' = [ordered]@{
            'text' = 'text'
            'latex' = 'latex'
            'markdown' = 'markdown'
            'html' = 'html'
        }
        'sheet:--steps' = [ordered]@{
            'full' = 'full'
            'brief' = 'brief'
            'none' = 'none'
        }
        'sheet:--page' = [ordered]@{
            'whole' = 'whole'
            'fragment' = 'fragment'
        }
        'sheet:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'sheet:--color' = [ordered]@{
            'auto' = 'auto'
            'always' = 'always'
            'never' = 'never'
        }
        'repl:--steps' = [ordered]@{
            'full' = 'full'
            'brief' = 'brief'
            'none' = 'none'
        }
        'repl:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'mcp:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'read:--format' = [ordered]@{
            'text' = 'text'
            'json' = 'json'
            'latex' = 'latex'
            'markdown' = 'markdown'
            'html' = 'html'
        }
        'read:--notation' = [ordered]@{
            'auto' = 'auto'
            'plain' = 'plain'
            'latex' = 'latex'
            'sympy' = 'sympy'
            'python' = 'python'
            'mathematica' = 'mathematica'
            'maxima' = 'maxima'
            'excel' = 'excel'
            'mathml' = 'mathml'
        }
        'read:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'read:--color' = [ordered]@{
            'auto' = 'auto'
            'always' = 'always'
            'never' = 'never'
        }
        'rules:--format' = [ordered]@{
            'text' = 'text'
            'latex' = 'latex'
            'markdown' = 'markdown'
            'html' = 'html'
        }
        'rules:--lang' = [ordered]@{
            'en' = 'en'
            'zh' = 'zh'
        }
        'rules:--color' = [ordered]@{
            'auto' = 'auto'
            'always' = 'always'
            'never' = 'never'
        }
        'rules:' = [ordered]@{
            'functions' = 'functions'
            'absolute-value' = 'absolute-value'
            'airy-ai' = 'airy-ai'
            'airy-ai-prime' = 'airy-ai-prime'
            'airy-bi' = 'airy-bi'
            'airy-bi-prime' = 'airy-bi-prime'
            'arccosecant' = 'arccosecant'
            'arccosine' = 'arccosine'
            'arccotangent' = 'arccotangent'
            'arcsecant' = 'arcsecant'
            'arcsine' = 'arcsine'
            'arctangent' = 'arctangent'
            'arctangent-of-two' = 'arctangent-of-two'
            'bessel-i' = 'bessel-i'
            'bessel-j' = 'bessel-j'
            'bessel-k' = 'bessel-k'
            'bessel-y' = 'bessel-y'
            'beta' = 'beta'
            'binary-logarithm' = 'binary-logarithm'
            'ceiling' = 'ceiling'
            'chain' = 'chain'
            'chain-several' = 'chain-several'
            'constant' = 'constant'
            'constant-divisor' = 'constant-divisor'
            'constant-multiple' = 'constant-multiple'
            'constant-numerator' = 'constant-numerator'
            'cosecant' = 'cosecant'
            'cosine' = 'cosine'
            'cosine-integral' = 'cosine-integral'
            'cotangent' = 'cotangent'
            'cube-root' = 'cube-root'
            'decimal-logarithm' = 'decimal-logarithm'
            'digamma' = 'digamma'
            'elliptic-e' = 'elliptic-e'
            'elliptic-k' = 'elliptic-k'
            'elu' = 'elu'
            'erf' = 'erf'
            'erfc' = 'erfc'
            'erfi' = 'erfi'
            'erfinv' = 'erfinv'
            'exponential' = 'exponential'
            'exponential-base' = 'exponential-base'
            'exponential-integral' = 'exponential-integral'
            'exponential-integral-of-order' = 'exponential-integral-of-order'
            'floor' = 'floor'
            'fresnel-cosine' = 'fresnel-cosine'
            'fresnel-sine' = 'fresnel-sine'
            'gamma' = 'gamma'
            'gelu' = 'gelu'
            'general-power' = 'general-power'
            'hurwitz-zeta' = 'hurwitz-zeta'
            'hyperbolic-cosecant' = 'hyperbolic-cosecant'
            'hyperbolic-cosine' = 'hyperbolic-cosine'
            'hyperbolic-cosine-integral' = 'hyperbolic-cosine-integral'
            'hyperbolic-cotangent' = 'hyperbolic-cotangent'
            'hyperbolic-secant' = 'hyperbolic-secant'
            'hyperbolic-sine' = 'hyperbolic-sine'
            'hyperbolic-sine-integral' = 'hyperbolic-sine-integral'
            'hyperbolic-tangent' = 'hyperbolic-tangent'
            'identity' = 'identity'
            'inverse-hyperbolic-cosecant' = 'inverse-hyperbolic-cosecant'
            'inverse-hyperbolic-cosine' = 'inverse-hyperbolic-cosine'
            'inverse-hyperbolic-cotangent' = 'inverse-hyperbolic-cotangent'
            'inverse-hyperbolic-secant' = 'inverse-hyperbolic-secant'
            'inverse-hyperbolic-sine' = 'inverse-hyperbolic-sine'
            'inverse-hyperbolic-tangent' = 'inverse-hyperbolic-tangent'
            'lambert-w' = 'lambert-w'
            'lambert-w-branch' = 'lambert-w-branch'
            'leaky-relu' = 'leaky-relu'
            'log-gamma' = 'log-gamma'
            'logarithm' = 'logarithm'
            'logarithm-base' = 'logarithm-base'
            'logarithm-base-change' = 'logarithm-base-change'
            'logarithmic-integral' = 'logarithmic-integral'
            'logit' = 'logit'
            'maximum' = 'maximum'
            'minimum' = 'minimum'
            'negative' = 'negative'
            'piecewise' = 'piecewise'
            'polygamma' = 'polygamma'
            'power' = 'power'
            'power-chain' = 'power-chain'
            'product' = 'product'
            'quotient' = 'quotient'
            'reciprocal' = 'reciprocal'
            'relu' = 'relu'
            'root' = 'root'
            'secant' = 'secant'
            'sigmoid' = 'sigmoid'
            'sign' = 'sign'
            'silu' = 'silu'
            'sine' = 'sine'
            'sine-integral' = 'sine-integral'
            'softplus' = 'softplus'
            'softsign' = 'softsign'
            'square-root' = 'square-root'
            'step' = 'step'
            'sum' = 'sum'
            'tangent' = 'tangent'
        }
    }
    $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($word -ne '') { $typed = @($typed | Select-Object -SkipLast 1) }
    $command = $typed | Where-Object { $commands.Contains($_) } | Select-Object -First 1
    $last = $typed | Select-Object -Last 1
    if ($last -and $values.ContainsKey("${command}:$last")) {
        $found = $values["${command}:$last"]
    } elseif (-not $command) {
        $found = if ($word -like '-*') { $options[''] } else { $commands }
    } elseif ($word -like '-*') {
        $found = $options[$command]
    } else {
        $found = $values["${command}:"]
    }
    if ($null -eq $found) { return }
    $found.GetEnumerator() | Where-Object { $_.Key -like "$word*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new(
            $_.Key, $_.Key, 'ParameterValue', $_.Value)
    }
}
