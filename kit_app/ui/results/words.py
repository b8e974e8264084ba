"""Results in the words of lists and cards."""

from kit_app.i18n import N_, Catalogue, time_left
from kit_app.ui.common.tags import TagKind
from kit_app.views.results import PuzzleResult, RunResult

_OUTCOMES = {"won": N_("Won"), "lost": N_("Guided to the end"), "stopped": N_("Stopped")}


def outcome_word(result: RunResult, t: Catalogue) -> str:
    """How the run ended, at the beginning of a line."""
    return t(_OUTCOMES[result.outcome])


def outcome_tag(outcome: str, left_s: int, t: Catalogue) -> tuple[str, TagKind]:
    """`gagnée, 6:20`, `menée jusqu’au bout`, `arrêtée`, and how that is shown."""
    if outcome == "won":
        return t("won, {left}", left=time_left(1000 * left_s)), "ok"
    if outcome == "lost":
        return t("guided to the end"), "warn"
    return t("stopped"), "info"


def ending(puzzle: PuzzleResult, t: Catalogue) -> tuple[str, TagKind]:
    """How a puzzle ended, and how that is shown."""
    if puzzle.opened_ms is None:
        return t("never opened"), "plain"
    if puzzle.solved_ms is None:
        return t("not solved"), "warn"
    if puzzle.was_broken:
        return t("a prop was damaged"), "info"
    return (t("by the facilitator"), "info") if puzzle.was_forced else (t("solved"), "ok")
