"""Every phrase a reader sees, in both languages, by topic; nothing here computes."""

from typing import Literal

from msgspec import Struct

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, Language] = ("en", "zh")

OPEN_FORMULA, CLOSE_FORMULA = "\ue000", "\ue001"
"""What stands around a formula inside words, for those who can set formulas; never printed."""
_MARKS = str.maketrans("", "", OPEN_FORMULA + CLOSE_FORMULA)


class Words(Struct, frozen=True):
    """One phrase in every language of the tool; `{fields}` are filled by `say`."""

    en: str
    zh: str

    def say(self, language: Language, **facts: object) -> str:
        """The phrase in one language, its fields filled from `facts`."""
        return self.marked(language, **facts).translate(_MARKS)

    def marked(self, language: Language, **facts: object) -> str:
        """The same with the marks around its formulas."""
        text = self.zh if language == "zh" else self.en
        return text.format(**facts) if facts else text

    def with_reason(self, reason: "Words", **facts: object) -> "Words":
        """As `filled`, with another phrase as `{reason}`."""
        en = self.marked("en", reason=reason.marked("en"), **facts)
        return Words(en=en, zh=self.marked("zh", reason=reason.marked("zh"), **facts))

    def filled(self, **facts: object) -> "Words":
        """The phrase in every language, its fields filled from `facts`."""
        return Words(en=self.marked("en", **facts), zh=self.marked("zh", **facts))


class Note(Struct, frozen=True):
    """A remark that goes with an answer, such as a reading that was not literal.

    `id` is permanent (docs/ids.txt); the words are already filled in.
    """

    id: str
    words: Words
