"""Questions with lettered replies; the letters of the right ones make a code. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from kit_app.domain.dice import SESSION_CODE_ALPHABET, Dice
from kit_app.domain.spelling import normalised
from kit_app.mechanisms.made import Made, Redraw

NAME = "choices"

LETTERS = "".join(letter for letter in SESSION_CODE_ALPHABET if letter.isalpha())


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: the keys of its replies, in printed order, and what players know to choose by."""

    replies: tuple[str, ...]
    known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """The questions in their order. `known` is compared with the replies' texts or keys."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """What is asked, and the text of each reply by its key."""

    asks: str
    replies: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of the booklet: `intro` above each question, `prompt` below; then the sealed result."""

    intro: str
    questions: tuple[QuestionWords, ...]
    prompt: str
    result_title: str
    result_lines: tuple[str, ...]
    flap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A printed reply and the letter that it earns."""

    key: str
    text: str
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A printed question. `known` is what players know from elsewhere, not printed here."""

    asks: str
    replies: tuple[Reply, ...]
    known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """Parts `call-1` … for the questions in their order, and `result` under its flap."""

    intro: str
    calls: tuple[Call, ...]
    prompt: str
    result_title: str
    result_lines: tuple[str, ...]
    flap: str


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """Draw the letters. Raises Redraw when a question has a letter twice or its replies leave a doubt."""
    right = dice.code("code", len(parameters.questions), LETTERS)
    wrong = sum(len(question.replies) - 1 for question in parameters.questions)
    spare = iter(dice.code("wrong", wrong, LETTERS))
    calls = []
    for question, asked, letter in zip(parameters.questions, words.questions, right, strict=True):
        calls.append(
            Call(
                asks=asked.asks,
                replies=tuple(
                    Reply(
                        key=key,
                        text=asked.replies[key],
                        letter=letter if _fits(key, asked.replies[key], question.known) else next(spare, "?"),
                    )
                    for key in question.replies
                ),
                known=question.known,
            )
        )
    clues = Clues(
        intro=words.intro,
        calls=tuple(calls),
        prompt=words.prompt,
        result_title=words.result_title,
        result_lines=words.result_lines,
        flap=words.flap,
    )
    if any(len({reply.letter for reply in call.replies}) < len(call.replies) for call in calls):
        raise Redraw
    if solve(clues) != {normalised(right)}:
        raise Redraw
    return Made(
        clues=clues,
        answer=right,
        values={f"letter{place}": letter for place, letter in enumerate(right, start=1)},
        readings=_readings(clues),
    )


def solve(clues: Clues) -> frozenset[str]:
    """Every word that replies in agreement with what is known can make."""
    letters = [
        [reply.letter for reply in call.replies if _fits(reply.key, reply.text, call.known)]
        for call in clues.calls
    ]
    return frozenset(normalised("".join(word)) for word in product(*letters))


def _fits(key: str, text: str, known: str) -> bool:
    return normalised(known) in (normalised(key), normalised(text))


def _readings(clues: Clues) -> dict[str, str]:
    readings = {
        f"call-{place}": "\n".join((call.asks, *(f"{reply.letter} – {reply.text}" for reply in call.replies)))
        for place, call in enumerate(clues.calls, start=1)
    }
    result = "\n".join((clues.result_title, *clues.result_lines))
    return readings | {"result": result.replace("**", "")}
