"""Write the papers that a facility hangs up and hands out into a folder."""

from pathlib import Path

from kit_app.domain.facility import Issuer
from kit_app.domain.kit import Kit
from kit_app.i18n import Catalogue
from kit_app.services.export import write
from kit_app.services.printing.desk import made, shelf_papers
from kit_app.views.paper import PaperWish


def print_shelf(
    kit: Kit,
    issuer: Issuer,
    t: Catalogue,
    folder: Path,
    *,
    wish: PaperWish | None = None,
    overwrite: bool = False,
) -> Path:
    """The PDF in the language of `t`. Raises PrintError and ExportError; nothing half-written stays."""
    papers = shelf_papers(kit, issuer, t)
    target = folder / papers.file_name
    ticked = [line.ident for line in papers.lines()]
    write(target, made(papers, ticked, wish=wish).pdf, overwrite=overwrite)
    return target
