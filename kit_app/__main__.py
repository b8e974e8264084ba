"""Arguments and exit codes; starts the window, or one command without it."""

from __future__ import annotations

import logging
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kit_app.assets import resources_dir
from kit_app.errors import KitAppError
from kit_app.i18n import N_, Catalogue, load
from kit_app.services.checkup import CheckLine
from kit_app.services.services import Services
from kit_app.system.language import system_language

DONE, REFUSED = 0, 1
DEMO_FOLDER = "kit-demo"
DEMO_SEED = "45"
NO_DISPLAY = N_("There is no display here for the window; a sample of everything is made in {folder}.")
UNEXPECTED = N_("Something unexpected happened. The log in the data folder says what.")

log = logging.getLogger(__name__)


def main(argv: list[str] | None = None) -> int:
    """Exit code: 0 done, 1 refused with a sentence on stderr, 2 not understood."""
    arguments = sys.argv[1:] if argv is None else argv
    if sys.stdout is not None and not sys.stdout.isatty() and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        return _run(arguments)
    except KitAppError as error:
        _tell(_catalogue(arguments).of(error))
    except BrokenPipeError:
        _tell("")
    except KeyboardInterrupt:
        return REFUSED
    except Exception:
        log.exception("a bug")
        _tell(
            _catalogue(arguments)(N_("Something unexpected happened. The log in the data folder says what."))
        )
    return REFUSED


def _tell(sentence: str) -> None:
    if sys.stderr is not None and sentence:
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(sentence.encode(encoding, "replace").decode(encoding) + "\n")


def _run(arguments: list[str]) -> int:
    t = _catalogue(arguments)
    from kit_app.cli.arguments import parser

    options = parser(t).parse_args(arguments)
    if options.version:
        sys.stdout.write(_version() + "\n")
        return DONE
    if options.command is None:
        return _window(t)
    from kit_app.bootstrap import open_services
    from kit_app.cli.main import Ways, run

    return run(options, Ways(open_services, _checks_of_windows, _demo), t)


def _version() -> str:
    try:
        return version("sant-escape-kit")
    except PackageNotFoundError:
        return "checkout"


def _catalogue(arguments: list[str]) -> Catalogue:
    """The sentences of the language asked for, or of the system's."""
    chosen = system_language()
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            chosen = arguments[place + 1]
        elif argument.startswith("--lang="):
            chosen = argument.partition("=")[2]
    return load(resources_dir() / "i18n", chosen if chosen in ("fr", "en") else "en")


def _window(t: Catalogue) -> int:
    """Open the window; where there is no display, say so and make the sample."""
    sys.stdout.write(t(NO_DISPLAY, folder=DEMO_FOLDER) + "\n")
    _demo(Path(DEMO_FOLDER), t.language, DEMO_SEED, t)
    return DONE


def _checks_of_windows(services: Services) -> list[CheckLine]:
    return []


def _demo(out: Path, language: str, seed: str, t: Catalogue) -> None:
    """The sample, made in a data folder of its own, so that nobody's sessions are touched."""
    from kit_app.bootstrap import open_services
    from kit_app.services.sample import make_sample

    with tempfile.TemporaryDirectory(prefix="sant-escape-kit-") as place:
        services = open_services(Path(place))
        try:
            sample = make_sample(services, out, seed, load(resources_dir() / "i18n", language))
        finally:
            services.close()
    for path in sample.files:
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    sys.exit(main())
