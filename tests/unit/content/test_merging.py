"""Two changed versions of a kit become one with both changes; where they disagree, ours stays and is told."""

import pytest

from kit_app.content.merging import MOST_LINES, merged

BASE = {"kit.toml": b"a = 1\nb = 2\nc = 3\nd = 4\n", "images/x.png": b"x", "old.toml": b"o"}


def test_what_only_they_changed_is_taken_over() -> None:
    theirs = {"kit.toml": b"a = 9\n", "new.toml": b"n"}
    found = merged(BASE, BASE, theirs)
    assert (found.files, found.kept) == (theirs, ())


def test_what_only_we_changed_stays() -> None:
    ours = {"kit.toml": b"a = 9\n", "new.toml": b"n"}
    found = merged(BASE, ours, BASE)
    assert (found.files, found.kept) == (ours, ())


@pytest.mark.parametrize(
    ("ours", "theirs", "joined", "is_whole"),
    [
        (
            b"a = 7\nb = 2\nc = 3\nd = 4\n",
            b"a = 1\nb = 2\nc = 3\nd = 8\n",
            b"a = 7\nb = 2\nc = 3\nd = 8\n",
            True,
        ),
        (
            b"a = 7\nb = 2\nc = 3\nd = 4\n",
            b"a = 8\nb = 2\nc = 3\nd = 4\n",
            b"a = 7\nb = 2\nc = 3\nd = 4\n",
            False,
        ),
        (
            b"a = 7\nb = 2\nc = 3\nd = 5\n",
            b"a = 8\nb = 2\nc = 3\nd = 5\n",
            b"a = 7\nb = 2\nc = 3\nd = 5\n",
            False,
        ),
        (
            b"b = 2\nc = 3\nd = 4\n",
            b"a = 1\nb = 2\nc = 3\nd = 4\ne = 5\n",
            b"b = 2\nc = 3\nd = 4\ne = 5\n",
            True,
        ),
        (
            b"a = 1\nb = 2\nx = 0\nc = 3\nd = 4\n",
            b"a = 1\nc = 3\nd = 4\n",
            b"a = 1\nb = 2\nx = 0\nc = 3\nd = 4\n",
            False,
        ),
        (b"a = 5\n", b"a = 5\n", b"a = 5\n", True),
        (b"", b"a = 1\nb = 2\nc = 3\nd = 4\n", b"", True),
    ],
)
def test_a_text_that_both_changed_is_joined_by_lines(
    ours: bytes, theirs: bytes, joined: bytes, is_whole: bool
) -> None:
    found = merged({"k.toml": BASE["kit.toml"]}, {"k.toml": ours}, {"k.toml": theirs})
    assert found.files == {"k.toml": joined}
    assert (found.kept == ()) == is_whole


def test_a_picture_that_both_changed_stays_ours_and_so_does_what_we_took_out() -> None:
    ours = {**BASE, "images/x.png": b"mine"}
    del ours["old.toml"]
    found = merged(BASE, ours, {**BASE, "images/x.png": b"theirs", "old.toml": b"newer"})
    assert found.files == ours
    assert found.kept == ("images/x.png", "old.toml")


def test_endless_files_are_not_compared_line_by_line() -> None:
    base = b"\n" * (MOST_LINES + 1)
    found = merged({"k.toml": base}, {"k.toml": base + b"a"}, {"k.toml": b"b" + base})
    assert (found.files["k.toml"], found.kept) == (base + b"a", ("k.toml",))
