"""The sheet for the IT department: one page in both languages, with what was found in the build."""

from dataclasses import replace

import pypdfium2
import pytest

from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.services.printing.it_sheet import BuildFacts, it_sheet_name, it_sheet_pdf
from kit_app.services.third_parties import works

SUM = "0123456789abcdef" * 4


@pytest.fixture
def facts() -> BuildFacts:
    return BuildFacts(
        version="0.1.0",
        system="Linux x86_64",
        files=949,
        bytes=196_000_000,
        archive="sant-escape-kit-0.1.0-linux.zip",
        archive_bytes=81_000_000,
        archive_sum=SUM,
        program="sant-escape-kit",
        needs=("libegl1", "libgl1"),
        data_folder="~/.local/share/sant-escape-kit",
        works=works(),
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_is_one_page_that_says_what_was_counted(services, facts: BuildFacts, language: str) -> None:
    t = load(resources_dir() / "i18n", language)
    pdf = it_sheet_pdf(facts, services.library.bundled_kit(), t)
    document = pypdfium2.PdfDocument(pdf.pdf)
    text = document[0].get_textpage().get_text_bounded()
    assert len(document) == 1
    for word in (
        "196",
        "949",
        "81",
        SUM[:32],
        SUM[32:],
        "libegl1",
        "~/.local/share/sant-escape-kit",
        "reportlab",
    ):
        assert word in text, word
    assert it_sheet_name(t).endswith(".pdf")


def test_a_system_where_nothing_is_needed_says_so(services, facts: BuildFacts) -> None:
    bare = replace(facts, needs=(), system="Windows AMD64", data_folder=r"%LOCALAPPDATA%\sant-escape-kit")
    pdf = it_sheet_pdf(bare, services.library.bundled_kit(), load(resources_dir() / "i18n", "en"))
    text = pypdfium2.PdfDocument(pdf.pdf)[0].get_textpage().get_text_bounded()
    assert "nothing else" in text and r"%LOCALAPPDATA%\sant-escape-kit" in text
