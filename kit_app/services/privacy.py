"""What the program holds about people, and the text for the register of processing (GDPR, article 30)."""

from __future__ import annotations

from dataclasses import dataclass

from kit_app.domain.facility import Facility
from kit_app.i18n import N_, Catalogue

DPO_CONTACT = "dpo"
_GAP = "…………………………"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Something that is kept: what it is, what it says about people, how long it stays."""

    what: str
    about: str
    stays: str


def holdings(months: int, t: Catalogue) -> tuple[Holding, ...]:
    """Everything that the data folder holds, whether or not it is about people."""
    whole = t.plural("{n} month, then totals only", "{n} months, then totals only", months)
    rows = (
        (
            N_("Planned sessions"),
            N_("Date, room, facility, service, audience; for each team a label and how many play. No name."),
            whole,
        ),
        (
            N_("Journals of the games"),
            N_(
                "What happened and when: answers typed, hints, pauses, your notes. No name, unless you type"
                " one into a note or a label: please do not."
            ),
            whole,
        ),
        (
            N_("Results and facts"),
            N_("Minutes, outcomes and counts of each game, made from its journal. No name."),
            whole,
        ),
        (
            N_("Questionnaires"),
            N_(
                "Coded answers under a number drawn from a hat; afterwards counts for each question. No name."
            ),
            t(N_("coded answers 90 days at most, counts as long as the session, then in the totals")),
        ),
        (
            N_("Totals"),
            N_(
                "Sessions, games and people by year, facility, audience, service, game and language, and"
                " right answers by question and theme; a service of under five people has no name there."
            ),
            t(N_("as long as the data folder")),
        ),
        (
            N_("The facility's profile"),
            N_(
                "The name and number of those whom people call (help desk, security lead, data-protection"
                " officer …), as far as you typed them: professional contacts."
            ),
            t(N_("until you change the profile")),
        ),
        (
            N_("Alert bulletins"),
            N_("What you wrote for the staff. No name, unless you type one."),
            t(N_("until you delete them")),
        ),
        (
            N_("Settings, printers, ticked lists"),
            N_("Choices for this computer. Nothing about people."),
            t(N_("until you change them")),
        ),
        (
            N_("Names on certificates"),
            N_("Typed, printed and forgotten: they are never written to the disk."),
            t(N_("while the page is open")),
        ),
        (
            N_("The log"),
            N_("What the program did and what failed, for support. No name, no answer."),
            t(N_("four files of one megabyte, the oldest goes")),
        ),
        (
            N_("Copies of the data"),
            N_("All of the above as it was on that day, on this computer."),
            t(N_("the last ten copies")),
        ),
        (N_("Deleted sessions"), N_("Hidden at once."), t(N_("until the program starts again"))),
    )
    return tuple(Holding(what=t(what), about=t(about), stays=stays) for what, about, stays in rows)


def processing_record(facility: Facility, months: int, t: Catalogue) -> tuple[tuple[str, str], ...]:
    """The entry for the facility's register, heading by heading; what is not known is dotted."""
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
        (t(N_("Transfers")), t(N_("None. The program works without a network and sends nothing."))),
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
