"""The questions asked before a game ends: what happens next stands on the buttons. No rule here."""

from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.dialogs import QuestionDialog, Verb


def stop_question(t: Catalogue, phase: str, parent: QWidget) -> QuestionDialog:
    """Stop the play, or the last exercise. Answers: go-on, end, at-once."""
    is_guided = phase == "guided"
    return QuestionDialog(
        t("End the last exercise?") if is_guided else t("Stop the game?"),
        (
            t("The ending comes next. At once closes the game without it.")
            if is_guided
            else t(
                "The team then plays the last exercise, so that nobody leaves without it. At once skips it."
            )
        ),
        [
            Verb("at-once", t("Close at once"), "danger"),
            Verb("end", t("Show the ending") if is_guided else t("Stop, play the last exercise")),
            Verb("go-on", t("Go on playing"), is_default=True),
        ],
        parent,
    )


def room_stop_question(t: Catalogue, stage: str, parent: QWidget) -> QuestionDialog:
    """End the games of all teams. Answers: go-on, end, at-once."""
    ends = {
        "playing": (
            t("The teams that still play then play the last exercise. At once closes all games without it."),
            t("Stop, play the last exercise"),
        ),
        "guided": (
            t("The ending comes next for the teams at the last exercise. At once closes all games."),
            t("Show the ending"),
        ),
        "closing": (t("The endings stay on the players’ screen."), t("Close the games")),
    }
    words, end = ends[stage]
    return QuestionDialog(
        t("End the games of all teams?"),
        words,
        [
            Verb("at-once", t("Close all at once"), "danger"),
            Verb("end", end),
            Verb("go-on", t("Go on playing"), is_default=True),
        ],
        parent,
    )


def leave_question(t: Catalogue, _phase: str, parent: QWidget) -> QuestionDialog:
    """Close the game while the last scene is up. Answers: go-on, end."""
    return QuestionDialog(
        t("Close the game?"),
        t("The ending stays on the players’ screen. The results are then ready."),
        [Verb("end", t("Close the game")), Verb("go-on", t("Not yet"), is_default=True)],
        parent,
    )
