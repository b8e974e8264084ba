"""How the player screen looks: ours, high contrast, or the facility's two colours, which must be readable."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.domain.colours import (
    LEAST_FACE,
    LEAST_WORDS,
    contrast,
    holds_as_marker,
    holds_words,
    nearest,
    words_on,
)
from kit_app.domain.facility import USUAL_SCREEN, Facility
from kit_app.domain.settings import PlayerLook
from kit_app.i18n import Catalogue, number
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.fields import Field
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.settings.profile_panel import ColourChoice

_LOOKS: tuple[PlayerLook, ...] = ("night", "high-contrast", "facility")


class ScreenPanel(Panel):
    """`edited` after every change. A colour that cannot be read is told, with the nearest that can."""

    edited = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Player screen"), parent)
        self._t = t
        words = (t("Night"), t("High contrast"), t("The facility’s colours"))
        looks = list(zip(_LOOKS, words, strict=True))
        self.look = SegmentedChoice(looks, self, name=t("Look of the player screen"))
        self.look.changed.connect(lambda _value: self._follow())
        self.look_field = Field(t("Look of the player screen"), self.look, "", self)
        self.look_field.label.setWordWrap(False)
        looks_row = FlowRow(spacing=24)
        looks_row.add(self.look_field)
        self.add(looks_row)
        self.ground = ColourChoice(t("Ground"), "settings-screen-ground", self, usual=USUAL_SCREEN[0])
        self.marker = ColourChoice(t("Marker"), "settings-screen-marker", self, usual=USUAL_SCREEN[1])
        self.mend = KeyButton("", self, size="small")
        self.mend.setObjectName("settings-screen-mend")
        self.mend.clicked.connect(self._take_nearest)
        self.drop_colours = KeyButton(t("The usual colours"), self, kind="quiet", size="small")
        self.drop_colours.setObjectName("settings-screen-usual")
        self.drop_colours.clicked.connect(self._drop_colours)
        row = FlowRow(spacing=12)
        for choice in (self.ground, self.marker):
            choice.chosen.connect(self._follow)
            row.add(choice)
        row.add(self.drop_colours)
        self.add(Label(t("Colours of the player screen"), "label", self))
        self.add(row)
        self.problem = Label("", "error", self)
        self.problem.setObjectName("settings-screen-problem")
        self.add(self.problem)
        mend_row = FlowRow(spacing=12)
        mend_row.add(self.mend)
        self.add(mend_row)
        help_text = t("Words are dark or light by themselves. The red screen keeps its own colours.")
        self.add(Label(help_text, "small", self))

    def show_choices(self, look: PlayerLook, facility: Facility) -> None:
        """Fill the form."""
        self.look.set_value(look)
        self.ground.set_colour(facility.screen_ground)
        self.marker.set_colour(facility.screen_marker)
        self._show_problem()

    def chosen_look(self) -> PlayerLook:
        """The look that is chosen."""
        return next((look for look in _LOOKS if look == self.look.value()), "night")

    def filled(self, facility: Facility) -> Facility:
        """`facility` with what stands in the form."""
        return replace(facility, screen_ground=self.ground.colour, screen_marker=self.marker.colour)

    def check(self) -> QWidget | None:
        """The button of a colour that must be mended, None when all is well."""
        found = self._found()
        return found[0].button if found is not None else None

    def _follow(self) -> None:
        self._show_problem()
        self.edited.emit()

    def _colours(self) -> tuple[str, str]:
        return self.filled(Facility()).screen_colours

    def _found(self) -> tuple[ColourChoice, str, str] | None:
        """The colour to be mended, what is wrong with it, and the nearest that can be read."""
        ground, marker = self._colours()
        if not holds_words(ground):
            return self.ground, self._words_problem(ground), nearest(ground, holds_words)
        can_mark = partial(holds_as_marker, ground=ground)
        if holds_as_marker(marker, ground):
            return None
        if not holds_words(marker):
            return self.marker, self._words_problem(marker), nearest(marker, can_mark)
        words = self._t(
            "{colour} does not stand out from the ground: contrast {ratio} to 1, {least} are needed.",
            colour=marker,
            ratio=_ratio(contrast(marker, ground), self._t),
            least=number(LEAST_FACE, self._t.language, 0),
        )
        return self.marker, words, nearest(marker, can_mark)

    def _words_problem(self, colour: str) -> str:
        return self._t(
            "Words on {colour} cannot be read from the last row: contrast {ratio} to 1, {least} are needed.",
            colour=colour,
            ratio=_ratio(contrast(colour, words_on(colour)), self._t),
            least=number(LEAST_WORDS, self._t.language, 0),
        )

    def _show_problem(self) -> None:
        found = self._found()
        self.problem.setVisible(found is not None)
        self.mend.setVisible(found is not None)
        self.problem.setText(found[1] if found is not None else "")
        self.problem.setAccessibleName(self.problem.text())
        if found is not None:
            self.mend.setText(self._t("Take {colour}, the nearest that can be read", colour=found[2]))

    def _drop_colours(self) -> None:
        self.ground.set_colour("")
        self.marker.set_colour("")
        self._follow()

    def _take_nearest(self) -> None:
        found = self._found()
        if found is not None:
            found[0].set_colour(found[2])
            self._follow()


def _ratio(value: float, t: Catalogue) -> str:
    """One decimal, never rounded up: what is too little never reads as enough."""
    return number(int(value * 10) / 10, t.language, 1)
