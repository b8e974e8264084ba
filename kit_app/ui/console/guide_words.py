"""The sentences of the guide: what a facilitator does now, and what comes next. No widget here."""

from collections.abc import Iterator
from typing import get_args

from kit_app.i18n import Catalogue
from kit_app.views.guide import Cue, CueName

MINUTE_MS = 60_000
_MOST_MINUTES = 45


def said_now(cue: Cue, t: Catalogue) -> str:
    """What to do now."""
    minutes = cue.minutes
    words: dict[CueName, str] = {
        "tables": t("Walk round once: envelopes closed, yours on your table, both screens on."),
        "welcome": t("Welcome them: the sentence of consent, the questionnaires, the roles."),
        "pitch": t("Show the pitch on the players’ screen, then stand and read it aloud."),
        "start": t("Ask for questions. The clock starts at your last word, not before."),
        "hands-off": t("Let them search. Only watch for now: who talks, which table waits?"),
        "silence": t("Nothing for {n} minutes. Go to each table and ask: “What do you have?”", n=minutes),
        "hint": t("A hint is due. Read it, ask what they have tried, wait; then show it."),
        "half": t("Half time: say so calmly. Each table tells in a sentence what it has."),
        "third": t("Say aloud: “{n} minutes left.” Look who has not spoken yet.", n=minutes),
        "five": t("Say aloud: “Five minutes left.” Help now wherever they are stuck."),
        "end": "",
        "paused": t("Say why the clock stands. Go on when everyone is back at their table."),
        "finale": t("The last puzzle is open: hand out its cards, step back, let them read."),
        "guided": t("Time is over, and that is all right. Lead the last exercise aloud with them."),
        "front": t("Read the closing words aloud. Count to five in silence; then close the game."),
        "debrief": t("Have everyone sit down: the talk comes now, and counts more than the game."),
    }
    return words[cue.name]


def said_next(cue: Cue | None, t: Catalogue) -> str:
    """What comes next and when; without anything, that there is nothing to do."""
    if cue is None:
        return t("Nothing for you now: watch and listen.")
    at = -(-cue.in_ms // MINUTE_MS)
    match cue.name:
        case "half":
            return t("In {at} min: half time.", at=at)
        case "end":
            return t("In {at} min: the end. The last exercise then comes by itself.", at=at)
        case _:
            return t("In {at} min: say that {n} minutes are left.", at=at, n=cue.minutes)


def every_sentence(t: Catalogue) -> Iterator[str]:
    """All that may stand there, with numbers of two digits: for measuring."""
    for name in get_args(CueName):
        yield said_now(Cue(name=name, minutes=_MOST_MINUTES), t)
    yield said_next(None, t)
    ahead: tuple[CueName, ...] = ("half", "third", "end")
    for name in ahead:
        yield said_next(Cue(name=name, in_ms=_MOST_MINUTES * MINUTE_MS, minutes=_MOST_MINUTES), t)
