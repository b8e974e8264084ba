"""The command that lists the copies of a data folder, or puts one back."""

from __future__ import annotations

from argparse import Namespace

from kit_app.cli.output import say, say_json
from kit_app.i18n import N_, Catalogue
from kit_app.services.backups import Backups


def restore(backups: Backups, options: Namespace, t: Catalogue) -> None:
    """List the copies, the newest first; with a name, put that one back and say where the data before is."""
    if options.name is None:
        _list(backups, options, t)
        return
    before = backups.restore(options.name)
    if options.json:
        say_json({"restored": options.name, "set_aside": before})
    elif before:
        say(t(N_("The copy is back in place. What was there before is kept as “{name}”."), name=before))
    else:
        say(t(N_("The copy is back in place.")))


def _list(backups: Backups, options: Namespace, t: Catalogue) -> None:
    copies = backups.all()
    if options.json:
        say_json([{"name": one.name, "made": one.moment, "reason": one.reason} for one in copies])
        return
    for one in copies:
        say(f"{one.name}  {one.moment}")
    if not copies:
        say(t(N_("There is no copy yet in {folder}."), folder=backups.place))
