"""Check what the console is to tell the facilitator at which minute: names, times, words."""

from collections.abc import Iterator

from kit_app.content.draft import HEAD, Draft
from kit_app.content.graph import unknown
from kit_app.content.source import Source
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.alarm import AlarmSpec
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_

HIGHEST = 3


def alarm_problems(draft: Draft) -> Iterator[KitProblem]:
    """What is wrong with the alarms of a kit, as far as they could be read."""
    head = draft.head
    if head is None:
        return
    source = draft.source(HEAD)
    letters = [path.letter for path in head.paths]
    for number, alarm in enumerate(head.alarms):
        where: KeyPath = ("alarms", number)
        for key in ("unless_solved", "unless_open"):
            for place, puzzle in enumerate(getattr(alarm, key)):
                yield from unknown(source, (*where, key, place), puzzle, draft.puzzle_ids)
        for place, letter in enumerate(alarm.unless_finished):
            yield from unknown(source, (*where, "unless_finished", place), letter, letters)
        for key in ("puzzle", "give"):
            if name := getattr(alarm, key):
                yield from unknown(source, (*where, key), name, draft.puzzle_ids)
        yield from _time_problems(alarm, source, where)
        yield from _act_problems(alarm, source, where)
        yield from _word_problems(draft, alarm, source, where)


def _time_problems(alarm: AlarmSpec, source: Source, where: KeyPath) -> Iterator[KitProblem]:
    if not 0 <= alarm.minute < alarm.of:
        message = N_("“minute” lies within the game: from 0 to less than “of”, its length in minutes.")
        yield source.problem((*where, "minute"), message)
    if alarm.lasts < 0:
        message = N_("“lasts” is a time in minutes, or 0 for as long as the alarm holds.")
        yield source.problem((*where, "lasts"), message)


def _act_problems(alarm: AlarmSpec, source: Source, where: KeyPath) -> Iterator[KitProblem]:
    if not 0 <= alarm.hint <= HIGHEST:
        message = N_("“hint” is the level to give, 1 to 3, or 0 for none.")
        yield source.problem((*where, "hint"), message)
    if alarm.hint and alarm.give:
        message = N_("An alarm gives a hint or accepts a puzzle, not both: take out “hint” or “give”.")
        yield source.problem((*where, "give"), message)
    if alarm.puzzle and not alarm.hint:
        message = N_("Say which hint of {puzzle} the alarm gives: hint = 1, 2 or 3.")
        yield source.problem((*where, "puzzle"), message, puzzle=alarm.puzzle)
    if alarm.hint and not alarm.puzzle and not alarm.unless_open:
        message = N_("Whose hint? Name a “puzzle”, or in “unless_open” the one that is kept closed.")
        yield source.problem((*where, "hint"), message)


def _word_problems(draft: Draft, alarm: AlarmSpec, source: Source, where: KeyPath) -> Iterator[KitProblem]:
    key = alarm.say or alarm.id
    for language, words in draft.words.items():
        if not words.script.get(key, "").strip():
            message = N_(
                "The alarm {alarm} has no words: write “{key}” in [script] of words/{language}/kit.toml."
            )
            yield source.problem(
                (*where, "say" if alarm.say else "id"), message, alarm=alarm.id, key=key, language=language
            )
