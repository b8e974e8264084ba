"""The commands that write a session's papers, and those to hang up."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from kit_app.assets import resources_dir
from kit_app.cli.output import say
from kit_app.errors import KitAppError
from kit_app.i18n import N_, Catalogue, load
from kit_app.services.services import Services
from kit_app.views.paper import PaperWish


def write(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write the papers of the teams, and say which files they are."""
    from kit_app.services.printing.jobs import (  # loads what draws: only here
        NothingCalledSoError,
        print_job,
        print_team,
    )

    plan = services.sessions.find(options.id)
    numbers = [team.number for team in plan.teams]
    if options.team is not None and options.team not in numbers:
        raise KitAppError(N_("This session has no team {number}."), number=options.team)
    wish = replace(paper_wish(options), control_sheet=not options.no_control_sheet)
    sets = [load(resources_dir() / "i18n", language) for language in plan.languages]
    kit, issuer = services.library.kit_of(plan), services.profile.issuer(plan)
    written, lacking = 0, None
    for number in numbers if options.team is None else [options.team]:
        for materials in sets:
            job = print_job(kit, plan, number, materials, issuer)
            try:
                files = print_team(job, options.out, only=options.only, wish=wish)
            except NothingCalledSoError as error:  # what a session has once, its first team has
                lacking = lacking or error
                continue
            written += len(files)
            for path in files:
                say(str(path))
        if options.only is None:
            services.sessions.mark_printed(plan.id, number)
    if lacking is not None and not written:
        raise lacking


def write_shelf(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write the papers that a facility hangs up and hands out, and say which file it is."""
    from kit_app.services.printing.shelves import print_shelf  # loads what draws: only here

    language = getattr(options, "lang", None) or t.language
    materials = load(resources_dir() / "i18n", language)
    kit, issuer = services.shelf.kit(), services.profile.issuer()
    say(str(print_shelf(kit, issuer, materials, options.out, wish=paper_wish(options))))


def write_report(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write the report of a session for its management, and say which file it is."""
    from kit_app.services.aftermath import aftermath_of
    from kit_app.services.export import write as write_file
    from kit_app.services.printing.session_report import session_report_pdf  # loads what draws: only here

    plan = services.sessions.find(options.id)
    made = session_report_pdf(aftermath_of(services, plan.id), t, services.profile.issuer(plan))
    write_file(options.out, made.pdf)
    say(str(options.out))


def paper_wish(options: Namespace) -> PaperWish:
    """How the sheets are wanted."""
    return PaperWish(
        paper=options.paper,
        sides=options.sides,
        edition=options.edition,
        saves_ink=options.ink_saving,
        on_film=options.film,
    )
