"""The answer of `calctool limit-def` as a document; words and order only, no mathematics."""

from collections.abc import Iterator

from msgspec.structs import replace

from calctool.algebra.facts import relation
from calctool.algebra.limit.fundamental import FUNDAMENTAL
from calctool.notation.system import Line
from calctool.notation.tree import (
    ZERO,
    Applied,
    Limit,
    LimitSide,
    Name,
    Negative,
    Quotient,
    Relation,
)
from calctool.present.cases import case_blocks
from calctool.present.diff import question_block
from calctool.present.document import (
    Block,
    Chain,
    Document,
    Figure,
    Formula,
    Link,
    Note,
    Prose,
    Text,
    Title,
    Wishes,
)
from calctool.present.figures.graphs import secants
from calctool.present.figures.pictures import sketch_blocks
from calctool.present.parts.assurance import certainty, completed, is_proved, remarks
from calctool.present.parts.decimals import decimal
from calctool.present.parts.labels import Labels
from calctool.present.parts.places import Places
from calctool.present.parts.posing import stated
from calctool.present.parts.seams import is_by_definition, seam_limits
from calctool.present.parts.sigmoid import sigmoid_written_out
from calctool.present.phrases import (
    filled,
    foreign,
    formula,
    inserted,
    joined,
    listed,
    phrase,
)
from calctool.solve.answer import Derivation, Status, Step
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.exact.record import Exact
from calctool.solve.limits.record import Beside, LimitDefAnswer, LimitDefQuestion
from calctool.verify.verdict import Verdict, weakest
from calctool.words import Language, titles
from calctool.words import limits as words
from calctool.words.doors import handout as exercises

_STATEMENTS = {theorem.id: theorem.statement for theorem in FUNDAMENTAL} | {
    id: relation(text)
    for id, text in (
        ("conjugate", "(a - b)*(a + b) = a^2 - b^2"),
        ("difference-of-squares", "a^2 - b^2 = (a - b)*(a + b)"),
        ("square-of-absolute", "abs(a)^2 = a^2"),
        ("exponent-law", "a^(m + n) = a^m*a^n"),
        ("logarithm-law", "log(a) - log(b) = log(a/b)"),
    )
}
"""The theorems and laws that a step names, as formulas."""
GAP = "  "
_WITH_LETTERS = frozenset({"extend-by-inner-increment", "inverse-function", "put-back"})


def document(answer: LimitDefAnswer, wishes: Wishes) -> Document:
    """The answer first, then the derivation, then how far all this is certain."""
    language, steps = wishes.language, wishes.steps
    if answer.status in (Status.STOPPED, Status.ERROR):
        return Document(tuple(completed(answer.completeness, language)))
    asked = question_block(answer.question.as_diff(), Labels(answer.question.as_diff()), language)
    blocks = [
        *([asked] if steps == "none" else []),
        *found(answer, wishes),
        *case_blocks(answer, wishes),
        *sketch_blocks(figure(answer, wishes), answer, wishes),
    ]
    if steps != "none":
        blocks += _derivations(answer, language, full=steps == "full")
        blocks += _caveats(answer, language)
    blocks += _assurance(answer, language, full=steps == "full")
    return Document(tuple(blocks))


def found(answer: LimitDefAnswer, wishes: Wishes) -> Iterator[Block]:
    """The derivative, what it needs, and where there is none."""
    language, labels = wishes.language, Labels(answer.question.as_diff())
    caption = phrase(titles.ANSWER, language)
    yield from _result(answer, labels, language, wishes.digits, caption)
    yield from _facts(answer, language, wishes.digits)
    yield from _places(answer, labels, language, wishes.digits)


def _result(
    answer: LimitDefAnswer, labels: Labels, language: Language, digits: int, caption: Text
) -> Iterator[Block]:
    if answer.derivative is not None and answer.at is None:
        label = labels.derivative(answer.question.wrt)
        asked = answer.question
        aside = sigmoid_written_out(asked.statement, answer.derivative, asked.variable)
        yield Formula(answer.derivative, label, caption, aside=aside, emphasis=True)
    elif answer.value is not None and answer.at is not None:
        point = ((answer.question.variable, answer.at),)
        label = labels.value(answer.question.wrt, point)
        shown = decimal(answer.value, digits)
        yield Formula(answer.value.expr, label, caption, decimal=shown, emphasis=True)
    else:
        places = Places(labels, language, digits)
        text = places.what_happens(answer.kind, answer.left, answer.right)
        text = joined((text, *places.runs(answer.between)), titles.SEMICOLON.say(language))
        yield Prose(text, caption)
    if answer.at is not None and answer.exists is False and answer.continuous is not None:
        said = words.CONTINUOUS if answer.continuous else words.NOT_CONTINUOUS
        runs = Places(labels, language, digits).runs(answer.wanders)
        yield Prose(joined((phrase(said, language), *runs), titles.SEMICOLON.say(language)))
    if answer.beside is not None:
        yield from _beside(answer, answer.beside, language, digits)
    if not answer.approaches and answer.kind != "outside-domain":
        start = Limit(answer.quotient, _increment(answer), ZERO)
        yield Formula(start, None, phrase(words.QUOTIENT, language))


def _beside(
    answer: LimitDefAnswer, found: Beside, language: Language, digits: int
) -> Iterator[Block]:
    """The limits of f where it has no value, and what it is with its limit as its value."""
    asked, point = answer.question, answer.question.point
    if point is None:
        return
    caption: Text | None = phrase(words.LIMIT, language)
    sides: tuple[tuple[LimitSide, Exact | None], ...] = (
        (("both", found.left),) if found.left == found.right
        else (("left", found.left), ("right", found.right))
    )  # fmt: skip
    for side, limit in sides:
        if limit is not None:
            label = Limit(asked.statement, asked.variable, point, side)
            yield Formula(limit.expr, label, caption, decimal=decimal(limit, digits))
            caption = None
    places = Places(Labels(asked.as_diff()), language, digits)
    for runs in places.runs(found.wanders):
        yield Prose(
            joined((phrase(words.NO_LIMIT_OF_F, language), runs), titles.SEMICOLON.say(language)),
            caption,
        )
        caption = None
    if found.extended is not None and found.limit is not None:
        at = ((asked.variable, Exact(point, None, None)),)
        given = Relation(places.labels.value((), at), "=", found.limit.expr)
        yield from _result(
            found.extended, places.labels, language, digits, phrase(words.EXTENDED, language, given)
        )


def _places(
    answer: LimitDefAnswer, labels: Labels, language: Language, digits: int
) -> Iterator[Block]:
    """The points without a derivative, as `diff` lists them."""
    if answer.places is not None:
        one = replace(answer.places, holds=())
        found = DiffAnswer(
            question=answer.question.as_diff(),
            derivatives=(one,),
            status=answer.status,
            completeness=answer.completeness,
        )
        yield from Places(labels, language, digits).blocks(found)


def _increment(answer: LimitDefAnswer) -> str:
    match answer.quotient:
        case Quotient(_, Name(id)) | Negative(Quotient(_, Name(id))):
            return id
    raise TypeError(type(answer.quotient).__name__)


def _facts(answer: LimitDefAnswer, language: Language, digits: int) -> Iterator[Block]:
    caption: Text | None = phrase(titles.WITH, language)
    for name, tree in answer.names:
        yield Formula(tree, Name(name), caption)
        caption = None
    if answer.conditions and answer.at is None:
        yield Prose(listed(answer.conditions, language), phrase(titles.DOMAIN, language))
    needed = [each for each in answer.holds if each not in answer.conditions]
    if answer.by_letters is not None and answer.places is None:
        places = Places(Labels(answer.question.as_diff()), language, digits)
        yield from places.by_letters(answer.question.wrt, answer.by_letters)
    elif needed:
        yield Prose(listed(needed, language), phrase(titles.HOLDS, language))


# --- the derivation -----------------------------------------------------------------------------


def _derivations(answer: LimitDefAnswer, language: Language, *, full: bool) -> Iterator[Block]:
    seen: set[Line] = set()
    for one in answer.approaches:
        yield Title(phrase(words.DERIVATION_SIDE[one.side], language))
        yield from _chains(one.derivation, language, full, seen)
        if answer.kind == "oscillation" and isinstance(one.derivation.end, Limit):
            yield Prose(phrase(words.NO_LIMIT, language, Name(_increment(answer))))


def _chains(
    derivation: Derivation, language: Language, full: bool, seen: set[Line]
) -> Iterator[Block]:
    """The limits that were worked out apart, each once and before it is used, then the chain."""
    for step in derivation.steps:
        if is_part(step) and step.steps[0].before not in seen:
            seen.add(step.steps[0].before)
            part = Derivation(step.steps[0].before, step.steps)
            *inner, chain = _chains(part, language, full, seen)
            yield from inner
            yield Prose(phrase(words.PART, language, *(tree for _, tree in step.bindings)))
            yield chain
    lines = _single(derivation.steps) if full else _together(derivation.steps)
    yield Chain(derivation.start, tuple(_link(step, language, full) for step in lines))
    yield from seam_limits(derivation.steps, language)


def is_part(step: Step) -> bool:
    """Whether the inner steps are a derivation of their own."""
    return bool(step.steps) and step.steps[0].before != step.before and not is_by_definition(step)


def _single(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        stands = not step.steps or is_part(step) or is_by_definition(step)
        yield from (step,) if stands else step.steps


def _together(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Limits found apart are put in all at once."""
    waiting: list[Step] = []
    for step in steps:
        if step.rule == "limit-found":
            waiting.append(step)
            continue
        yield from _merged(waiting)
        waiting = []
        yield step
    yield from _merged(waiting)


def _merged(steps: list[Step]) -> Iterator[Step]:
    if len(steps) < 2:
        yield from steps
        return
    verdict = weakest(step.finding.verdict for step in steps)
    finding = next(step.finding for step in steps if step.finding.verdict is verdict)
    title = words.STEPS["limits-found"]
    yield Step("limits-found", title, steps[0].before, steps[-1].after, finding)


def _link(step: Step, language: Language, full: bool) -> Link:
    parts = [foreign(step.title.say(language))]
    theorems = [step.rule, *(inner.rule for inner in step.steps if not is_part(step))]
    stated = [_STATEMENTS[id] for id in theorems if id in _STATEMENTS]
    if stated:
        parts.append(listed(stated, language))
    if step.rule in _WITH_LETTERS and step.bindings:
        bound = [Relation(Name(letter), "=", tree) for letter, tree in step.bindings]
        parts.append(listed(bound, language))
    why = joined(parts, GAP)
    if step.where and (full or step.rule == "squeeze"):
        said = listed(step.where, language)
        if step.rule == "squeeze":
            return Link(step.after, joined([why, said], GAP), step.finding.verdict)
        needs = inserted(titles.NEEDS, language, said)
        why = joined([why, needs], titles.SEMICOLON.say(language))
    return Link(step.after, why, step.finding.verdict)


# --- the last lines -----------------------------------------------------------------------------


def _assurance(answer: LimitDefAnswer, language: Language, *, full: bool) -> Iterator[Note]:
    steps = [step for one in answer.approaches for step in one.derivation.steps]
    whole = [check.finding for check in answer.checks if check.finding.method != "each-step"]
    lines = [step.finding for step in steps]
    known = [c.finding.verdict for c in answer.checks if c.what == "definition"]
    proved = is_proved(lines, whole) if answer.at is None else is_proved(lines, ())
    if full or not proved:
        shown = whole if answer.at is None else []
        yield from certainty(lines, shown, language, words.LINES_PROVED)
        if answer.at is not None and weakest(known) is Verdict.PROVED:
            yield Note("proved", phrase(words.EXPANDED, language))
    yield from completed(answer.completeness, language, proved=proved and not full)
    yield from remarks(answer.notes, language)


def _caveats(answer: LimitDefAnswer, language: Language) -> Iterator[Note]:
    """What lines above leave unsaid, of letters that occur there only."""
    steps = [step for one in answer.approaches for step in one.derivation.steps]
    for name in dict.fromkeys(_inner_increments(steps)):
        yield Note("note", phrase(words.CAVEAT, language, Name(name)))


def _inner_increments(steps: list[Step] | tuple[Step, ...]) -> Iterator[str]:
    """The increments that may be 0 while the outer one is not."""
    for step in steps:
        if step.rule == "extend-by-inner-increment":
            yield step.bindings[0][0]
        yield from _inner_increments(step.steps)


def figure(answer: LimitDefAnswer, wishes: Wishes) -> Figure | None:
    """The curve and its secants; None where there is nothing to draw."""
    return secants(answer, wishes.language)


def task(asked: LimitDefQuestion, language: Language) -> Text:
    """The problem as a handout puts it."""
    labels = Labels(asked.as_diff())
    wanted = labels.derivative(asked.wrt[:1])
    if asked.point is not None:
        wanted = Applied(labels.function, (asked.point,), (1,))
    return filled(exercises.FROM_THE_DEFINITION, language, formula(stated(asked)), formula(wanted))
