"""The commands about kits: list, show, export, import, remove."""

from __future__ import annotations

from argparse import Namespace

from kit_app.cli.output import say, say_json, warn
from kit_app.errors import KitAppError
from kit_app.i18n import N_, Catalogue
from kit_app.services.kit_words import DAMAGED, change_sentence, facts_of, signer_sentence
from kit_app.services.services import Services
from kit_app.views.kits import ItemChange, KitRow


def show_all(services: Services, options: Namespace, t: Catalogue) -> None:
    """The kits, a line each, the program’s own first."""
    rows = services.kits.all()
    for kit_id in services.kits.damaged():
        warn(t(DAMAGED, name=kit_id))
    if options.json:
        say_json([_data(row) for row in rows])
        return
    for row in rows:
        say(f"{row.id}  {row.version}  {row.title(t.language)}. {signer_sentence(row, t)}")


def show(services: Services, options: Namespace, t: Catalogue) -> None:
    """What is told of one kit."""
    row = services.kits.row(options.kit)
    if options.json:
        say_json(_data(row))
        return
    say(f"{row.id}: {row.title(t.language)}")
    for heading, text in facts_of(row, t):
        say(t(N_("{topic}: {sentence}"), topic=heading, sentence=text))


def carry_out(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write a kit as one file, or as a folder to change."""
    if options.folder:
        services.kits.write_folder(options.kit, options.out)
    else:
        services.kits.write(options.kit, options.out, is_signed=options.sign)
    if options.json:
        say_json({"exported": options.kit, "file": str(options.out)})
    else:
        say(t(N_("Written: {path}"), path=options.out))


def take_in(services: Services, options: Namespace, t: Catalogue) -> None:
    """Take in a kit from a file or a folder; one that is here already only with `--update`."""
    arriving = services.kits.read(options.path, without_changes=options.drop_changes)
    if arriving.here is not None and not (options.update or options.drop_changes):
        for change in arriving.changes:
            warn(f"  {change_sentence(change, t)}")
        if arriving.is_other_signer:
            warn(f"  {signer_sentence(arriving.row, t)}")
        raise KitAppError(
            N_("“{name}” is here already, version {version}. Say --update to take in this one."),
            name=arriving.here.id,
            version=arriving.here.version,
        )
    services.kits.take_in(arriving)
    if options.json:
        say_json({**_data(arriving.row), "changes": [_change(one) for one in arriving.changes]})
        return
    say(
        t(
            N_("The kit “{name}”, version {version}, is here."),
            name=arriving.row.id,
            version=arriving.row.version,
        )
    )
    say(signer_sentence(arriving.row, t))
    for change in arriving.changes:
        say(f"  {change_sentence(change, t)}")


def remove(services: Services, options: Namespace, t: Catalogue) -> None:
    """Take a kit away."""
    services.kits.remove(options.kit)
    if options.json:
        say_json({"removed": options.kit})
    else:
        say(
            t(
                N_("The kit “{name}” is removed. Sessions that were planned with it keep it."),
                name=options.kit,
            )
        )


def _data(row: KitRow) -> dict[str, object]:
    signer = row.signer
    return {
        **{"id": row.id, "version": row.version, "titles": row.titles, "licence": row.licence},
        **{"languages": list(row.languages), "sources": list(row.sources)},
        **{"bundled": row.is_bundled, "changed": row.is_changed},
        "signed_by": None if signer is None else {"name": signer.name, "fingerprint": signer.fingerprint},
    }


def _change(change: ItemChange) -> dict[str, str]:
    return {"how": change.how, "kind": change.kind, "id": change.id}
