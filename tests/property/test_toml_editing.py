"""Whatever is changed in a TOML file, its text holds just that; what was not touched stays to the letter."""

import tomllib
from typing import Any

from hypothesis import given, strategies as st

from kit_app.content.toml_editing import is_same, rewritten
from kit_app.content.toml_writing import file_text

keys = st.text("abc-_ é.\"\\'", min_size=1, max_size=4)
plain = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
)
values: st.SearchStrategy[Any] = st.recursive(
    plain,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=12,
)
tables = st.dictionaries(keys, values, max_size=4)


@given(tables)
def test_a_written_file_reads_back(data: dict[str, Any]) -> None:
    assert is_same(tomllib.loads(file_text(data)), data)


@given(tables, tables)
def test_any_file_becomes_any_other(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert is_same(tomllib.loads(rewritten(file_text(before), after)), after)


@given(tables, st.data())
def test_one_changed_text_changes_one_place(data: dict[str, Any], draw: st.DataObject) -> None:
    text = f"# first\n{file_text({**data, 'x': 'old'})}# last\n"
    after = {**data, "x": draw.draw(plain)}
    changed = rewritten(text, after)
    assert is_same(tomllib.loads(changed), after)
    assert changed.startswith("# first\n")
    assert changed.endswith("# last\n")


@given(tables)
def test_nothing_changed_changes_nothing(data: dict[str, Any]) -> None:
    text = f"# remark\n{file_text(data)}"
    assert rewritten(text, tomllib.loads(text)) == text
