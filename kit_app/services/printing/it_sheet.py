"""The sheet for the IT department, on one page: what a build of the program is, needs, writes and holds."""

from __future__ import annotations

from dataclasses import dataclass

from kit_app.domain.facility import Issuer
from kit_app.domain.kit import Kit
from kit_app.i18n import Catalogue, joined, number
from kit_app.services.printing.door import pdf_of
from kit_app.services.printing.job import NOBODY, product
from kit_app.services.printing.kit_papers import shelf_job
from kit_app.services.third_parties import Work
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperNeeds, PaperPdf
from printables.layout import colours
from printables.products.blocks import Block, Column, Heading, Mono, Table, Text
from printables.products.documents import Document, document_pages
from printables.units import pt

KIND = "it-sheet"
_BODY, _SMALL = pt(10), pt(9)
_MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildFacts:
    """What was found in a build: nothing here is written by hand.

    `needs` are packages of the system; `data_folder` is where the data of a user lie when not beside the
    program; `archive_sum` is the SHA-256 of the file `archive`.
    """

    version: str
    system: str
    files: int
    bytes: int
    archive: str
    archive_bytes: int
    archive_sum: str
    program: str
    needs: tuple[str, ...]
    data_folder: str
    works: tuple[Work, ...]


def it_sheet_pdf(facts: BuildFacts, kit: Kit, t: Catalogue, issuer: Issuer = NOBODY) -> PaperPdf:
    """One A4 page. `t` speaks its language, one of the kit's. Raises PrintError."""
    job = shelf_job(kit, issuer, t)
    title = t("For the IT department")
    pages = tuple(document_pages(_document(facts, t), job.look))
    pdf = pdf_of(job, title, [product(KIND, title, pages)])
    return PaperPdf(pdf=pdf, pages=len(pages), starts={}, needs=PaperNeeds(sheets=len(pages)))


def it_sheet_name(t: Catalogue) -> str:
    """A file name for the PDF, safe on every system."""
    return safe_filename(f"Sant'Escape Kit - {t('For the IT department')}") + ".pdf"


def _document(facts: BuildFacts, t: Catalogue) -> Document:
    half = len(facts.archive_sum) // 2
    blocks: tuple[Block, ...] = (
        Table(
            columns=(Column(share=1.3, bold=True), Column(share=5)),
            rows=_rows(facts, t),
            size=_BODY,
            grid=False,
            tight=True,
        ),
        Heading(text=t("How it was tested"), level=2),
        Text(
            text=t(
                "A test plays a whole evening, from the plan to the results, under a filter of the"
                " system that ends the program when it asks for an internet socket (IPv4 or IPv6): it"
                " asks for none. Another test reads the program’s own code and fails when any part of"
                " it could open a connection."
            ),
            size=_BODY,
        ),
        Heading(text=t("What others wrote of it"), level=2),
        Text(text=_works(facts.works, t), size=_SMALL),
        Heading(text=t("Is it the right file?"), level=2),
        Text(text=t("SHA-256 of {file}:", file=facts.archive), size=_SMALL),
        Mono(lines=(facts.archive_sum[:half], facts.archive_sum[half:]), size=pt(10)),
        Text(
            text=t(
                "Inside the folder: SHA256SUMS (the sum of every file), sbom.cdx.json (the list of parts,"
                " CycloneDX), THIRD-PARTY.txt (every licence)."
            ),
            size=_SMALL,
        ),
    )
    return Document(
        title=t("For the IT department"),
        subtitle=f"Sant'Escape Kit {facts.version} · {facts.system}",
        blocks=blocks,
        foot=f"Sant'Escape Kit {facts.version}",
        accent=colours.INK,
        end=(t("Made from the build itself; no figure was typed by hand."),),
    )


def _rows(facts: BuildFacts, t: Catalogue) -> tuple[tuple[str, str], ...]:
    folder = number(facts.bytes / _MB, t.language)
    archive = number(facts.archive_bytes / _MB, t.language)
    return (
        (
            t("What it is"),
            t("A program with which a trainer prepares, prints, runs and debriefs an escape game."),
        ),
        (
            t("Size"),
            t(
                "{folder} MB in {files} files; {archive} MB as one archive.",
                folder=folder,
                files=facts.files,
                archive=archive,
            ),
        ),
        (
            t("To start it"),
            t(
                "Unpack the folder anywhere, start {program}. No installation, no administrator’s rights, no"
                " service, no driver, nothing in the registry; it does not unpack itself and does not update"
                " itself. To remove it: delete the folder.",
                program=facts.program,
            ),
        ),
        (t("It needs"), joined(list(facts.needs), t.language) or t("nothing else")),
        (
            t("It writes"),
            t(
                "Only into {folder}; or into the folder “data” beside the program, where somebody made one."
                " Besides: where a person saves a PDF or a table, and the system’s folder for temporary"
                " files.",
                folder=facts.data_folder,
            ),
        ),
        (
            t("Network"),
            t("None. No account, no telemetry, no search for updates, no port is opened."),
        ),
        (
            t("People"),
            t("No name of a player is kept. Sessions, times and results stay on this computer."),
        ),
        (
            t("Devices"),
            t(
                "A second display, a printer of the system, the loudspeaker; a camera only when somebody"
                " switches it on in the console, to read cards: no picture is kept."
            ),
        ),
    )


def _works(works: tuple[Work, ...], t: Catalogue) -> str:
    named = [" ".join(filter(None, (work.name, work.version))) for work in works]
    return joined([f"{name} ({work.licence})" for name, work in zip(named, works, strict=True)], t.language)
