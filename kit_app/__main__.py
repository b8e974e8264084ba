"""Arguments and exit codes; starts the window, or one command without it."""

from __future__ import annotations

import logging
import sys
from functools import partial
from pathlib import Path

from kit_app.assets import resources_dir
from kit_app.errors import KitAppError
from kit_app.i18n import N_, Catalogue, load
from kit_app.system.display import has_display
from kit_app.system.language import system_language

DONE, REFUSED = 0, 1
DEMO_FOLDER = "kit-demo"
DEMO_SEED = "45"
NO_DISPLAY = N_("There is no display here for the window; a sample of everything is made in {folder}.")
UNEXPECTED = N_("Something unexpected happened. The log in the data folder says what.")
NOT_STARTED = N_(
    "The program cannot start: something unexpected happened ({fault}). What was stored before is as it was."
    " The log in the data folder says what."
)

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
        _tell(_catalogue(arguments)(UNEXPECTED))
    return REFUSED


def _tell(sentence: str) -> None:
    if sys.stderr is not None and sentence:
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(sentence.encode(encoding, "replace").decode(encoding) + "\n")


def _run(arguments: list[str]) -> int:
    if not arguments:
        return _window(None, arguments)
    from kit_app.cli.arguments import parser

    t = _catalogue(arguments)
    options = parser(t).parse_args(arguments)
    if options.version:
        sys.stdout.write(_version() + "\n")
        return DONE
    if options.command is None:
        return _window(getattr(options, "data", None), arguments)
    from kit_app.bootstrap import checks_of_windows, demo, facts_of_windows, open_backups, open_services
    from kit_app.cli.main import Ways, run

    ways = Ways(open_services, checks_of_windows, demo, open_backups, facts_of_windows)
    return run(options, ways, t)


def _not_started(error: Exception, arguments: list[str]) -> str:
    """Tell a bug that came before there was a page on the terminal; the sentence, for a box."""
    sentence = _catalogue(arguments)(NOT_STARTED, fault=type(error).__name__)
    _tell(sentence)
    return sentence


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # takes long to load

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


def _window(folder: Path | None, arguments: list[str]) -> int:
    """Open the window; where there is no display, say so and make the sample."""
    if has_display():
        from kit_app.ui.start import Frame, run_window

        def fill(frame: Frame) -> bool:
            from kit_app.bootstrap import open_services
            from kit_app.ui.opening import fill_frame

            return fill_frame(frame, partial(open_services, folder), _catalogue(arguments))

        return run_window(fill, lambda error: _not_started(error, arguments))
    from kit_app.bootstrap import demo

    t = _catalogue(arguments)
    sys.stdout.write(t(NO_DISPLAY, folder=DEMO_FOLDER) + "\n")
    demo(Path(DEMO_FOLDER), t.language, DEMO_SEED, t)
    return DONE


if __name__ == "__main__":
    sys.exit(main())
