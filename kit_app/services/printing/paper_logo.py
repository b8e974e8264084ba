"""The facility's logo as papers and screens show it: any picture becomes one that is small and upright."""

from io import BytesIO
from pathlib import Path

from kit_app.domain.facility import Facility
from kit_app.errors import StorageError
from kit_app.i18n import N_

PRINTABLE = (".png", ".jpg", ".jpeg", ".svg")
MOST_DOTS, LARGEST_DOTS = 1000, 100_000_000
"""The longer side of the copy that we keep, and what a picture may measure to be read at all."""


def logo_of(facility: Facility) -> bytes:
    """The content of the logo's file; empty: no logo, or none that can be printed."""
    from printables.render.pictures import board_of
    from printables.render.svg import PictureError

    path = Path(facility.logo)
    if not facility.logo or path.suffix.lower() not in PRINTABLE:
        return b""
    try:
        content = path.read_bytes()
        board_of(content)
    except (OSError, PictureError):
        return b""
    return content


def printable_logo(picture: Path) -> tuple[bytes, str]:
    """A copy of a picture that prints, and the end of its name. Raises StorageError for what is no picture.

    Photographs come out upright, in red, green and blue, and no larger than paper shows.
    """
    try:
        content = picture.read_bytes()
    except OSError as error:
        raise StorageError(
            N_("The picture “{name}” cannot be copied. Check the file and the free space, then try again."),
            str(error),
            name=picture.name,
        ) from error
    return printable_picture(content, picture.name)


def printable_picture(content: bytes, name: str) -> tuple[bytes, str]:
    """The same of a picture that was read already; `name` is how it is called in sentences."""
    if content.lstrip()[:1] == b"<":
        return _drawing(content, name), ".svg"
    return _image(content, name), ".png"


def _drawing(content: bytes, name: str) -> bytes:
    from printables.render.svg import PictureError, read_drawing

    try:
        read_drawing(content)
    except PictureError as error:
        raise StorageError(
            N_("“{name}” is a drawing with parts that cannot be printed. Save it as PNG and choose that."),
            error.why,
            name=name,
        ) from error
    return content


def _image(content: bytes, name: str) -> bytes:
    from PIL import Image, ImageOps

    from printables.render.pictures import BROKEN

    target = BytesIO()
    try:
        with Image.open(BytesIO(content)) as image:
            if image.width * image.height > LARGEST_DOTS:
                raise ValueError(f"{image.width} x {image.height}")
            upright = ImageOps.exif_transpose(image)
            has_holes = "transparency" in upright.info or upright.mode in ("LA", "PA", "RGBA", "RGBa")
            shown = upright.convert("RGBA" if has_holes else "RGB")
            shown.thumbnail((MOST_DOTS, MOST_DOTS))
            shown.save(target, format="PNG")
    except BROKEN as error:
        raise StorageError(
            N_("“{name}” is no picture that can be printed."), f"{type(error).__name__}: {error}", name=name
        ) from error
    return target.getvalue()
