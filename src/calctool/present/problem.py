"""A problem in the reader's language; how it is laid out is the renderers' concern."""

from calctool.notation.problem import Problem
from calctool.words import Language, Words
from calctool.words.faults import bridge, checking, defined, errors, pasted, questions, usage
from calctool.words.faults.stops import STOPS
from calctool.words.help import batch
from calctool.words.printable import printable
from calctool.words.titles import COLON

_TOPICS = (errors, pasted, questions, usage, batch, bridge, checking, defined)
_ERRORS = {id: said for topic in _TOPICS for id, said in topic.ERRORS.items()} | STOPS
_HINTS = {id: said for topic in _TOPICS for id, said in topic.HINTS.items()}


def sentence(problem: Problem, language: Language) -> str:
    """What is wrong, without the id and without the place."""
    said = _say(_ERRORS[problem.id], problem, language)
    part = problem.facts.get("part")
    return f"{part.say(language)}{COLON.say(language)}{said}" if isinstance(part, Words) else said


def advice(problem: Problem, language: Language) -> str | None:
    """What to do about it, where there is something to say."""
    if problem.hint is None:
        return None
    return _say(_HINTS[problem.hint], problem, language)


def _say(words: Words, problem: Problem, language: Language) -> str:
    facts = {
        name: fact.say(language) if isinstance(fact, Words) else fact
        for name, fact in problem.facts.items()
    }
    shown = {name: printable(f) if isinstance(f, str) else f for name, f in facts.items()}
    return words.say(language, **shown)
