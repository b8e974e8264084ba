"""Any picture that people call their logo comes out small and upright, or is refused with a sentence."""

import zlib
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
from PIL import Image

from kit_app.domain.facility import Facility
from kit_app.errors import StorageError
from kit_app.services.printing.paper_logo import MOST_DOTS, logo_of, printable_logo
from kit_app.services.profile import Profile
from kit_app.storage.facility_files import read_facilities
from printables.layout.pieces import Picture
from printables.render.pictures import board_of, picture_problems
from tests.fakes import FakeClock

BLUE, RED = (0, 85, 170), (200, 30, 30)
WIDE = Image.new("RGB", (600, 200), BLUE)
HOLED = Image.new("RGBA", (600, 200), (0, 0, 0, 0))
HOLED.paste((*RED, 255), (100, 50, 400, 150))


def saved(folder: Path, name: str, picture: Image.Image, **how: object) -> Path:
    file = folder / name
    picture.save(file, **how)
    return file


def reopened(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


@pytest.mark.parametrize(
    ("name", "picture", "how"),
    [
        ("rgb.jpg", WIDE, {}),
        ("grey.jpg", WIDE.convert("L"), {}),
        ("printers.jpg", WIDE.convert("CMYK"), {}),
        ("slow.jpg", WIDE, {"progressive": True}),
        ("few.png", WIDE.convert("P"), {}),
        ("two.png", WIDE.convert("1"), {}),
        ("deep.png", Image.new("I;16", (60, 20), 30000), {}),
        ("moving.gif", WIDE, {}),
        ("web.webp", WIDE, {}),
        ("old.bmp", WIDE, {}),
        ("photo.png", WIDE, {"format": "WEBP"}),
        ("large.png", Image.new("RGB", (4200, 4200), BLUE), {}),
        ("line.png", Image.new("RGB", (3000, 2), BLUE), {}),
        ("dot.png", Image.new("RGB", (1, 1), BLUE), {}),
    ],
)
def test_every_usual_picture_becomes_a_small_one_that_prints(tmp_path, name, picture, how):
    content, suffix = printable_logo(saved(tmp_path, name, picture, **how))
    _, _, width, height = board_of(content)
    assert suffix == ".png" and 1 <= max(width, height) <= MOST_DOTS
    assert picture_problems("x", [Picture(content, None, "logo")]) == []
    if picture.mode in ("RGB", "CMYK"):
        red, green, blue = reopened(content).convert("RGB").getpixel((0, 0))
        assert abs(red - 0) < 12 and abs(green - 85) < 12 and abs(blue - 170) < 12


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_clear_stays_clear(tmp_path, mode):
    holes = reopened(printable_logo(saved(tmp_path, "holes.png", HOLED.convert(mode)))[0])
    assert holes.mode == "RGBA"
    assert (holes.getpixel((0, 0))[3], holes.getpixel((200, 100))[3]) == (0, 255)


def test_a_photograph_that_lies_on_its_side_is_put_upright(tmp_path):
    turned = Image.Exif()
    turned[0x0112] = 6
    content, _ = printable_logo(saved(tmp_path, "phone.jpg", WIDE, exif=turned))
    assert reopened(content).size == (200, 600)


def claimed(width: int, height: int) -> bytes:
    """A file that says to be a huge picture and is none."""

    def part(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = part(b"IHDR", pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + part(b"IDAT", zlib.compress(bytes(100))) + part(b"IEND", b"")


BROKEN = {
    "text.png": b"hello",
    "empty.png": b"",
    "zeros.jpg": bytes(5000),
    "huge.png": claimed(12_000, 12_000),
    "bomb.png": claimed(30_000, 30_000),
    "half.png": claimed(300, 300),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_picture_is_refused_by_its_name(tmp_path, name):
    file = tmp_path / name
    file.write_bytes(BROKEN[name])
    with pytest.raises(StorageError) as caught:
        printable_logo(file)
    assert str(caught.value) == f"“{name}” is no picture that can be printed."
    assert logo_of(Facility(logo=str(file))) == b""


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def test_a_plain_drawing_is_kept_and_one_that_we_cannot_draw_is_refused(tmp_path):
    plain, worded = tmp_path / "plain.svg", tmp_path / "worded.svg"
    plain.write_text(SVG.format('<rect width="9" height="9" fill="#0055aa"/>'))
    worded.write_text(SVG.format("<text>CH</text>"))
    assert printable_logo(plain) == (plain.read_bytes(), ".svg")
    with pytest.raises(StorageError, match="Save it as PNG"):
        printable_logo(worded)
    assert (logo_of(Facility(logo=str(plain))), logo_of(Facility(logo=str(worded)))) == (
        plain.read_bytes(),
        b"",
    )


@pytest.mark.parametrize("name", ["gone.png", "."])
def test_a_file_that_cannot_be_read_is_told(tmp_path, name):
    with pytest.raises(StorageError, match="cannot be copied"):
        printable_logo(tmp_path / name)
    assert logo_of(Facility(logo=str(tmp_path / name))) == b""


def test_the_profile_keeps_its_own_copy_and_the_old_one_when_the_new_is_none(tmp_path, clock: FakeClock):
    chosen, data = tmp_path / "chosen", tmp_path / "data"
    chosen.mkdir()
    data.mkdir()
    profile = Profile(data, read_facilities(data, 0, Facility()), clock)
    profile.save(Facility(name="CH", logo=str(saved(chosen, "web.webp", WIDE))))
    kept = Path(profile.facility.logo)
    assert kept.parent == data / "facilities" and board_of(kept.read_bytes())[2:] == (600, 200)
    worthless = chosen / "text.png"
    worthless.write_bytes(b"hello")
    with pytest.raises(StorageError):
        profile.save(Facility(name="CH", logo=str(worthless)))
    assert Path(profile.facility.logo) == kept and logo_of(profile.facility) == kept.read_bytes()
    assert [file.name for file in (data / "facilities").glob("*.part")] == []
