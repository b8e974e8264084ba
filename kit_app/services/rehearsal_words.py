"""Rehearsals in words: what the made-up team says, and what there is to say of how it was led."""

from __future__ import annotations

from kit_app.i18n import N_, Catalogue, duration
from kit_app.views.rehearsal import Ending, MomentKind, Point, Review, Verdict

RESET_AIM_MS = 10 * 60_000
"""What putting the room in order may take."""

_HEARD: dict[MomentKind, str] = {
    "begins": N_("A table takes up “{title}”."),
    "asks": N_("From the table of “{title}”: “We are stuck. Can you help us?”"),
    "quiet": N_("Nobody speaks any more at the table of “{title}”."),
    "tries": N_("A table tries “{text}” for “{title}”."),
    "finds": N_("“We have got it!” – “{title}”"),
    "projector-out": N_("“The screen is black!” The projector shows nothing any more."),
    "projector-back": N_("The cable holds again: the players see their screen."),
    "player-away": N_("A pager rings: a player has to go back to the ward."),
    "player-back": N_("The player who was called away is back."),
    "broken-prop": N_("A table holds up what belongs to “{title}”: “It is torn, nobody can read this.”"),
    "wrong-guess": N_("Somebody shouts: “{text}!” They are at “{title}”."),
    "restart": N_("The laptop goes dark and starts again."),
}

_VERDICTS: dict[Verdict, str] = {
    "good": N_("well timed"),
    "early": N_("too early"),
    "late": N_("too late"),
    "missed": N_("missed"),
}

_DONE: dict[str, str] = {
    "projector-out": N_("Projector out: the clock was stopped after {time}."),
    "player-away": N_("Player called away: noted after {time}."),
    "player-back": N_("Player back: noted after {time}."),
    "broken-prop": N_("Torn prop of “{title}”: accepted by hand after {time}."),
    "restart": N_("Laptop restarted: the time away was settled after {time}."),
}
_NOT_DONE: dict[str, str] = {
    "projector-out": N_("Projector out: the clock ran on. A pause (P) gives players their time back."),
    "player-away": N_("Player called away: it was not noted. Its button makes hints and forecast right."),
    "player-back": N_("Player back: it was not noted."),
    "broken-prop": N_("Torn prop of “{title}”: not accepted by hand. The table could not get on."),
    "restart": N_("Laptop restarted: the question about the time away was left open."),
}

_ENDINGS: dict[Ending, str] = {
    "won": N_("Finished in time, and the end was played."),
    "guided": N_("Time was over, and the team was led to the end: every team sees it."),
    "cut": N_("The game was closed before its end: this team never saw how it turns out."),
    "open": N_("The rehearsal was left before the end of the game."),
}


def heard(kind: MomentKind, title: str, text: str, t: Catalogue) -> str:
    """What a trainer hears or sees in the room."""
    return t(_HEARD[kind], title=title, text=text)


def verdict_word(verdict: Verdict, t: Catalogue) -> str:
    """One or two words for a tag."""
    return t(_VERDICTS[verdict])


def point_words(point: Point, title: str, t: Catalogue) -> str:
    """What was done or left, with what would have been better where there is something."""
    by_ms = (point.done_ms or point.due_ms) - point.due_ms
    time = duration(abs(by_ms) // 1000)
    if point.kind == "hint":
        return _of_hint(point, title, time, t)
    if point.kind == "no-hint":
        return t("Hint {level} of “{title}” was due and never came.", level=point.level, title=title)
    if point.kind == "wrong-guess":
        if point.verdict == "good":
            return t("A shouted guess at “{title}” was left to the players.", title=title)
        return t("A shouted guess at “{title}” was taken up at once: wait until they decide.", title=title)
    if point.done_ms is None:
        return t(_NOT_DONE[point.kind], title=title)
    words = t(_DONE[point.kind], title=title, time=time)
    if point.is_apt:
        return words
    return f"{words} {t('“Prop damaged” in its menu keeps it out of the team’s figures.')}"


def _of_hint(point: Point, title: str, time: str, t: Catalogue) -> str:
    words = {
        "early": N_("Hint {level} of “{title}”: {time} before it was due, and nobody had asked."),
        "late": N_("Hint {level} of “{title}”: {time} after it was due."),
    }.get(point.verdict, N_("Hint {level} of “{title}”."))
    return t(words, level=point.level, title=title, time=time)


def summary(review: Review, t: Catalogue) -> tuple[tuple[str, str], ...]:
    """What there is to say of the end, the hints, silence and the room: each with its name."""
    hints = [one for one in review.points if one.kind in ("hint", "no-hint")]
    count = {verdict: sum(one.verdict == verdict for one in hints) for verdict in _VERDICTS}
    told = t(
        "well timed {good}, too early {early}, too late {late}, missed {missed}",
        good=count["good"],
        early=count["early"],
        late=count["late"],
        missed=count["missed"],
    )
    return (
        (t("The end"), t(_ENDINGS[review.ending])),
        (t("Hints"), told),
        (t("Longest silence"), _silence(review, t)),
        (t("Room in order again"), _reset(review, t)),
    )


def _silence(review: Review, t: Catalogue) -> str:
    time = duration(review.longest_silence_ms // 1000)
    if review.silences:
        return t("{time}. A word from you now and then tells a room that it is seen.", time=time)
    return t("{time}. The room was never left alone for long.", time=time)


def _reset(review: Review, t: Catalogue) -> str:
    if review.reset_ms is None:
        return t("Not rehearsed.")
    time = duration(review.reset_ms // 1000)
    if review.reset_ms <= RESET_AIM_MS:
        return t("{time}, within the ten minutes.", time=time)
    return t("{time}; ten minutes are the aim.", time=time)
