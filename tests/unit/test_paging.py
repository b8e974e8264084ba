"""Pages of a long text: short enough, nothing lost, cut where a person would pause."""

import pytest
from hypothesis import given, strategies as st

from kit_app.domain.paging import PAGE, pages


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("", 20, ()),
        (" Short. ", 20, ("Short.",)),
        ("One line.\nAnother line.\nA third.", 24, ("One line.\nAnother line.", "A third.")),
        ("One sentence. Another one. The last.", 28, ("One sentence. Another one.", "The last.")),
        ("no end of words here", 9, ("no end of", "words", "here")),
        ("ABCDEFGHIJ", 4, ("ABCD", "EFGH", "IJ")),
    ],
)
def test_a_text_is_cut_where_one_pauses(text: str, most: int, expected: tuple[str, ...]) -> None:
    assert pages(text, most) == expected


@given(st.text(st.sampled_from("ab .,\n!»"), max_size=600), st.integers(5, PAGE))
def test_no_page_is_too_long_and_no_sign_is_lost(text: str, most: int) -> None:
    found = pages(text, most)
    assert all(0 < len(page) <= most for page in found)
    assert "".join("".join(found).split()) == "".join(text.split())
