"""The words of distinctions of cases, inside a formula and between them."""

from calctool.words import Words

IF = Words(en="if", zh="若")
OTHERWISE = Words(en="otherwise", zh="否则")
AND = Words(en=" and ", zh=" 且 ")
OR = Words(en=" or ", zh=" 或 ")
FOR = Words(en="For {condition}", zh="当 {condition} 时")
IN_CASE = Words(en="for {condition}: {what}", zh="当 {condition} 时：{what}")
