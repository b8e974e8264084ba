"""A kit as one file: whole there and back, the same bytes; what is hostile or damaged is refused in words."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256

import pytest

from kit_app.content import kit_pack, pack_rules
from kit_app.content.files import MOST_FILES
from kit_app.content.kit_pack import Signature, manifest_bytes, manifest_of, packed, unpacked
from kit_app.content.kit_reader import read_kit
from kit_app.errors import KitFileError
from tests.unit.content.bundled import bundled_files, bundled_kit
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

KIT = read_kit(tiny_kit(), TINY_MECHANISMS)
SIGNED = Signature(name="CH de Brévalon", key="0" * 64, signature="1" * 128)
DAMAGED = "damaged or was changed on the way"
FOREIGN = "not a kit that was exported"


def made(parts: Mapping[str, bytes], method: int = zipfile.ZIP_STORED, **told: object) -> bytes:
    """A file as somebody could make it by hand, its sums right unless `told` says otherwise."""
    data = {
        **{"format": 1, "program": "x", "id": "tiny", "version": "1", "licence": "CC0", "languages": ["fr"]},
        **{"sources": [], "files": {name: sha256(part).hexdigest() for name, part in parts.items()}, **told},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("manifest.json", json.dumps(data))
        for name, part in parts.items():
            archive.writestr(f"kit/{name}", part)
    return target.getvalue()


def with_entry(dress: Callable[[zipfile.ZipInfo], None], name: str = "kit/kit.toml") -> bytes:
    """A kit of one file whose entry in the archive is dressed."""
    target = io.BytesIO()
    files = {"kit.toml": sha256(b"").hexdigest()}
    data = {"format": 1, "id": "t", "version": "1", "licence": "x", "languages": [], "sources": []}
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("manifest.json", json.dumps({**data, "files": files}))
        entry = zipfile.ZipInfo(name)
        dress(entry)
        archive.writestr(entry, b"")
    return target.getvalue()


def refused(content: bytes) -> str:
    with pytest.raises(KitFileError) as caught:
        unpacked(content)
    return str(caught.value)


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def test_the_bundled_kit_comes_back_whole_and_the_same_bytes_twice() -> None:
    files, told = bundled_files(), manifest_of(bundled_files(), bundled_kit())
    content = packed(manifest_bytes(told), files)
    back = unpacked(content)

    assert back.files == files
    assert back.manifest == told
    assert back.signature is None
    assert packed(back.manifest_bytes, dict(reversed(list(back.files.items())))) == content
    assert (told.id, told.version, told.licence) == (
        *(bundled_kit().id, bundled_kit().version, bundled_kit().licence),
    )
    assert len(told.sources) > 3


def test_a_signature_travels_along() -> None:
    told = manifest_bytes(manifest_of(tiny_kit(), KIT))
    assert unpacked(packed(told, tiny_kit(), SIGNED)).signature == SIGNED


def test_a_licence_on_two_lines_is_told_on_one() -> None:
    kit = replace(KIT, licence="CC\n BY\u00a04.0")
    assert manifest_of(tiny_kit(), kit).licence == "CC BY 4.0"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "mine/2"}, "The id “mine/2” in kit.toml"),
        ({"id": "aux"}, "The id “aux” in kit.toml"),
        ({"version": " "}, "“version” in kit.toml is empty"),
        ({"licence": "x" * 501}, "“licence” in kit.toml is empty, too long"),
    ],
)
def test_what_cannot_be_told_of_a_kit_is_said_before_it_goes(change: dict[str, str], said: str) -> None:
    with pytest.raises(KitFileError, match=said):
        manifest_of(tiny_kit(), replace(KIT, **change))


@pytest.mark.parametrize("content", [b"", b"Dear all", b"SQLite format 3\x00" + bytes(200), b"%PDF-1.7"])
def test_what_is_no_kit_is_refused(content: bytes) -> None:
    assert FOREIGN in refused(content)


def test_another_zip_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("profile.json", "{}")
    assert FOREIGN in refused(target.getvalue())


@pytest.mark.parametrize(
    "name",
    [
        *("../evil.toml", "words/../../evil.toml", "/etc/evil.toml", "C:/evil.toml", "words\\..\\evil.toml"),
        *("words//kit.toml", "./kit.toml", ".hidden/kit.toml", "con.toml", "words/NUL.toml", "COM1.txt"),
        *(
            "lpt¹.md",
            "kit.toml.",
            "kit.toml ",
            "kit.toml:stream",
            "a\x00b.toml",
            "a\u202ebew.toml",
            "a\nb.toml",
        ),
        *("a" * 101 + ".toml", "/".join("abcdefghi") + ".toml", "*.toml"),
    ],
)
def test_unsafe_paths_are_refused_also_when_a_kit_is_written(name: str) -> None:
    files = {"kit.toml": b"", name: b""}
    message = refused(made(files))
    assert "unsafe name" in message or DAMAGED in message
    assert message.isprintable()
    with pytest.raises(KitFileError, match="unsafe name"):
        manifest_of(files, KIT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("words/P1.toml", "words/p1.toml"),
        ("Words/P1.toml", "words/P2.toml"),
        ("é.toml", "e\u0301.toml"),
        ("straße.md", "strasse.md"),
        ("ﬁn.md", "fin.md"),
        ("images.md/x.md", "images.md"),
        ("images.md", "images.md/x.md"),
    ],
)
def test_twins_are_refused(one: str, other: str) -> None:
    assert "one file on some computers" in refused(made({one: b"", other: b""}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in ("manifest.json", "kit/kit.toml", "kit/kit.toml"):
            archive.writestr(name, b"{}")
    assert "one file on some computers" in refused(target.getvalue())


def _link(entry: zipfile.ZipInfo) -> None:
    entry.external_attr = 0o120777 << 16


def _folder(entry: zipfile.ZipInfo) -> None:
    entry.external_attr = 0o040755 << 16


def _device(entry: zipfile.ZipInfo) -> None:
    entry.external_attr = 0o060644 << 16


@pytest.mark.parametrize("dress", [_link, _folder, _device])
def test_links_folders_and_devices_are_refused(dress: Callable[[zipfile.ZipInfo], None]) -> None:
    assert "is a link" in refused(with_entry(dress))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_squeezing_is_refused(method: int) -> None:
    assert DAMAGED in refused(made({"kit.toml": b"x" * 500}, method))


def test_a_password_is_refused() -> None:
    content = bytearray(made({"kit.toml": b""}))
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    assert "locked by a password" in refused(bytes(content))


def test_a_bomb_is_counted_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit_pack, "LARGEST_FILE", 100_000)
    content = made({"readme.txt": bytes(4_000_000)}, zipfile.ZIP_DEFLATED)
    place = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    lied = content[: place + 24] + struct.pack("<I", 10) + content[place + 28 :]

    assert len(content) < 10_000
    assert "larger than a kit’s file may be" in refused(content)
    assert DAMAGED in refused(lied)


def test_many_files_that_are_too_much_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit_pack, "LARGEST_TOTAL", 500_000)
    files = {f"a{n}.txt": b" " * 100_000 for n in range(6)}
    assert "more than 40 MB" in refused(made(files, zipfile.ZIP_DEFLATED))


def test_too_many_files_are_refused_before_they_are_listed() -> None:
    files = {f"a{n}.md": b"" for n in range(MOST_FILES + 1)}
    assert "more than 2,000 files" in refused(made(files))
    with pytest.raises(KitFileError, match=r"more than 2,000 files"):
        manifest_of(files, KIT)


def test_a_far_directory_a_remark_and_bytes_around_are_refused() -> None:
    content = made({"kit.toml": b""})
    end = len(content) - 22
    far = content[:end] + b"PK\x06\x07" + bytes(16) + content[end:]
    size = struct.unpack("<L", far[-10:-6])[0] + 20
    far = far[:-10] + struct.pack("<L", size) + far[-6:]
    for odd in (far, content + b"x", content[:-2] + b"\x01\x00x", content[:200] + content[201:]):
        assert DAMAGED in refused(odd)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("images/a.png", png(8000, 8000), "24 million pixels"),
        ("images/a.jpg", b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03\x00", "24 million pixels"),
        ("images/a.jpg", b"\xff\xd8" + b"\xff\xfe\x00\x00" * 4000, "not what its name says"),
        ("images/a.png", b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x10\x00\x10\x03\x00", "not what its name says"),
        ("images/a.png", b"GIF89a", "not what its name says"),
        ("sounds/a.wav", b"ID3", "not what its name says"),
        ("data.toml", b"SQLite format 3\x00" + bytes(80), "is a database"),
        ("images/a.png", b"SQLite format 3\x00" + bytes(80), "is a database"),
        ("kit.toml", b"\xff\xfe", "not what its name says"),
        ("kit.toml", b"a\x00", "not what its name says"),
        ("kit.toml", b" " * (pack_rules.LARGEST_TEXT + 1), "larger than a kit’s file may be"),
        ("run.exe", b"MZ", "does not belong in a kit"),
        ("kit", b"", "does not belong in a kit"),
        ("images/a.svg", b'<!DOCTYPE s [<!ENTITY a "b">]><svg>&a;</svg>', "holds more than shapes"),
        ("images/a.svg", b"<svg><script/></svg>", "holds more than shapes"),
    ],
)
def test_what_is_not_what_it_says_is_refused_both_ways(name: str, content: bytes, said: str) -> None:
    assert said in refused(made({name: content}))
    with pytest.raises(KitFileError, match=said):
        manifest_of({name: content}, KIT)


@pytest.mark.parametrize(
    "told",
    [
        {"format": "one"},
        {"format": 0},
        {"id": "../x"},
        {"id": "con"},
        {"id": ""},
        {"version": 1},
        {"version": "1\n2"},
        {"licence": "x" * 501},
        {"languages": "fr"},
        {"sources": ["x"] * 501},
        {"files": []},
        {"files": {"kit.toml": 7}},
        {"files": {"kit.toml": "0" * 64}},
        {"files": {"kit.toml": sha256(b"").hexdigest(), "more.toml": "0"}},
    ],
)
def test_a_manifest_that_is_none_or_does_not_agree_is_refused(told: dict[str, object]) -> None:
    assert DAMAGED in refused(made({"kit.toml": b""}, **told))


def test_a_newer_form_is_told_as_that() -> None:
    assert "newer release" in refused(made({"kit.toml": b""}, format=2))


def test_deep_brackets_are_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("manifest.json", b"[" * 200_000)
    assert DAMAGED in refused(target.getvalue())


def test_every_changed_byte_of_a_file_is_noticed() -> None:
    content = packed(manifest_bytes(manifest_of(tiny_kit(), KIT)), tiny_kit())
    place = content.index(b'title = "Tiny"')
    assert DAMAGED in refused(content[:place] + b"T" + content[place + 1 :])
