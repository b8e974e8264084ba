"""The films that are saved, read by another program: length, codec, and the captions in the picture."""

import json
import shutil
import subprocess
from pathlib import Path

import numpy
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kit_app.domain.facility import Contact, Facility
from kit_app.services.spot_files import HEIGHT, WIDTH
from kit_app.services.spots import captions_file, films
from kit_app.ui.shelf.spot_painter import SpotPainter
from tests.unit.content.bundled import bundled_kit

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is not installed"),
]
NUMBER = Contact(number="45 67")
NEARLY = 3.0
"""So much may a point's colour be off on average, of 255: the codec halves the colours' fineness."""


def probed(film: Path) -> dict:
    what = (
        "-show_entries",
        "stream=codec_type,codec_name,width,height:format=duration,format_name:packet=pts_time",
    )
    asked = ["ffprobe", "-v", "error", *what, "-of", "json", str(film)]
    answer = subprocess.run(asked, capture_output=True, check=True, text=True)
    assert answer.stderr == ""
    return json.loads(answer.stdout)


def ffmpeg(*asked: str) -> None:
    """Run it; it has nothing to say."""
    told = subprocess.run(["ffmpeg", "-v", "error", *asked], capture_output=True, check=True, text=True)
    assert told.stderr == ""


def frame(film: Path, second: float, folder: Path) -> numpy.ndarray:
    """The picture at a second, as ffmpeg decodes it."""
    shot = folder / f"{second}.png"
    ffmpeg("-ss", str(second), "-i", str(film), "-frames:v", "1", str(shot))
    return points(QImage(str(shot)))


def points(image: QImage) -> numpy.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = numpy.frombuffer(bytes(image.constBits()), dtype=numpy.uint8)
    return flat.reshape(image.height(), image.width(), 4)[:, :, :3].astype(float)


@pytest.mark.parametrize("number", range(4))
def test_a_film_that_the_shelf_saved_is_read_by_ffprobe(shelf_at, tmp_path: Path, number: int) -> None:
    language = ("fr", "en")[number % 2]
    shelf = shelf_at("spots")
    shelf.services.profile.save(Facility(name="Hôpital", contacts={"helpdesk": NUMBER}))
    shelf.page.reload()
    view = shelf.page.view
    film = films(bundled_kit(), shelf.services.profile.facility, language)[number]
    view.language.button(language).click()
    view.tiles.button(film.id).click()
    path = tmp_path / "film.webm"
    shelf.page.sending.ask_save = lambda *_asked: tmp_path / "film"
    shelf.click("spots-save")
    shelf.qtbot.waitUntil(lambda: not shelf.page.sending.is_busy, timeout=240_000)

    assert shelf.page.sending.progress.what.text() == "Saved: film.webm, with its captions in film.vtt"
    assert (tmp_path / "film.vtt").read_bytes() == captions_file(film)
    found = probed(path)
    (stream,) = found["streams"]
    assert stream == {"codec_type": "video", "codec_name": "vp8", "width": WIDTH, "height": HEIGHT}
    assert "webm" in found["format"]["format_name"]
    assert float(found["format"]["duration"]) == film.seconds
    times = [float(packet["pts_time"]) for packet in found["packets"]]
    assert times[0] == 0 and film.seconds - times[-1] < 0.1
    assert max(later - early for early, later in zip(times, times[1:], strict=False)) < 1.01
    painter = SpotPainter(film, QSize(WIDTH, HEIGHT))
    for second in (1.0, film.scenes[1].start + 1.4, film.seconds - 0.5):
        ours = points(painter.image(film.at(second)))
        assert float(numpy.abs(ours - frame(path, second, tmp_path)).mean()) < NEARLY
    ffmpeg("-xerror", "-i", str(path), "-f", "null", "-")  # every picture can be decoded
