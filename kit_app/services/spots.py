"""The spots of a kit as films to be shown: drawings taken apart, the facility's words in place, captions."""

from kit_app.content.drawing_parts import taken_apart
from kit_app.domain.facility import Facility
from kit_app.domain.films import Film, FilmScene, Layer
from kit_app.domain.kit import Kit
from kit_app.domain.spelling import filled, places, together
from kit_app.domain.spots import Spot, SpotWords
from kit_app.i18n import curled
from kit_app.system.filenames import safe_filename

VIDEO_SUFFIX, CAPTIONS_SUFFIX = ".webm", ".vtt"
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def films(kit: Kit, facility: Facility, language: str) -> tuple[Film, ...]:
    """Every spot of the kit in one language, with whom to call in this facility."""
    words = kit.reference_words.get(language, {}).get("spots", {})
    known = {
        f"contact.{one.id}": together(facility.contact(one.id).line or one.number) for one in kit.contacts
    }
    known["facility.short"] = facility.spoken_name
    return tuple(_film(kit, spot, words[spot.id], known, language) for spot in kit.spots)


def _film(kit: Kit, spot: Spot, words: SpotWords, known: dict[str, str], language: str) -> Film:
    scenes: list[FilmScene] = []
    start = 0.0
    for scene, caption in zip(spot.scenes, words.captions, strict=True):
        moving = frozenset(move.part for move in scene.moves)
        board, pieces = taken_apart(kit.images[f"images/{scene.picture}"], moving)
        layers = tuple(Layer(piece.part, piece.svg) for piece in pieces)
        scenes.append(
            FilmScene(
                start=start,
                seconds=scene.seconds,
                board=board,
                layers=layers,
                moves=scene.moves,
                caption=curled(caption),
            )
        )
        start += scene.seconds
    is_known = all(known.get(place) for place in places(words.call))
    call = curled(filled(words.call, known)) if is_known else ""
    return Film(id=spot.id, title=curled(words.title), language=language, scenes=tuple(scenes), call=call)


def captions_file(film: Film) -> bytes:
    """The captions as a track of their own, in the form of WebVTT."""
    parts = ["WEBVTT"]
    for number, scene in enumerate(film.scenes):
        said = scene.caption
        if film.is_end(number) and film.call:
            said = f"{said}\n{film.call}"
        lines = said.translate(_ESCAPED)
        parts.append(f"{number + 1}\n{_stamp(scene.start)} --> {_stamp(scene.end)}\n{lines}")
    return ("\n\n".join(parts) + "\n").encode()


def film_name(film: Film) -> str:
    """A file name for the film, safe on every system."""
    return safe_filename(film.title) + VIDEO_SUFFIX


def _stamp(seconds: float) -> str:
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"
