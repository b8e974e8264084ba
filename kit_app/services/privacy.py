"""What the program holds about people, and the text for the register of processing (GDPR, article 30)."""

from __future__ import annotations

from dataclasses import dataclass

from kit_app.domain.facility import Facility
from kit_app.i18n import N_, Catalogue

DPO_CONTACT = "dpo"
_GAP = "…………………………"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldNow:
    """How much there is of each thing in the data folder; `hidden` are deleted sessions."""

    sessions: int
    hidden: int
    games: int
    results: int
    sheets: int
    counted: int
    totals: int
    notes: int
    kits: int
    contacts: int
    bulletins: int
    copies: int
    log_kb: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Something that is kept: what it is, what it says about people, how long it stays, how much there is."""

    what: str
    about: str
    stays: str
    now: str


ABOUT_PLAYERS = N_(
    "Nobody who played can be found here: the program keeps no name of a player, and nothing that leads"
    " to one."
)
ABOUT_CONTACTS = N_(
    "Names stand only where you typed them: the facility's professional contacts, a bulletin, a note, a"
    " label."
)
"""What a person who asks is told first."""


def holdings(months: int, now: HeldNow, t: Catalogue) -> tuple[Holding, ...]:
    """Everything that the data folder holds, whether or not it is about people."""
    return (*_of_games(months, now, t), *_of_the_facility(now, t), *_of_the_program(now, t))


def _of_games(months: int, now: HeldNow, t: Catalogue) -> tuple[Holding, ...]:
    whole = t.plural("{n} month, then totals only", "{n} months, then totals only", months)
    sheets = t.plural("{n} coded sheet", "{n} coded sheets", now.sheets)
    counted = t.plural("counts of {n} session", "counts of {n} sessions", now.counted)
    notes = t.plural("{n} note after a debrief", "{n} notes after a debrief", now.notes)
    games = t.plural("{n} game", "{n} games", now.games)
    return (
        Holding(
            what=t(N_("Planned sessions")),
            about=t(
                N_(
                    "Date, room, facility, service, audience; for each team a label and how many play. No"
                    " name."
                )
            ),
            stays=whole,
            now=t.plural("{n} session", "{n} sessions", now.sessions),
        ),
        Holding(
            what=t(N_("Journals of the games")),
            about=t(
                N_(
                    "What happened and when: answers typed, messages, hints, pauses, your notes, also after"
                    " the debrief, and corrections with their reasons. No name, unless you type one into a"
                    " note, a reason or a label: please do not."
                )
            ),
            stays=whole,
            now=f"{games}, {notes}" if now.notes else games,
        ),
        Holding(
            what=t(N_("Results and facts")),
            about=t(
                N_(
                    "Minutes, outcomes and counts of each game and of its puzzles, made from its journal. No"
                    " name."
                )
            ),
            stays=whole,
            now=t.plural("{n} result", "{n} results", now.results),
        ),
        Holding(
            what=t(N_("Questionnaires")),
            about=t(
                N_(
                    "Coded answers under a number drawn from a hat; afterwards counts for each question. No"
                    " name."
                )
            ),
            stays=t(N_("coded answers 90 days at most, counts as long as the session, then in the totals")),
            now=f"{sheets}, {counted}",
        ),
        Holding(
            what=t(N_("Totals")),
            about=t(
                N_(
                    "Sessions, games and people by year, facility, audience, service, game and language, and"
                    " right answers by question and theme; a service of under five people has no name there."
                )
            ),
            stays=t(N_("as long as the data folder")),
            now=t.plural("{n} session", "{n} sessions", now.totals),
        ),
        Holding(
            what=t(N_("Deleted sessions")),
            about=t(N_("Hidden at once.")),
            stays=t(N_("until the program starts again")),
            now=t.plural("{n} session", "{n} sessions", now.hidden),
        ),
    )


def _of_the_facility(now: HeldNow, t: Catalogue) -> tuple[Holding, ...]:
    return (
        Holding(
            what=t(N_("The facility's profile")),
            about=t(
                N_(
                    "The name and number of those whom people call (help desk, security lead, data-protection"
                    " officer …), as far as you typed them: professional contacts."
                )
            ),
            stays=t(N_("until you change the profile")),
            now=t.plural("{n} contact", "{n} contacts", now.contacts),
        ),
        Holding(
            what=t(N_("Alert bulletins")),
            about=t(N_("What you wrote for the staff. No name, unless you type one.")),
            stays=t(N_("until you delete them")),
            now=t.plural("{n} bulletin", "{n} bulletins", now.bulletins),
        ),
        Holding(
            what=t(N_("Names on certificates")),
            about=t(N_("Typed, printed and forgotten: they are never written to the disk.")),
            stays=t(N_("while the page is open")),
            now=t(N_("nothing")),
        ),
        Holding(
            what=t(N_("Papers and files that you saved")),
            about=t(
                N_(
                    "They lie where you saved them, and hold what you see in them. The program keeps no list"
                    " of them."
                )
            ),
            stays=t(N_("until you delete them")),
            now=t(N_("nothing")),
        ),
    )


def _of_the_program(now: HeldNow, t: Catalogue) -> tuple[Holding, ...]:
    return (
        Holding(
            what=t(N_("The game itself")),
            about=t(N_("The files of each game as it was played. Nothing about people.")),
            stays=t(N_("as long as a session uses them")),
            now=t.plural("{n} kit", "{n} kits", now.kits),
        ),
        Holding(
            what=t(N_("Settings, printers, ticked lists")),
            about=t(N_("Choices here, what was printed, which lessons were read. Nothing about people.")),
            stays=t(N_("until you change them")),
            now=t(N_("a few small files")),
        ),
        Holding(
            what=t(N_("The log")),
            about=t(N_("What the program did and what failed, for support. No name, no answer.")),
            stays=t(N_("four files of one megabyte, the oldest goes")),
            now=t(N_("{n} kB"), n=now.log_kb),
        ),
        Holding(
            what=t(N_("Copies of the data")),
            about=t(
                N_(
                    "All of the above as it was on that day, on this computer; of coded answers none that"
                    " were counted since."
                )
            ),
            stays=t(N_("the last ten copies")),
            now=t.plural("{n} copy", "{n} copies", now.copies),
        ),
    )


def processing_record(
    facility: Facility, months: int, t: Catalogue, server: str = ""
) -> tuple[tuple[str, str], ...]:
    """The entry for the facility's register, heading by heading; what is not known is dotted.

    `server`: the computer of the region that results are sent to, "" where none is.
    """
    officer = facility.contact(DPO_CONTACT).line or _GAP
    kept = t.plural(
        "Sessions {n} month, then yearly totals without any person; copies of the data: the last ten.",
        "Sessions {n} months, then yearly totals without any person; copies of the data: the last ten.",
        months,
    )
    return (
        (t(N_("Name of the processing")), t(N_("Awareness of digital security by an escape game"))),
        (t(N_("Controller")), facility.name or _GAP),
        (t(N_("Data-protection officer")), officer),
        (
            t(N_("Purposes")),
            t(
                N_(
                    "Prepare and lead awareness sessions; help a team while it plays; improve the sessions;"
                    " count how many people were reached, by year, audience and service."
                )
            ),
        ),
        (
            t(N_("Legal basis")),
            t(
                N_(
                    "To be confirmed by the data-protection officer: task in the public interest, or"
                    " legitimate interest, in the security of the information system (GDPR, article 6(1)(e)"
                    " or (f))."
                )
            ),
        ),
        (
            t(N_("People concerned")),
            t(
                N_(
                    "Staff and students who play, counted and not named; professional contacts of the"
                    " facility."
                )
            ),
        ),
        (
            t(N_("Categories of data")),
            t(
                N_(
                    "Sessions: date, place, service, audience, size and label of each team. Games: times,"
                    " answers to puzzles, hints, notes on the game. Questionnaires: coded answers without a"
                    " name. Contacts: name and professional number. No name of a player, no health data, no"
                    " patient."
                )
            ),
        ),
        (t(N_("Recipients")), t(N_("The trainers who use the program. Reports and totals: the management."))),
        (t(N_("Transfers")), _transfers(server, t)),
        (t(N_("Retention")), kept),
        (
            t(N_("Security measures")),
            t(
                N_(
                    "Data on the local disk of one user account; copies before risky acts; numbers under five"
                    " hidden in every statistic; certificates' names never stored. To be added by the"
                    " facility: disk encryption, session lock, access to the computer."
                )
            ),
        ),
        (
            t(N_("Rights of people")),
            t(
                N_(
                    "Players cannot be recognised by the data, so that nobody can be found in it (GDPR,"
                    " article 11). Contacts: right of access and correction, with the trainer or the officer."
                )
            ),
        ),
    )


def _transfers(server: str, t: Catalogue) -> str:
    if not server:
        return t(N_("None. The program works without a network and sends nothing."))
    return t(
        N_(
            "To the server of the region ({server}), encrypted: counts of each session, without the name of a"
            " person, a team or a service. Nothing else is sent."
        ),
        server=server,
    )
