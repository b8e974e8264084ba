"""Check the sounds that a kit brings instead of the usual ones."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from kit_app.domain.problems import KitProblem
from kit_app.domain.sounds import CUE_FOLDER, CUES, LARGEST_CUE, LONGEST_CUE_MS, read_wave
from kit_app.i18n import N_


def sound_problems(files: Mapping[str, bytes]) -> Iterator[KitProblem]:
    """Sounds of no known name, that cannot be read, or that are too long."""
    for name, content in sorted(files.items()):
        if not name.startswith(CUE_FOLDER):
            continue
        path = PurePosixPath(name)
        values: dict[str, str] = {"names": ", ".join(f"{cue}.wav" for cue in CUES)}
        if path.suffix != ".wav" or path.stem not in CUES or path.parent.as_posix() != CUE_FOLDER.rstrip("/"):
            yield _problem(name, N_("Nothing plays this file. The names are {names}."), values)
        elif trouble := _trouble(content):
            yield _problem(name, trouble, {"seconds": str(LONGEST_CUE_MS // 1000)})


def _trouble(content: bytes) -> str:
    try:
        sound = read_wave(content)
    except ValueError:
        return N_("This sound cannot be played. Save it as WAV, one or two channels of 16 bit, up to 48 kHz.")
    if sound.ms > LONGEST_CUE_MS or len(content) > LARGEST_CUE:
        return N_("This sound is longer than {seconds} seconds. A short one disturbs nobody.")
    return ""


def _problem(name: str, message: str, values: Mapping[str, str]) -> KitProblem:
    return KitProblem(file=name, line=0, key="", message=message, values=dict(values))
