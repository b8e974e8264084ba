"""When something cannot be printed because of what a person wrote: say which words, once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kit_app.domain.problems import KitProblem
from kit_app.domain.spelling import together
from kit_app.i18n import N_
from kit_app.services.printing.job import PrintJob
from printables.problems import Cause, PrintProblem

LONG = 60
"""Characters from which the longest of a person's own words are named where a text did not fit."""
LONG_WORD = 12

UNKNOWN_SIGNS: Mapping[str, str] = {
    "name": N_("The session’s name “{text}” has signs that no paper shows: {signs}. Write it without them."),
    "team": N_("The team’s name “{text}” has signs that no paper shows: {signs}. Write it without them."),
    "room": N_("The room “{text}” has signs that no paper shows: {signs}. Write it without them."),
    "facility": N_("The facility “{text}” has signs that no paper shows: {signs}. Write it without them."),
    "contact": N_("Whom to call: “{text}” has signs that no paper shows: {signs}. Write it without them."),
    "note": N_("Your own line “{text}” has signs that no paper shows: {signs}. Write it without them."),
    "rule": N_("Your own rule “{text}” has signs that no paper shows: {signs}. Write it without them."),
}
LONG_WORDS: Mapping[str, str] = {
    "name": N_("The session’s name “{text}” has a word that is too long for paper. Shorten or part it."),
    "team": N_("The team’s name “{text}” has a word that is too long for paper. Shorten or part it."),
    "room": N_("The room “{text}” has a word that is too long for paper. Shorten or part it."),
    "facility": N_("The facility “{text}” has a word that is too long for paper. Shorten or part it."),
    "contact": N_("Whom to call: “{text}” has a word that is too long for paper. Shorten or part it."),
    "note": N_("Your own line “{text}” has a word that is too long for paper. Shorten or part it."),
    "rule": N_("Your own rule “{text}” has a word that is too long for paper. Shorten or part it."),
}
LONG_TEXT = N_("“{text}” is long: shorten it if what does not fit holds it.")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words that a person wrote, and what they are: a key of the sentences above."""

    field: str
    text: str


def own_words(job: PrintJob) -> tuple[OwnWords, ...]:
    """All that a person wrote and that stands on papers."""
    plan, facility = job.plan, job.facility
    found = [
        OwnWords("name", plan.name),
        OwnWords("team", job.setup.team_label),
        OwnWords("room", plan.room),
        *(OwnWords("facility", name) for name in (plan.facility, facility.name, facility.short_name)),
        OwnWords("note", facility.licence_note),
        *(OwnWords("rule", rule) for rule in facility.procedures.values()),
        *(OwnWords("contact", contact.line) for contact in facility.contacts.values()),
    ]
    return tuple(dict.fromkeys(one for one in found if one.text))


def blamed(
    problems: Sequence[PrintProblem], own: Sequence[OwnWords]
) -> tuple[list[KitProblem], list[PrintProblem]]:
    """Sentences about a person's own words, each once, and the problems that are not due to them."""
    sentences: dict[KitProblem, None] = {}
    others = []
    for problem in problems:
        found = list(_blamed(problem, own))
        sentences.update(dict.fromkeys(found))
        if not found:
            others.append(problem)
    longest = max(own, key=lambda words: len(words.text), default=None)
    if any(one.cause is Cause.OVERFLOW for one in others) and longest and len(longest.text) >= LONG:
        sentences[_problem(LONG_TEXT, longest)] = None
    return list(sentences), others


def _blamed(problem: PrintProblem, own: Sequence[OwnWords]) -> Iterator[KitProblem]:
    match problem.cause:
        case Cause.MISSING_GLYPH:
            signs = set(problem.why.partition(" (")[0])
            for words in own:
                if lacking := [sign for sign in dict.fromkeys(words.text) if sign in signs]:
                    yield _problem(UNKNOWN_SIGNS[words.field], words, signs=" ".join(lacking))
        case Cause.WIDE_WORD:
            for words in own:
                if any(len(word) >= LONG_WORD and word in problem.why for word in _words(words.text)):
                    yield _problem(LONG_WORDS[words.field], words)
        case _:
            return


def _words(text: str) -> list[str]:
    """What no line parts; a telephone number is one such word."""
    return re.split(r"[ ,]+", together(text))


def _problem(message: str, words: OwnWords, **values: str) -> KitProblem:
    return KitProblem(
        file="", line=0, key=words.field, message=message, values={"text": words.text, **values}
    )
