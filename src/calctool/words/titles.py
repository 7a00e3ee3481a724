"""The headings and captions of answers, and the signs between phrases."""

from calctool.words import Words

ANSWER = Words(en="Answer", zh="答案")
FUNCTION = Words(en="Function", zh="函数")
EQUATION = Words(en="Equation", zh="方程")
WITH = Words(en="where", zh="其中")
DOMAIN = Words(en="Domain", zh="定义域")
HOLDS = Words(en="Valid for", zh="适用于")
EXCEPT = Words(en="Except at", zh="不可导点")
UNDECIDED = Words(en="Undecided", zh="未判定")
AT = Words(en="At {0}", zh="在 {0}")
SKETCH = Words(en="Sketch", zh="草图")
TANGENT = Words(en="Tangent", zh="切线")

DERIVATION = Words(en="Derivation", zh="推导过程")
DERIVATION_OF = Words(en="Derivation of {0}", zh="{0} 的推导过程")
STEPS = Words(en="steps: {count}", zh="步骤：{count}")
PART = Words(en="derivative of {0}", zh="{0} 的导数")
LETTERS = Words(en="with {0}", zh="其中 {0}")
NEEDS = Words(en="needs {0}", zh="要求 {0}")
DERIVATIVE_TO_COME = Words(en="the derivative", zh="导数")
JUDGEMENT_TO_COME = Words(en="whether the answer is right", zh="所给答案是否正确")
ALL_TO_COME = Words(en="all that was asked for", zh="所求的全部内容")

COMMA = Words(en=", ", zh="，")
SEMICOLON = Words(en="; ", zh="；")
COLON = Words(en=": ", zh="：")
