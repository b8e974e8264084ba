"""Codes in pictures are found as a telephone finds them; drawings without one are left alone."""

from io import BytesIO

import qrcode

from kit_app.services.printing.symbols import codes_in
from tests.unit.content.bundled import bundled_files

ADDRESS = "https://lab.example"


def code() -> qrcode.QRCode:
    made = qrcode.QRCode(border=4)
    made.add_data(ADDRESS)
    made.make()
    return made


def as_png() -> bytes:
    target = BytesIO()
    code().make_image().save(target, "PNG")
    return target.getvalue()


def as_drawing() -> bytes:
    """One path with a square a module, as makers of such codes write it."""
    rows = code().get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark
    )
    board = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(rows)} {len(rows)}">'
    return f'{board}<path d="{path}" fill="#000000"/></svg>'.encode()


def test_a_code_is_found_in_a_picture_and_in_a_drawing() -> None:
    found = codes_in({"images/a.png": as_png(), "images/b.svg": as_drawing(), "images/c.jpg": b"no picture"})
    assert {name: list(codes) for name, codes in found.items()} == {
        "images/a.png": [ADDRESS],
        "images/b.svg": [ADDRESS],
    }


def test_busy_drawings_hold_none() -> None:
    busy = {name: content for name, content in bundled_files().items() if "room-corners" in name}
    assert busy
    assert codes_in(busy) == {}
