"""Shares, changes and intervals in words; of fewer than five people only that they are fewer."""

from collections.abc import Mapping
from math import floor

from kit_app.domain.questionnaire import THEMES
from kit_app.game.learning import OVERALL, Change
from kit_app.game.masking import FEWEST_PEOPLE
from kit_app.i18n import N_, Catalogue
from kit_app.services.questionnaires import Questionnaire

MINUS = "−"
NOTHING = "–"

METHOD = N_(
    "In brackets: the true change very likely lies between these two. A question left open counts as not"
    " known. Method: 95 % intervals, of one question by Newcombe 1998, method 10 (paired); of several"
    " together by Student’s t on each person’s change."
)
METHOD_OF_GROUPS = N_(
    "Too few sheets bear the same number twice: all sheets before are compared with all sheets after, as two"
    " groups. In brackets: the true change very likely lies between these two. Method: 95 % intervals by"
    " Newcombe 1998, method 10, independent; by Welch’s t for several questions."
)


def theme_name(theme: str, names: Mapping[str, str], t: Catalogue) -> str:
    """What a theme is called; the empty one is all questions. `names` are those that kits give themselves."""
    if theme == OVERALL:
        return t("All questions")
    return names.get(theme) or (t(THEMES[theme]) if theme in THEMES else theme)


def share_text(share: float | None, t: Catalogue) -> str:
    """`38 %`."""
    return NOTHING if share is None else t("{percent} %", percent=floor(100 * share + 0.5))


def signed(points: float) -> str:
    """`+38`, `−5`, `0`: percentage points."""
    whole = floor(abs(100 * points) + 0.5)
    return f"{'' if not whole else MINUS if points < 0 else '+'}{whole}"


def signed_change(change: Change) -> str:
    """`+38`, without the interval."""
    return NOTHING if change.change is None else signed(change.change)


def change_text(change: Change, t: Catalogue) -> str:
    """`+38 (+12 to +58)`; without the interval when nothing tells one."""
    if change.change is None:
        return NOTHING
    points = signed_change(change)
    if change.interval is None:
        return points
    low, high = map(signed, change.interval)
    return t("{n} ({low} to {high})", n=points, low=low, high=high)


def people_text(change: Change) -> str:
    """How many people; fewer than five are not told apart."""
    return f"< {FEWEST_PEOPLE}" if change.is_masked else str(change.people)


def days_text(found: Questionnaire, t: Catalogue) -> str:
    """How long the sheets are kept; empty when there are none."""
    if found.days_left is None:
        return ""
    return t.plural(
        "The sheets are deleted in {n} day at the latest; the counts stay.",
        "The sheets are deleted in {n} days at the latest; the counts stay.",
        found.days_left,
    )


def sheets_text(found: Questionnaire, t: Catalogue) -> str:
    """`8 sheets before · 8 after · none a month later`, for a line of results."""
    counts = found.counts
    parts = [
        t("{n} before", n=counts.sheets("before")),
        t("{n} after", n=counts.sheets("after")),
        t("{n} a month later", n=counts.sheets("month")),
    ]
    return " · ".join(parts)
