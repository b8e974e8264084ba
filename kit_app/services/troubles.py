"""What was amiss around a game, in words for those who read its result later."""

from __future__ import annotations

from kit_app.i18n import N_, Catalogue, joined
from kit_app.views.results import RunResult

TROUBLES = {
    "projector-gone": N_("players’ screen unplugged or off"),
    "mirrored": N_("console’s picture shown to the players"),
    "projector-swapped": N_("console on the players’ screen, the game on another"),
    "projector-taken": N_("console on the players’ screen, the game out of sight"),
    "sound-gone": N_("no loudspeaker"),
    "battery": N_("computer on its battery"),
    "disk-full": N_("disk nearly full"),
    "lock": N_("screen lock that comes sooner"),
    "awake-lost": N_("computer no longer kept awake"),
    "clock-jumped": N_("computer’s clock set anew"),
}
"""By the id that the journal has."""


def met_troubles(result: RunResult, t: Catalogue) -> str:
    """The sentence about what went amiss while the run was played; empty when nothing did."""
    if not result.troubles:
        return ""
    names = [t(TROUBLES[ident]) if ident in TROUBLES else ident for ident in result.troubles]
    return t("Amiss for a while during the game: {names}.", names=joined(names, t.language))
