"""The command that writes the talk of a session: its slides, or the sheet for the participants."""

from __future__ import annotations

from argparse import Namespace

from kit_app.cli.output import say
from kit_app.i18n import N_, Catalogue
from kit_app.services.export import write
from kit_app.services.services import Services


def write_debrief(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write the slides, or with `--hand-out` the sheet, and say which file it is."""
    from kit_app.services.debriefing import debrief_of  # loads what draws: only here
    from kit_app.services.printing.debrief_handout import handout_pdf
    from kit_app.services.printing.debrief_slides import slides_pdf

    plan = services.sessions.find(options.id)
    debrief = debrief_of(services, plan.id, t, team=options.team or 0, minutes=options.minutes or 0)
    copies = max(1, debrief.people)
    pdf = handout_pdf(debrief, copies=copies) if options.hand_out else slides_pdf(debrief)
    write(options.out, pdf, overwrite=False)
    say(t(N_("Written: {path}"), path=options.out))
