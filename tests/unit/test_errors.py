"""Errors are sentences for people, with what the log needs beside them."""

import pytest

from kit_app.errors import CommandRefused, KitAppError, KitFileError, PrintError


def test_an_error_reads_as_its_sentence_with_its_values() -> None:
    assert str(CommandRefused("“{hint}” was already given.", hint="P1")) == "“P1” was already given."


def test_braces_in_a_sentence_without_values_are_left_alone() -> None:
    assert str(KitAppError("A brace { stays.")) == "A brace { stays."


@pytest.mark.parametrize("kind", [KitFileError, PrintError])
def test_findings_are_kept_in_their_order(kind: type[KitFileError]) -> None:
    error = kind("{count} things to mend.", ["first", "second"], count=2)

    assert error.problems == ("first", "second")
    assert str(error) == "2 things to mend."


def test_the_detail_is_not_part_of_the_sentence() -> None:
    error = KitAppError("The disk is full.", "ENOSPC")

    assert (str(error), error.detail) == ("The disk is full.", "ENOSPC")
