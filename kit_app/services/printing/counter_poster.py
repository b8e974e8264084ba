"""The counter as a poster of one page, to hang up: how many people have played."""

from __future__ import annotations

from io import BytesIO

from kit_app.errors import PrintError
from kit_app.i18n import N_, Catalogue, number
from kit_app.services.printing.door import not_printable
from kit_app.services.printing.faces import look_for
from kit_app.services.printing.judging import printable
from kit_app.views.exports import Contents
from printables.layout.boxes import A4
from printables.problems import CannotPrintError
from printables.products.deck import Deck, Section, write_deck
from printables.products.sign import Sign


def counter_poster(contents: Contents, year: int | None, t: Catalogue) -> bytes:
    """The poster. Raises PrintError, also while fewer than five people have played."""
    if contents.people is None:
        raise PrintError(
            N_("Fewer than five people have played: the poster would tell of them. Play on."), ()
        )
    people = number(contents.people, t.language)
    title = t.plural(
        "{people} person has played", "{people} people have played", contents.people, people=people
    )
    sessions = t.plural("{n} session", "{n} sessions", contents.sessions)
    when = t(N_("in {year}"), year=year) if year is not None else t(N_("so far"))
    line = t(N_("{sessions} {when}. Digital security is everybody’s game."), sessions=sessions, when=when)
    sign = Sign(title=title, line=line, foot=printable(contents.facility), size=A4)
    look = look_for(t, "", language=t.language)
    words = t(N_("Counter"))
    deck = Deck(title=words, author="", sections=(Section(title=words, items=[sign]),))
    target = BytesIO()
    try:
        write_deck(deck, look, target)
    except CannotPrintError as error:
        raise not_printable(error) from error
    return target.getvalue()
