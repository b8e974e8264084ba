"""The sounds of a game: the usual ones, and in their place those that its kit brings."""

from kit_app.assets import resources_dir
from kit_app.domain.kit import Kit
from kit_app.domain.sounds import CUE_FOLDER, CUES


def cue_sounds(kit: Kit) -> dict[str, bytes]:
    """WAV files by cue. A file that is missing or cannot be read leaves its cue silent."""
    found: dict[str, bytes] = {}
    for cue in CUES:
        try:
            found[cue] = (resources_dir() / "sounds" / f"{cue}.wav").read_bytes()
        except OSError:
            continue
    own = {cue: kit.sounds.get(f"{CUE_FOLDER}{cue}.wav") for cue in CUES}
    return found | {cue: content for cue, content in own.items() if content is not None}
