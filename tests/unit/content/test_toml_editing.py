"""The author's file after a change: comments and order stay."""

import tomllib

from kit_app.content.toml_editing import rewritten

TEXT = """\
# The puzzle.
id = "P1"   # its name
needs = ["P0"]

# Where to search.
[[searches]]
id = "one"

# The second one.
[[searches]]
id = "two"   # two

[stall]
see = "Lost."
"""


def changed(**values: object) -> str:
    data = tomllib.loads(TEXT) | values
    text = rewritten(TEXT, data)
    assert tomllib.loads(text) == data
    return text


def test_a_value_is_replaced_where_it_stands() -> None:
    assert changed(id="P2") == TEXT.replace('"P1"', '"P2"')
    assert changed(needs=[]) == TEXT.replace('["P0"]', "[]")


def test_a_long_list_has_a_line_for_each_item() -> None:
    text = changed(needs=["x" * 60, "y" * 60])
    assert f'needs = [\n    "{"x" * 60}",\n    "{"y" * 60}",\n]\n' in text


def test_a_new_key_comes_behind_the_others_of_its_table() -> None:
    assert changed(path="A") == TEXT.replace('["P0"]\n', '["P0"]\npath = "A"\n')
    assert changed(stall={"see": "Lost.", "say": "Look."}) == f'{TEXT}say = "Look."\n'


def test_items_go_with_what_is_remarked_above_them() -> None:
    first = changed(searches=[{"id": "two"}])
    assert "# Where to search." not in first
    assert '# The second one.\n[[searches]]\nid = "two"   # two\n' in first
    second = changed(searches=[{"id": "one"}])
    assert second == TEXT.replace('# The second one.\n[[searches]]\nid = "two"   # two\n\n', "")


def test_an_item_comes_behind_the_last_one() -> None:
    text = changed(searches=[{"id": "one"}, {"id": "two"}, {"id": "three"}])
    assert text == TEXT.replace("# two\n", '# two\n\n[[searches]]\nid = "three"\n')


def test_tables_come_and_go() -> None:
    text = changed(given={"date": ["It is May."]})
    assert text == TEXT + '\n[given]\ndate = ["It is May."]\n'
    data = tomllib.loads(TEXT)
    del data["stall"]
    assert rewritten(TEXT, data) == TEXT[: TEXT.index("\n[stall]")]


def test_what_stands_inside_a_line_is_written_with_it() -> None:
    text = "a = { b = 1, c = [{ d = 2 }] } # why\n"
    assert rewritten(text, {"a": {"b": 1, "c": [{"d": 3}]}}) == "a = { b = 1, c = [{ d = 3 }] } # why\n"


LINES = """\
items = [
    # The one at the door.
    { key = "door" }, # locked
    { key = "bin" },

    { key = "note", is_fault = true }
]
"""


def test_items_change_places_with_what_is_remarked_of_them() -> None:
    text = changed(searches=[{"id": "two"}, {"id": "one"}])
    first = '# Where to search.\n[[searches]]\nid = "one"\n'
    second = '# The second one.\n[[searches]]\nid = "two"   # two\n'
    assert text == TEXT.replace(f"{first}\n{second}", f"{second}\n{first}")


def test_an_item_comes_between_others() -> None:
    text = changed(searches=[{"id": "one"}, {"id": "new", "puzzle": "P2"}, {"id": "two"}])
    new = '[[searches]]\nid = "new"\npuzzle = "P2"\n\n'
    assert text == TEXT.replace("# The second one.", f"{new}# The second one.")


def test_the_last_item_goes_and_leaves_an_empty_list() -> None:
    text = changed(searches=[])
    assert (
        text
        == '# The puzzle.\nid = "P1"   # its name\nneeds = ["P0"]\nsearches = []\n\n[stall]\nsee = "Lost."\n'
    )


def test_items_with_a_line_each_keep_their_lines() -> None:
    door, bin_, note = tomllib.loads(LINES)["items"]
    start = "items = [\n"
    one = '    # The one at the door.\n    { key = "door" }, # locked\n'
    two, last = '    { key = "bin" },\n', '    { key = "note", is_fault = true },\n'
    new, open_last = '    { key = "new" },\n', last.replace(",\n", "\n")
    cases = {
        (bin_["key"], door["key"], note["key"]): f"{start}{two}{one}\n{last}]\n",
        (bin_["key"], note["key"]): f"{start}{two}\n{open_last}]\n",
        (door["key"], "new", bin_["key"], note["key"]): f"{start}{one}{new}{two}\n{last}]\n",
        (door["key"], bin_["key"], note["key"], "new"): f"{start}{one}{two}\n{last}{new}]\n",
    }
    by_key = {item["key"]: item for item in (door, bin_, note)} | {"new": {"key": "new"}}
    for keys, text in cases.items():
        assert rewritten(LINES, {"items": [by_key[key] for key in keys]}) == text
