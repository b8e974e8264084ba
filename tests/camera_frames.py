"""What a laptop's camera sees of a printed card: the real PDF, turned, far away, blurred, in bad light."""

from functools import lru_cache

import numpy as np
import pypdfium2
import zxingcpp
from PIL import Image, ImageEnhance, ImageFilter

from tests.unit.services.printing.papers import players_pdf

WIDTH, HEIGHT = 1280, 720
VIEW_MM_AT_40_CM = 520
"""What a camera of 66 degrees sees of a plane at 40 cm, from left to right."""

SEEN_MM = 80
DPI = 300


@lru_cache
def card(language: str = "fr") -> tuple[Image.Image, str]:
    """The part of a printed card about its symbol, at 300 dots an inch, and its code."""
    with pypdfium2.PdfDocument(players_pdf(language)) as document:
        for page in document:
            picture = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
            for found in zxingcpp.read_barcodes(picture):
                corner, far = found.position.top_left, found.position.bottom_right
                x, y = (corner.x + far.x) // 2, (corner.y + far.y) // 2
                half = round(SEEN_MM / 2 / 25.4 * DPI)
                return picture.crop((x - half, y - half, x + half, y + half)), found.text
    raise AssertionError("no symbol on any page")


def frame(
    *,
    cm: float = 30,
    degrees: float = 0,
    blur: float = 0.6,
    light: float = 1.0,
    noise: float = 4.0,
    is_askew: bool = False,
) -> Image.Image:
    """One picture: `light` 0.25 is an evening lamp, `is_askew` a card that is not held flat."""
    seen = card()[0]
    pixels = round(SEEN_MM * WIDTH / (VIEW_MM_AT_40_CM * cm / 40))
    small = seen.resize((pixels, pixels), Image.Resampling.LANCZOS)
    if is_askew:
        k = pixels
        small = small.transform(
            (k, k),
            Image.Transform.QUAD,
            (-0.04 * k, 0.06 * k, 0.03 * k, 0.92 * k, 1.05 * k, 1.04 * k, 0.97 * k, -0.05 * k),
            Image.Resampling.BICUBIC,
            fillcolor=150,
        )
    small = small.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=150)
    whole = Image.new("L", (WIDTH, HEIGHT), 150)
    whole.paste(small, ((WIDTH - small.width) // 2 + 90, (HEIGHT - small.height) // 2 - 20))
    whole = ImageEnhance.Brightness(whole.filter(ImageFilter.GaussianBlur(blur))).enhance(light)
    grain = np.random.default_rng(7).random((HEIGHT, WIDTH)) - 0.5
    shaky = np.asarray(whole, dtype=float) + grain * 2 * noise
    return Image.fromarray(np.clip(shaky, 0, 255).astype(np.uint8))


def empty() -> Image.Image:
    """Nobody holds a card."""
    return Image.new("L", (WIDTH, HEIGHT), 150)
