"""Words of the print desk that depend on what a paper is."""

from kit_app.i18n import N_, Catalogue
from kit_app.views.paper import PaperLine, PaperPdf

_TITLES = {
    "given": N_("What the team already has"),
    "badges": N_("Badges"),
    "roles": N_("Private role cards"),
    "envelopes": N_("Envelope labels"),
    "papers": N_("Pitch and answer sheet"),
    "souvenir": N_("Page of the ending, to keep"),
}


def title_of(line: PaperLine, t: Catalogue) -> str:
    """The title of a line: a puzzle's as it is printed, all others in the language of the window."""
    title = t(_TITLES[line.kind]) if line.kind in _TITLES else line.title
    return f"{line.group} · {title}" if line.group else title


def stock_of(line: PaperLine, t: Catalogue) -> str:
    """What the line is printed on."""
    return t("card") if line.is_on_card else t("paper")


def sheets_of(sheets: int, t: Catalogue) -> str:
    """How many sheets a line takes."""
    return t.plural("{n} sheet", "{n} sheets", sheets)


def all_or_none(t: Catalogue, are_all: bool) -> str:
    """What the ticks mean when everything has to be printed, or nothing."""
    if are_all:
        return t("None of these papers was printed as it is now: all are ticked.")
    return t("Nothing changed since these papers went out: nothing is to be printed.")


def proof_of(made: PaperPdf, t: Catalogue) -> str:
    """What the PDF's own check has found to be right."""
    codes = made.needs.codes
    if not codes:
        return t("PDF checked: no text is cut off.")
    if not made.for_players:
        return t.plural(
            "PDF checked: {n} code read back, no text is cut off.",
            "PDF checked: {n} codes read back, no text is cut off.",
            codes,
        )
    return t.plural(
        "PDF checked: {n} code read back, no text is cut off, no answer for players.",
        "PDF checked: {n} codes read back, no text is cut off, no answer for players.",
        codes,
    )
