# Completion of calctool; made by completions/generate, lists the options itself.

_calctool_words() {
    COMPREPLY=($(compgen -W "$1" -- "$current"))
}

_calctool_files() {
    local IFS=$'\n' file
    compopt -o filenames 2>/dev/null
    for file in $(compgen -f -- "$current"); do
        if [[ -d $file || $file =~ $1 ]]; then COMPREPLY+=("$file"); fi
    done
}

_calctool() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= word
    COMPREPLY=()
    # bash gives --lang=en as three words
    if [[ $current == = ]]; then current=; fi
    if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
            diff|limit-def|table|critical|lagrange|check|batch|sheet|repl|mcp|read|rules|schema) command=$word; break ;;
        esac
    done
    case $command:$before in
        *:--lang) _calctool_words "en zh"; return ;;
        diff:--save-plot) _calctool_files '\.(svg|png|pdf)$'; return ;;
        diff:-f|diff:--format) _calctool_words "text json latex markdown html"; return ;;
        diff:-o|diff:--output) _calctool_files '\.(txt|json|tex|md|html)$'; return ;;
        diff:--notation) _calctool_words "auto plain latex sympy python mathematica maxima excel mathml"; return ;;
        diff:--steps) _calctool_words "full brief none"; return ;;
        diff:--hint) _calctool_words "1 2"; return ;;
        diff:--page) _calctool_words "whole fragment"; return ;;
        diff:--color) _calctool_words "auto always never"; return ;;
        limit-def:--save-plot) _calctool_files '\.(svg|png|pdf)$'; return ;;
        limit-def:-f|limit-def:--format) _calctool_words "text json latex markdown html"; return ;;
        limit-def:-o|limit-def:--output) _calctool_files '\.(txt|json|tex|md|html)$'; return ;;
        limit-def:--notation) _calctool_words "auto plain latex sympy python mathematica maxima excel mathml"; return ;;
        limit-def:--steps) _calctool_words "full brief none"; return ;;
        limit-def:--hint) _calctool_words "1 2"; return ;;
        limit-def:--page) _calctool_words "whole fragment"; return ;;
        limit-def:--color) _calctool_words "auto always never"; return ;;
        table:--save-plot) _calctool_files '\.(svg|png|pdf)$'; return ;;
        table:-f|table:--format) _calctool_words "text json latex markdown html"; return ;;
        table:-o|table:--output) _calctool_files '\.(txt|json|tex|md|html)$'; return ;;
        table:--notation) _calctool_words "auto plain latex sympy python mathematica maxima excel mathml"; return ;;
        table:--steps) _calctool_words "full brief none"; return ;;
        table:--hint) _calctool_words "1 2"; return ;;
        table:--page) _calctool_words "whole fragment"; return ;;
        table:--color) _calctool_words "auto always never"; return ;;
        critical:--save-plot) _calctool_files '\.(svg|png|pdf)$'; return ;;
        critical:-f|critical:--format) _calctool_words "text json latex markdown html"; return ;;
        critical:-o|critical:--output) _calctool_files '\.(txt|json|tex|md|html)$'; return ;;
        critical:--notation) _calctool_words "auto plain latex sympy python mathematica maxima excel mathml"; return ;;
        critical:--steps) _calctool_words "full brief none"; return ;;
        critical:--hint) _calctool_words "1 2"; return ;;
        critical:--page) _calctool_words "whole fragment"; return ;;
        critical:--color) _calctool_words "auto always never"; return ;;
        lagrange:--save-plot) _calctool_files '\.(svg|png|pdf)$'; return ;;
        lagrange:-f|lagrange:--format) _calctool_words "text json latex markdown html"; return ;;
        lagrange:-o|lagrange:--output) _calctool_files '\.(txt|json|tex|md|html)$'; return ;;
        lagrange:--notation) _calctool_words "auto plain latex sympy python mathematica maxima excel mathml"; return ;;
        lagrange:--steps) _calctool_words "full brief none"; return ;;
        lagrange:--hint) _calctool_words "1 2"; return ;;
        lagrange:--page) _calctool_words "whole fragment"; return ;;
        lagrange:--color) _calctool_words "auto always never"; return ;;
        check:--answer-file) _calctool_files '\.(txt|json|tex|md|html)$'; return ;;
        check:--lines) _calctool_words "-"; return ;;
        check:--form) _calctool_words "factored expanded"; return ;;
        check:-f|check:--format) _calctool_words "text json latex markdown html"; return ;;
        check:-o|check:--output) _calctool_files '\.(txt|json|tex|md|html)$'; return ;;
        check:--notation) _calctool_words "auto plain latex sympy python mathematica maxima excel mathml"; return ;;
        check:--steps) _calctool_words "full brief none"; return ;;
        check:--hint) _calctool_words "1 2"; return ;;
        check:--page) _calctool_words "whole fragment"; return ;;
        check:--color) _calctool_words "auto always never"; return ;;
        batch:--summary) _calctool_files '\.(jsonl|jsonl\.gz)$'; return ;;
        batch:-o|batch:--output) _calctool_files '\.(jsonl|jsonl\.gz)$'; return ;;
        batch:--steps) _calctool_words "full brief none"; return ;;
        sheet:--solutions) _calctool_words "inline end none"; return ;;
        sheet:-f|sheet:--format) _calctool_words "text latex markdown html"; return ;;
        sheet:-o|sheet:--output) _calctool_files '\.(txt|tex|md|html)$'; return ;;
        sheet:--steps) _calctool_words "full brief none"; return ;;
        sheet:--page) _calctool_words "whole fragment"; return ;;
        sheet:--color) _calctool_words "auto always never"; return ;;
        repl:--steps) _calctool_words "full brief none"; return ;;
        read:-f|read:--format) _calctool_words "text json latex markdown html"; return ;;
        read:-o|read:--output) _calctool_files '\.(txt|json|tex|md|html)$'; return ;;
        read:--notation) _calctool_words "auto plain latex sympy python mathematica maxima excel mathml"; return ;;
        read:--color) _calctool_words "auto always never"; return ;;
        rules:-f|rules:--format) _calctool_words "text latex markdown html"; return ;;
        rules:-o|rules:--output) _calctool_files '\.(txt|tex|md|html)$'; return ;;
        rules:--color) _calctool_words "auto always never"; return ;;
        schema:-o|schema:--output) _calctool_files '\.(json)$'; return ;;
        *:--accept|*:--answer|*:--assume|*:--at|*:--cluster|*:--digits|*:--domain|*:--function|*:--max-memory|*:--members|*:--mixed|*:--of|*:--order|*:--plot-also|*:--shard|*:--subject-to|*:--timeout|*:--title|*:--when|*:--where|*:--width|*:--window|*:--workers|*:--wrt) return ;;
    esac
    case $command:$current in
        :-*) _calctool_words "-h --help --version --lang" ;;
        :*) _calctool_words "diff limit-def table critical lagrange check batch sheet repl mcp read rules schema" ;;
        diff:-*) _calctool_words "-w --wrt -n --order --mixed --of -a --at --where --assume --function -p --plot --save-plot --window --plot-also -f --format -j --json -o --output --notation --steps --hint --page -l --lang --digits --ascii --color --width -t --timeout --max-memory -h --help --version" ;;
        limit-def:-*) _calctool_words "-w --wrt -a --at --where --assume --function -p --plot --save-plot --window --plot-also -f --format -j --json -o --output --notation --steps --hint --page -l --lang --digits --ascii --color --width -t --timeout --max-memory -h --help --version" ;;
        table:-*) _calctool_words "-w --wrt -d --domain --where --assume --zeros --when --members -p --plot --save-plot --window --plot-also -f --format -j --json -o --output --notation --steps --hint --page -l --lang --digits --ascii --color --width -t --timeout --max-memory -h --help --version" ;;
        critical:-*) _calctool_words "-w --wrt -d --domain --where --assume --members -p --plot --save-plot --window --plot-also -f --format -j --json -o --output --notation --steps --hint --page -l --lang --digits --ascii --color --width -t --timeout --max-memory -h --help --version" ;;
        lagrange:-*) _calctool_words "-s --subject-to -w --wrt -d --domain --where --assume -p --plot --save-plot --window -f --format -j --json -o --output --notation --steps --hint --page -l --lang --digits --ascii --color --width -t --timeout --max-memory -h --help --version" ;;
        check:-*) _calctool_words "--answer --answer-file --lines --hide-right --hide-witness --accept --form -w --wrt -n --order --mixed --of -a --at -d --domain -s --subject-to --where --assume --function -f --format -j --json -o --output --notation --steps --hint --page -l --lang --digits --ascii --color --width -t --timeout --max-memory -h --help --version" ;;
        batch:-*) _calctool_words "--workers --resume --shard --cluster --summary -o --output --steps -l --lang -t --timeout --max-memory -h --help --version" ;;
        sheet:-*) _calctool_words "--title --solutions -p --plot -f --format -o --output --steps --page -l --lang --digits --ascii --color --width -t --timeout --max-memory -h --help --version" ;;
        repl:-*) _calctool_words "--steps -l --lang --digits -t --timeout --max-memory -h --help --version" ;;
        mcp:-*) _calctool_words "-l --lang -t --timeout --max-memory -h --help --version" ;;
        read:-*) _calctool_words "--function -f --format -j --json -o --output --notation -l --lang --ascii --color --width -h --help --version" ;;
        rules:-*) _calctool_words "--mistakes -f --format -o --output -l --lang --ascii --color --width -h --help --version" ;;
        schema:-*) _calctool_words "-o --output -h --help --version" ;;
        batch:*) _calctool_files '\.(jsonl|jsonl\.gz)$' ;;
        sheet:*) _calctool_files '\.(txt|jsonl)$' ;;
        rules:*) _calctool_words "functions absolute-value airy-ai airy-ai-prime airy-bi airy-bi-prime arccosecant arccosine arccotangent arcsecant arcsine arctangent arctangent-of-two bessel-i bessel-j bessel-k bessel-y beta binary-logarithm ceiling chain chain-several constant constant-divisor constant-multiple constant-numerator cosecant cosine cosine-integral cotangent cube-root decimal-logarithm digamma elliptic-e elliptic-k elu erf erfc erfi erfinv exponential exponential-base exponential-integral exponential-integral-of-order floor fresnel-cosine fresnel-sine gamma gelu general-power hurwitz-zeta hyperbolic-cosecant hyperbolic-cosine hyperbolic-cosine-integral hyperbolic-cotangent hyperbolic-secant hyperbolic-sine hyperbolic-sine-integral hyperbolic-tangent identity inverse-hyperbolic-cosecant inverse-hyperbolic-cosine inverse-hyperbolic-cotangent inverse-hyperbolic-secant inverse-hyperbolic-sine inverse-hyperbolic-tangent lambert-w lambert-w-branch leaky-relu log-gamma logarithm logarithm-base logarithm-base-change logarithmic-integral logit maximum minimum negative piecewise polygamma power power-chain product quotient reciprocal relu root secant sigmoid sign silu sine sine-integral softplus softsign square-root step sum tangent" ;;
    esac
}

complete -F _calctool calctool
