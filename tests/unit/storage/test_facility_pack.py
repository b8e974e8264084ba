"""A profile as a file: whole there and back; what is none, damaged, newer or too much is refused in words."""

import io
import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256

import pytest

from kit_app.domain.facility import Contact, Facility
from kit_app.errors import StorageError
from kit_app.storage.facility_pack import LARGEST_DATA, PackedFacility, packed, unpacked

IDENT = "0123456789ab"
WHOLE = PackedFacility(
    id=IDENT,
    facility=Facility(
        name="Hôpital de Brévalon",
        short_name="CHB",
        accent="#17324D",
        rooms=("Salle Camélia", "Salle des fêtes"),
        contacts={"helpdesk": Contact(number="01 99 00 12 34", name="Support", checked_on="2026-11-01")},
        procedures={"sant-escape/P4": "Badge au copieur."},
        has_promise=True,
    ),
    logo=b"picture",
    suffix=".png",
)
DAMAGED = "This file is damaged or was changed on the way."
FOREIGN = "This is not a facility’s profile. Choose a file that ends in .sante-profile."


def made(facility: object = None, extra: Mapping[str, bytes] | None = None, **manifest: object) -> bytes:
    """A file as somebody could make it by hand, its sums right unless `manifest` says otherwise."""
    typed = json.dumps({"name": "CH"} if facility is None else facility).encode()
    parts = {"facility.json": typed, **(extra or {})}
    sums = {name: sha256(part).hexdigest() for name, part in parts.items()}
    told = {"format": 1, "program": "x", "id": IDENT, "sha256": sums, **manifest}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {"profile.json": json.dumps(told).encode(), **parts}.items():
            archive.writestr(name, part)
    return target.getvalue()


def test_a_profile_comes_back_whole_and_the_same_bytes_twice() -> None:
    assert unpacked(packed(WHOLE)) == WHOLE
    assert packed(WHOLE) == packed(unpacked(packed(WHOLE)))
    assert unpacked(made()).facility == Facility(name="CH")


def test_texts_are_one_line_and_a_logo_of_elsewhere_is_not_looked_for() -> None:
    found = unpacked(made({"name": "CH\nde\x00 Brévalon ", "logo": "/etc/passwd"})).facility
    assert found == Facility(name="CH de  Brévalon")


@pytest.mark.parametrize("content", [b"", b"Dear all", b"PK\x03\x04", packed(WHOLE)[:80]])
def test_what_is_no_profile_is_refused(content: bytes) -> None:
    with pytest.raises(StorageError) as caught:
        unpacked(content)
    assert str(caught.value) == FOREIGN


def test_another_zip_file_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("manifest.json", "{}")
    with pytest.raises(StorageError, match="not a facility’s profile"):
        unpacked(target.getvalue())


@pytest.mark.parametrize(
    "content",
    [
        made(extra={"../../evil.json": b"x"}),
        made(extra={"logo.exe": b"x"}),
        made(extra={"logo.png": b"x", "logo.svg": b"<svg/>"}),
        made(sha256={"facility.json": "0" * 64}),
        made(id="../../etc"),
        made(id="0123456789AB"),
        made(format="one"),
        made([]),
        made({"name": 7}),
        made({"name": "W" * 2001}),
        made({"name": "CH", "procedures": {f"P{n}": "x" for n in range(201)}}),
        made({"name": "CH", "licence_note": "x" * LARGEST_DATA}),
        packed(WHOLE)[:-40] + bytes(40),
    ],
)
def test_what_was_made_or_changed_by_hand_is_refused_whole(content: bytes) -> None:
    with pytest.raises(StorageError) as caught:
        unpacked(content)
    assert str(caught.value).startswith((DAMAGED, FOREIGN))


@pytest.mark.parametrize("content", [made(format=3), made({"name": "CH", "anthem": "la"})])
def test_what_a_newer_release_wrote_is_told_as_that(content: bytes) -> None:
    with pytest.raises(StorageError, match="newer release"):
        unpacked(content)


def test_rules_of_the_first_format_are_those_of_the_only_kit_that_had_any() -> None:
    """A file that release 0.1.0 wrote before rules were kept by kit."""
    facility = unpacked(made({"name": "CH", "procedures": {"P4": "Badge."}}, format=1)).facility
    assert facility.procedures == {"sant-escape/P4": "Badge."}
    again = unpacked(packed(PackedFacility(id=IDENT, facility=facility))).facility
    assert again == facility


def test_a_format_that_never_was_is_refused() -> None:
    with pytest.raises(StorageError, match="damaged"):
        unpacked(made(format=0))
