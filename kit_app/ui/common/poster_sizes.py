"""How large posters may be printed, in words."""

from kit_app.i18n import Catalogue
from kit_app.views.paper import PosterSize


def poster_sizes(t: Catalogue) -> list[tuple[PosterSize, str]]:
    """Each size with its words: on one sheet, or on A4 sheets to glue together."""
    return [
        ("A4", t("A4")),
        ("A3", t("A3, one sheet")),
        ("A2", t("A2, one sheet")),
        ("A3-glued", t("A3 from 2 A4 sheets")),
        ("A2-glued", t("A2 from 4 A4 sheets")),
    ]
