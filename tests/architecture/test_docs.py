"""What the documentation points to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("resources/help/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")


def anchors(page):
    """The places of a page that links can name: those with a name, and headings as GitHub spells them."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    named = set(re.findall(r'<a id="([^"]+)">', text))
    return named | {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken(page, text):
    for target in LINK.findall(text):
        if re.match("[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            yield target


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_every_link_leads_somewhere(page):
    assert list(broken(page, page.read_text(encoding="utf-8"))) == []


def test_a_link_to_nowhere_is_found():
    page = ROOT / "README.md"
    text = "[a](docs/printing.md#paper) [b](docs/nothing.md) [c](docs/printing.md#nothing)"
    assert list(broken(page, text)) == ["docs/nothing.md", "docs/printing.md#nothing"]


def test_every_page_of_the_documentation_is_named_by_the_first_one():
    named = set(LINK.findall((ROOT / "README.md").read_text(encoding="utf-8")))
    assert {f"docs/{page.name}" for page in ROOT.glob("docs/*.md")} <= named
    assert {f"resources/help/{page.name}" for page in ROOT.glob("resources/help/*.md")} <= named
