"""Drafts of kits: kept whole, and never changed by a program that only looks."""

from pathlib import Path

import pytest

from kit_app.errors import StorageError
from kit_app.storage import looking
from kit_app.storage.kit_drafts import KitDrafts


def test_a_draft_is_kept_whole_and_taken_away(tmp_path: Path) -> None:
    drafts = KitDrafts(tmp_path)
    drafts.write("ours", b"one")
    drafts.write("ours", b"two")
    assert (drafts.ids(), drafts.read("ours")) == (("ours",), b"two")
    drafts.remove("ours")
    assert drafts.ids() == ()
    with pytest.raises(StorageError, match="cannot be read"):
        drafts.read("ours")


def test_who_only_looks_changes_no_draft(tmp_path: Path) -> None:
    drafts = KitDrafts(tmp_path)
    drafts.write("ours", b"one")
    looking.begin(tmp_path)
    try:
        with pytest.raises(StorageError, match="only look"):
            drafts.write("ours", b"two")
        with pytest.raises(StorageError, match="only look"):
            drafts.remove("ours")
    finally:
        looking.end(tmp_path)
    assert drafts.read("ours") == b"one"
