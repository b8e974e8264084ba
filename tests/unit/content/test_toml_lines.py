"""The line of each key of a TOML text."""

from kit_app.content.toml_lines import key_lines, nearest

TEXT = '''\
# a comment with = and [brackets]
id = "x" # another
a.b = 3
list = [
    "one", # one
    [1, 2],
    { k = "v", l.m = [3,
        4] },
]
text = """
[no.table]
no = "key"
"""
after = 1

[stall]
see = "a [b] = c"
[[cards]]
id = 1
[[cards]]
"id" = 2
    [[cards.sub]]
    q = 1
[cards.more."P01.C"]
'z' = 3
'''


def test_every_key_item_and_table_has_its_line() -> None:
    lines = key_lines(TEXT)
    wanted = {
        ("id",): 2,
        ("a", "b"): 3,
        ("list", 0): 5,
        ("list", 1, 1): 6,
        ("list", 2, "k"): 7,
        ("list", 2, "l", "m", 1): 8,
        ("text",): 10,
        ("after",): 14,
        ("stall", "see"): 17,
        ("cards", 0, "id"): 19,
        ("cards", 1, "id"): 21,
        ("cards", 1, "sub", 0, "q"): 23,
        ("cards", 1, "more", "P01.C", "z"): 25,
    }
    assert {path: lines.get(path) for path in wanted} == wanted
    assert ("no",) not in lines


def test_a_key_that_is_not_there_has_the_line_of_what_is_around_it() -> None:
    lines = key_lines(TEXT)
    assert lines[nearest(lines, ("cards", 1, "place"))] == 20
    assert lines[nearest(lines, ("stall", "say"))] == 16
    assert nearest(lines, ("missing",)) == ()
