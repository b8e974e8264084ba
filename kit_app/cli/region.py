"""The commands about a region: a facility writes its results, a coordinator takes in those of many."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Sequence

from kit_app.cli.output import say, say_json, warn
from kit_app.errors import KitAppError
from kit_app.i18n import N_, Catalogue
from kit_app.services.region.gathering import Arrival, Taken, all_files
from kit_app.services.services import Services

_STRANGER = N_(
    "“{name}”: signed by {fingerprint}, which is not known for “{facility}”."
    " Compare it by telephone, then say --trust with it."
)


def carry_out(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write the results of a facility for its region, as one signed file."""
    known = services.profile_files.find(options.facility)
    sessions = services.reporting.write(services.reporting.bundle(known.id), options.out)
    if options.json:
        say_json({"facility": known.id, "file": str(options.out), "sessions": sessions})
    else:
        say(t(N_("Written: {path}"), path=options.out))


def take_in(services: Services, options: Namespace, t: Catalogue) -> None:
    """Take in files of facilities, and of folders all such files in them."""
    paths = [*all_files(options.files)]
    if not paths:
        raise KitAppError(N_("No results of a facility are there. Their files end in .sante-results."))
    arrivals = services.gathering.look(paths)
    trusted = _trusted(arrivals, options.trust, options.trust_new)
    taken = services.gathering.take_in(arrivals, trusted)
    strangers = [
        one
        for one in arrivals
        if one.error is None and one.signer != "known" and one.fingerprint not in trusted
    ]
    refused = [one.error for one in arrivals if one.error is not None]
    for error in (*refused, *taken.refused):
        warn(t.of(error))
    for one in strangers:
        told = t(_STRANGER, name=one.path.name, fingerprint=one.fingerprint, facility=one.facility_name)
        warn(told)
    _say(taken, options, t)
    if refused or taken.refused or strangers:
        raise KitAppError(N_("Not every file was taken in."))


def _trusted(arrivals: Sequence[Arrival], named: Collection[str], with_new: bool) -> set[str]:
    wanted = {"".join(one.split()).lower() for one in named}
    return {
        one.fingerprint
        for one in arrivals
        if (with_new and one.signer == "new") or one.fingerprint.replace(" ", "") in wanted
    }


def _say(taken: Taken, options: Namespace, t: Catalogue) -> None:
    if options.json:
        say_json({"files": taken.files, "new": taken.new, "corrected": taken.corrected, "known": taken.known})
        return
    sentence = N_("Files taken in: {files}. New: {new}, corrected: {corrected}, known before: {known}.")
    said = t(sentence, files=taken.files, new=taken.new, corrected=taken.corrected, known=taken.known)
    say(said)
