"""Spots as files: the exact track of captions, a film of the right length, and nothing half-written."""

import struct
import sys
from pathlib import Path

import pytest

from kit_app.domain.facility import Contact, Facility
from kit_app.domain.films import Film, FilmScene, Layer, Moment
from kit_app.domain.spots import Move
from kit_app.errors import ExportError
from kit_app.services.spot_files import HEIGHT, WIDTH, write_film
from kit_app.services.spots import captions_file, film_name, films
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.test_refusing_disk import full_disk

BRÉVALON = Facility(name="Hôpital", contacts={"helpdesk": Contact(number="45 67", name="Support")})
TRACK = """WEBVTT

1
00:00:00.000 --> 00:00:05.000
Un café, deux minutes. Le poste reste ouvert.

2
00:00:05.000 --> 00:00:15.000
Quelqu’un s’assoit à votre place et commande 400 fauteuils roulants.

3
00:00:15.000 --> 00:00:22.000
On rembobine. Cette fois~: Windows~+~L, et l’écran est verrouillé.

4
00:00:22.000 --> 00:00:30.000
Je me lève, je verrouille.
Un poste laissé ouvert, un doute~? Support, 45~67
"""


def short() -> Film:
    """Four seconds in two scenes; in the first something moves for half a second."""
    board = (0.0, 0.0, 32.0, 18.0)
    move = Move(part="hand", start=0.2, end=0.7, shift=(3, 0))
    scenes = (
        FilmScene(
            start=0,
            seconds=1.5,
            board=board,
            layers=(Layer("hand", ""),),
            moves=(move,),
            caption="A & B",
        ),
        FilmScene(start=1.5, seconds=2.5, board=board, layers=(), moves=(), caption="Done"),
    )
    return Film(id="short", title="Short", language="en", scenes=scenes, call="")


class Brush:
    """Draws plain pictures; remembers for which moments."""

    def __init__(self) -> None:
        self.drawn: list[Moment] = []

    def __call__(self, moment: Moment) -> bytes:
        self.drawn.append(moment)
        return bytes([80 * moment.scene, 120, 200, 0]) * (WIDTH * HEIGHT)


def no_step(done: int, total: int) -> None:
    """Nobody watches."""


def elements(data: bytes, ident: bytes) -> list[bytes]:
    """What stands behind each place that looks like this element with a length of one byte."""
    found, at = [], data.find(ident)
    while at >= 0:
        size = data[at + len(ident)] & 0x7F
        found.append(data[at + len(ident) + 1 : at + len(ident) + 1 + size])
        at = data.find(ident, at + 1)
    return found


def film_of(spot: str, language: str, facility: Facility = BRÉVALON) -> Film:
    return next(one for one in films(bundled_kit(), facility, language) if one.id == spot)


def test_the_track_of_captions_is_exact() -> None:
    track = captions_file(film_of("two-minutes", "fr")).decode()
    assert track == TRACK.replace("~", "\N{NO-BREAK SPACE}")


def test_signs_of_markup_are_written_out_in_the_track() -> None:
    assert "A &amp; B" in captions_file(short()).decode()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_end_says_whom_to_call_in_this_facility(language: str) -> None:
    calls = [film.call for film in films(bundled_kit(), BRÉVALON, language)]
    assert all(call.endswith("Support, 45\N{NO-BREAK SPACE}67") for call in calls)


def test_a_number_that_is_not_known_leaves_the_line_out() -> None:
    film = film_of("call", "fr", Facility(name="Hôpital"))
    assert film.call == ""
    assert captions_file(film).decode().endswith("Je raccroche, je rappelle.\n")


def test_the_file_is_called_after_the_film() -> None:
    assert film_name(film_of("copier", "fr")) == "Le copieur people.webm"


def test_a_film_is_as_long_as_its_scenes_and_draws_nothing_twice(tmp_path: Path) -> None:
    brush, seconds = Brush(), set()
    write_film(
        short(), brush, tmp_path / "a.webm", lambda done, total: seconds.add((done, total)), overwrite=False
    )
    film = (tmp_path / "a.webm").read_bytes()
    assert film.startswith(b"\x1aE\xdf\xa3") and b"V_VP8" in film and b"webm" in film[:60]
    assert struct.unpack(">d", elements(film, b"\x44\x89")[0]) == (4000.0,)
    assert len(set(brush.drawn)) == len(brush.drawn) < 30
    assert film.count(b"\x9d\x01\x2a" + struct.pack("<HH", WIDTH, HEIGHT)) > len(brush.drawn)  # told again
    assert sorted(seconds) == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.vtt", "a.webm"]


def test_whoever_stops_keeps_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises((InterruptedError, ExportError)):
        write_film(short(), Brush(), tmp_path / "a.webm", stop, overwrite=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no such limit")
def test_a_full_disk_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    with full_disk(5000), pytest.raises(ExportError, match="disk is full"):
        write_film(short(), Brush(), tmp_path / "a.webm", no_step, overwrite=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("taken", ["a.webm", "a.vtt"])
def test_what_is_there_already_is_not_replaced_unasked(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_text("mine")
    with pytest.raises(ExportError, match="is there already"):
        write_film(short(), Brush(), tmp_path / "a.webm", no_step, overwrite=taken == "a.vtt")
    assert [one.read_text() for one in tmp_path.iterdir()] == ["mine"]


def test_a_film_that_may_be_replaced_takes_its_captions_along(tmp_path: Path) -> None:
    for name in ("a.webm", "a.vtt"):
        (tmp_path / name).write_text("old")
    write_film(short(), Brush(), tmp_path / "a.webm", no_step, overwrite=True)
    assert (tmp_path / "a.vtt").read_text().startswith("WEBVTT")
    assert (tmp_path / "a.webm").stat().st_size > 1000
