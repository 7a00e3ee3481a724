"""Words that stand in the JSON form only."""

from calctool.words import Words

ONE_DERIVATIVE = Words(en="derivative with respect to {name}", zh="对 {name} 求导")
REAL = Words(en="{name} is real", zh="{name} 为实数")
