"""The colours of paper, under the names that the screens use too."""

from __future__ import annotations

INK = "#16202C"
INK2 = "#465161"
INK3 = "#5C6572"
EDGE = "#857E70"
LINE = "#D9D2C3"
WHITE = "#FFFFFF"
BLACK = "#000000"
CREAM = "#FFF6E3"
OFF_WHITE = "#FFFEFA"
MARKER = "#FFD23F"
MARKER_TINT = "#FFF6D6"
INFO_TINT = "#E4ECF4"
GREY_TINT = "#ECECEC"
DANGER = "#A8201A"
PRIMARY = "#17324D"

PATH_FILL = {"A": "#0072B2", "B": "#C05500", "C": "#008561", "D": "#7B3294"}
PATH_TINT = {"A": "#E0EEF6", "B": "#FAEBE0", "C": "#E0F3EE", "D": "#EFE6F2"}  # the fill at 12 % on white
