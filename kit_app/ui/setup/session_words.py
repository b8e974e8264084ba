"""A stored session in the words of a list row."""

from datetime import date

from kit_app.i18n import Catalogue, joined
from kit_app.services.sessions import SessionRow
from kit_app.ui.common.tables import Cell, Row
from kit_app.ui.common.tags import TagKind
from kit_app.ui.common.when import when_in_list

_WIDEST_ROOM = 170
"""A room with a long name takes no room from the columns after it (px)."""


def players_text(t: Catalogue, sizes: tuple[int, ...]) -> str:
    """`2 équipes (5 + 6)`."""
    return t.plural(
        "{n} team ({sizes})", "{n} teams ({sizes})", len(sizes), sizes=" + ".join(map(str, sizes))
    )


def state_of(t: Catalogue, row: SessionRow) -> tuple[str, TagKind]:
    """Where a session stands, and how that is shown."""
    if row.is_archived:
        return t("archived"), "plain"
    if row.sizes and len(row.played_teams) == len(row.sizes):
        return t("played"), "ok"
    if row.played_teams:
        return t("{played} of {teams} played", played=len(row.played_teams), teams=len(row.sizes)), "info"
    lacking = {problem.field.partition(".")[0] for problem in row.lacks}
    if "date" in lacking:
        return t("date to be chosen"), "warn"
    if "teams" in lacking:
        return t("to be printed"), "info"
    if "room" in lacking:
        return t("room to be chosen"), "warn"
    return t("ready"), "ok"


def list_row(t: Catalogue, row: SessionRow, today: date) -> Row:
    """When, what, where, who, how far."""
    state, kind = state_of(t, row)
    facility = f"{row.name} · {row.facility}" if row.facility else row.name
    return Row(
        ident=row.id,
        cells=(
            Cell(text=when_in_list(t, row.date, row.time, today), is_bold=True),
            Cell(text=facility),
            Cell(text=row.room, is_quiet=True, widest=_WIDEST_ROOM),
            Cell(text=players_text(t, row.sizes), is_quiet=True),
            Cell(text=joined(row.set_ids, t.language), is_quiet=True),
            Cell(text=state, tag=kind),
        ),
    )
