"""The words inside a formula that distinguishes cases."""

from calctool.words import Words

IF = Words(en="if", zh="若")
OTHERWISE = Words(en="otherwise", zh="否则")
