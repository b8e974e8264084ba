"""Files that were read lately are remembered, but never more than a few kits of them."""

from kit_app.content.source import read_source

MEBIBYTE = 1024 * 1024


def other(number: int, size: int) -> bytes:
    return f"# {number} ".encode() + b"x" * size


def test_a_file_that_stays_as_it_is_is_read_once():
    first, _ = read_source("kit.toml", b"a = 1 # once")

    assert read_source("kit.toml", b"a = 1 # once")[0] is first
    assert read_source("kit.toml", b"a = 2 # once")[0].data == {"a": 2}
    assert read_source("rules.toml", b"a = 1 # once")[0].file == "rules.toml"


def test_what_was_read_long_ago_makes_room_and_is_read_again():
    first, _ = read_source("kit.toml", b"a = 1 # long ago")
    for number in range(30):
        read_source("kit.toml", other(number, MEBIBYTE // 10))

    again, _ = read_source("kit.toml", b"a = 1 # long ago")

    assert again is not first
    assert again.data == first.data


def test_a_file_larger_than_all_that_is_remembered_is_read_all_the_same():
    large = b"a = 1\n" + other(1, 3 * MEBIBYTE)

    assert read_source("kit.toml", large)[0].data == read_source("kit.toml", large)[0].data == {"a": 1}
