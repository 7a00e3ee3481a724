# Makes zsh write what it offers to the file $CALCTOOL_OFFERS, on control-T.
fpath=($CALCTOOL_FUNCTIONS $fpath)
autoload -Uz compinit
compinit -u -D
compadd() {
    if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
        builtin compadd "$@"
        return $?
    fi
    local -a offers
    builtin compadd -A offers "$@"
    print -rl -- $offers >> $CALCTOOL_OFFERS
    builtin compadd "$@"
}
asked() {
    _main_complete
    print -r -- ::end >> $CALCTOOL_OFFERS
}
zle -C ask list-choices asked
bindkey '^T' ask
print ready
