"""A spot as files: the film with its captions burnt in, and the captions as a track beside it."""

from collections.abc import Callable
from pathlib import Path

from kit_app.domain.films import Film, Moment
from kit_app.services.export import writing_whole
from kit_app.services.spots import CAPTIONS_SUFFIX, captions_file
from kit_app.services.webm import CodedPicture, vp8_frame, webm

WIDTH, HEIGHT = 1280, 720
PICTURES_A_SECOND = 20
LONGEST_STILL_S = 1.0
"""A picture is told again after so long, and at the very end, so that players can jump anywhere."""

Draw = Callable[[Moment], bytes]
"""Draws a moment of a film, WIDTH × HEIGHT, 32 bits a pixel (blue, green, red, nothing)."""
Step = Callable[[int, int], None]


def write_film(film: Film, draw: Draw, target: Path, step: Step, *, overwrite: bool) -> Path:
    """Write both files whole or not at all; the path of the captions. Raises ExportError.

    `step` is told how many seconds of the film are done, and may raise to stop the work.
    """
    captions = target.with_suffix(CAPTIONS_SUFFIX)
    was_there = overwrite and target.exists()  # captions alone were never asked about
    with (
        writing_whole(captions, overwrite=was_there) as captions_part,
        writing_whole(target, overwrite=overwrite) as film_part,
    ):
        pictures = coded(film, draw, step)
        film_part.write_bytes(webm(pictures, (WIDTH, HEIGHT), round(film.seconds * 1000), film.title))
        captions_part.write_bytes(captions_file(film))
    return captions


def coded(film: Film, draw: Draw, step: Step) -> list[CodedPicture]:
    """The pictures of a film; what does not change is drawn and coded once."""
    found: list[CodedPicture] = []
    last: Moment | None = None
    total = round(film.seconds * PICTURES_A_SECOND)
    for number in range(total):
        second = number / PICTURES_A_SECOND
        step(int(second), round(film.seconds))
        moment, ms = film.at(second), round(second * 1000)
        if moment != last:
            found.append(CodedPicture(ms, vp8_frame(draw(moment), WIDTH, HEIGHT)))
            last = moment
        elif ms - found[-1].ms >= LONGEST_STILL_S * 1000 or number == total - 1:
            found.append(CodedPicture(ms, found[-1].frame))
    return found
