"""What the players of a session learnt, on the command line."""

from __future__ import annotations

from argparse import Namespace

from kit_app.cli.output import say, say_json
from kit_app.domain.questionnaire import MOMENTS
from kit_app.game.learning import OVERALL, PAIRS, Change, Pair, item_change, theme_change
from kit_app.i18n import N_, Catalogue
from kit_app.services.learning_words import (
    change_text,
    days_text,
    people_text,
    share_text,
    sheets_text,
    theme_name,
)
from kit_app.services.questionnaires import Questionnaire
from kit_app.services.services import Services

_HEADS: dict[Pair, str] = {"before-after": N_("After the game"), "before-month": N_("One month later")}


def learning(services: Services, options: Namespace, t: Catalogue) -> None:
    """The changes of all questions, of each theme and of each question; nothing of fewer than five people."""
    plan = services.sessions.find(options.id)
    found = services.questionnaires.of_session(plan.id, t.language)
    if options.json:
        say_json(_data(found))
        return
    if not found.asked:
        say(t(N_("The kit of this session has no questionnaire.")))
        return
    say(f"{plan.name}  {sheets_text(found, t)}")
    if days := days_text(found, t):
        say(days)
    questions = {one.question.id: one.words.ask for one in found.asked}
    for pair in found.counts.pairs:
        say(t(_HEADS[pair]))
        for level, ident, change in _changes(found, pair):
            name = questions.get(ident, ident) if level == "question" else theme_name(ident, found.themes, t)
            shares = (share_text(change.first, t), share_text(change.second, t))
            say("  ".join((f"  {name}", *shares, change_text(change, t), people_text(change))))


def _changes(found: Questionnaire, pair: Pair) -> list[tuple[str, str, Change]]:
    """Each with its level and id: all, the themes, the questions in the order of the paper."""
    counts = found.counts
    own = counts.pairs[pair]
    items = [one.question.id for one in found.asked if one.question.id in own.items]
    return [
        *(
            ("theme" if theme != OVERALL else "all", theme, theme_change(own, theme, counts.items_of(theme)))
            for theme in (OVERALL, *counts.theme_ids())
            if counts.items_of(theme)
        ),
        *(("question", item, item_change(own.items[item])) for item in items),
    ]


def _data(found: Questionnaire) -> dict[str, object]:
    """For other programs: shares from 0 to 1, null where fewer than five people would be recognisable."""
    counts = found.counts
    return {
        "schema": 1,
        "session_id": found.session_id,
        "sheets": {moment: counts.sheets(moment) for moment in MOMENTS},
        "is_closed": found.is_closed,
        "days_left": found.days_left,
        "changes": {
            pair: [
                {"level": level, "id": ident, **_change_data(change)}
                for level, ident, change in _changes(found, pair)
            ]
            for pair in PAIRS
            if pair in counts.pairs
        },
    }


def _change_data(change: Change) -> dict[str, object]:
    low, high = change.interval or (None, None)
    return {
        "people": None if change.is_masked else change.people,
        "is_paired": change.is_paired,
        "before": change.first,
        "after": change.second,
        "change": change.change,
        "low": low,
        "high": high,
    }
