"""The commands about facilities: list, choose, export, import."""

from __future__ import annotations

from argparse import Namespace

from kit_app.cli.output import say, say_json
from kit_app.domain.facility import KnownFacility
from kit_app.i18n import N_, Catalogue
from kit_app.services.profile_files import How
from kit_app.services.services import Services


def show_all(services: Services, options: Namespace, t: Catalogue) -> None:
    """The facilities by name, a line each, a star before the chosen one."""
    known = [one for one in services.profile.all() if one.facility.name]
    if options.json:
        say_json([_data(services, one) for one in known])
        return
    for one in known:
        mark = "*" if one.id == services.profile.chosen else " "
        say(f"{mark} {one.id}  {one.facility.name}")
    if not known:
        say(t(N_("No facility has a name yet. Give it one in the settings.")))


def choose(services: Services, options: Namespace, t: Catalogue) -> None:
    """Play for another facility from now on."""
    services.profile.choose(services.profile_files.find(options.facility).id)
    _say_chosen(services, options, t)


def carry_out(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write a profile as one file."""
    known = services.profile_files.find(options.facility)
    services.profile_files.write(known, options.out)
    if options.json:
        say_json({"exported": known.id, "file": str(options.out)})
    else:
        say(t(N_("Written: {path}"), path=options.out))


def take_in(services: Services, options: Namespace, t: Catalogue) -> None:
    """Take in a profile from a file, and choose it."""
    how: How | None = "replace" if options.replace else "both" if options.keep_both else None
    services.profile_files.take_in(services.profile_files.read(options.file), how)
    _say_chosen(services, options, t)


def _say_chosen(services: Services, options: Namespace, t: Catalogue) -> None:
    profile = services.profile
    if options.json:
        say_json(_data(services, KnownFacility(id=profile.chosen, facility=profile.facility)))
    else:
        say(t(N_("You now play for “{name}”."), name=profile.facility.name))


def _data(services: Services, one: KnownFacility) -> dict[str, object]:
    return {"id": one.id, "name": one.facility.name, "chosen": one.id == services.profile.chosen}
