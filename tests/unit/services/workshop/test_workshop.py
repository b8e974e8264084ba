"""Drafts are begun, kept at every step, judged and published; what is damaged hides nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kit_app.domain.facility import Facility
from kit_app.domain.kit_document import Place
from kit_app.errors import KitAppError, KitFileError, StorageError
from kit_app.services.services import Services
from kit_app.services.workshop.workshop import Workshop, raised
from tests.ui.shell import services_in
from tests.unit.services.tiny_kits import file_of, kits_of

TITLE = Place(file="words/en/kit.toml", path=("title",))
CLUE = Place(file="words/en/Q2.toml", path=("clues", "text"))


def go_on() -> None:
    """Nobody stops the check."""


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def workshop(services: Services, tmp_path: Path) -> Workshop:
    kits = kits_of(services)
    kits.take_in(kits.read(file_of(tmp_path)))
    return Workshop(services.folder, kits, services.profile)


def test_a_copy_has_an_id_and_a_title_of_its_own(workshop: Workshop) -> None:
    assert workshop.begin_copy("tiny") == "tiny-copy"
    assert workshop.begin_copy("tiny") == "tiny-copy-2"
    draft = workshop.open("tiny-copy-2")
    assert draft.tree("kit.toml")["id"] == "tiny-copy-2"
    assert draft.value(TITLE) == "Tiny (copy)"
    assert draft.value(Place(file="words/fr/kit.toml", path=("title",))) == "Tiny (copie)"
    assert [one.id for one in workshop.drafts()] == ["tiny-copy", "tiny-copy-2"]


def test_what_is_kept_is_there_after_a_crash(services: Services, workshop: Workshop) -> None:
    draft = workshop.open(workshop.begin_copy("tiny"))
    draft.set(TITLE, "Ours")
    workshop.keep(draft)
    draft.set(TITLE, "Never kept")
    again = Workshop(services.folder, kits_of(services), services.profile).open("tiny-copy")
    assert again.value(TITLE) == "Ours"


def test_a_draft_that_cannot_be_read_hides_no_other(services: Services, workshop: Workshop) -> None:
    workshop.begin_copy("tiny")
    (services.folder / "drafts" / "broken.kit").write_bytes(b"PK")
    assert [one.id for one in workshop.drafts()] == ["tiny-copy"]
    with pytest.raises(KitAppError):
        workshop.open("broken")


def test_a_disk_that_refuses_leaves_what_was_kept(services: Services, workshop: Workshop) -> None:
    draft = workshop.open(workshop.begin_copy("tiny"))
    draft.set(TITLE, "Ours")
    (services.folder / "drafts" / "tiny-copy.new").mkdir()
    with pytest.raises(StorageError):
        workshop.keep(draft)
    assert workshop.open("tiny-copy").value(TITLE) == "Tiny (copy)"


def test_a_removed_draft_comes_back(workshop: Workshop) -> None:
    ident = workshop.begin_copy("tiny")
    content = workshop.remove(ident)
    assert workshop.drafts() == ()
    workshop.put_back(ident, content)
    assert workshop.open(ident).value(TITLE) == "Tiny (copy)"


def test_what_is_broken_is_not_published(workshop: Workshop, tmp_path: Path) -> None:
    draft = workshop.open(workshop.begin_copy("tiny"))
    draft.set(CLUE, "No code at all")
    assert workshop.problems(draft.files, go_on)[0].key == "clues"
    with pytest.raises(KitFileError):
        workshop.publish(draft.files)
    with pytest.raises(KitFileError):
        workshop.write(draft.files, tmp_path / "broken.sante-kit")
    assert not (tmp_path / "broken.sante-kit").exists()


def test_each_publication_is_a_new_version_in_the_place_of_the_one_before(
    services: Services, workshop: Workshop
) -> None:
    draft = workshop.open(workshop.begin_copy("tiny"))
    assert workshop.next_version(draft) == "1.0"
    assert workshop.publish(draft.files).version == "1.0"
    assert workshop.next_version(draft) == "1.1"
    draft.set(Place(file="kit.toml", path=("version",)), "1.1")
    draft.set(TITLE, "Ours")
    row = workshop.publish(draft.files)
    assert (row.id, row.version, row.titles["en"]) == ("tiny-copy", "1.1", "Ours")
    assert kits_of(services).ids() == (*services.library.bundled_ids(), "tiny", "tiny-copy")


def test_a_check_can_be_stopped(workshop: Workshop) -> None:
    class StopError(Exception):
        pass

    def stop() -> None:
        raise StopError

    with pytest.raises(StopError):
        workshop.problems(workshop.open(workshop.begin_copy("tiny")).files, stop)


def test_a_kit_saved_to_a_file_is_taken_in_elsewhere(
    services: Services, workshop: Workshop, tmp_path: Path
) -> None:
    draft = workshop.open(workshop.begin_copy("tiny"))
    workshop.write(draft.files, tmp_path / "ours.sante-kit")
    assert kits_of(services).read(tmp_path / "ours.sante-kit").row.title("en") == "Tiny (copy)"


@pytest.mark.parametrize(("version", "after"), [("1.0", "1.1"), ("2", "3"), ("1.9", "1.10"), ("a", "a.1")])
def test_the_version_after(version: str, after: str) -> None:
    assert raised(version) == after


def test_a_copy_takes_the_own_rules_of_its_original_along_once(
    services: Services, workshop: Workshop
) -> None:
    profile = services.profile
    rules = {"tiny/Q1": "Ask Mina.", "tiny/Q9": "Of no puzzle here.", "other/Q2": "Elsewhere."}
    profile.save(replace(profile.facility, procedures=rules))
    profile.add(Facility(name="Second house", procedures={"tiny/Q2": "Ring twice."}))
    draft = workshop.open(workshop.begin_copy("tiny"))
    assert workshop.is_new(draft)
    assert "copy-of" not in str(sorted(draft.files))
    workshop.publish(draft.files)
    assert workshop.hand_rules_on(draft) == 2
    every = {key: rule for one in profile.all() for key, rule in one.facility.procedures.items()}
    assert every == {
        **rules,
        "tiny/Q2": "Ring twice.",
        "tiny-copy/Q1": "Ask Mina.",
        "tiny-copy/Q2": "Ring twice.",
    }
    assert not workshop.is_new(draft)
    assert workshop.hand_rules_on(draft) == 0


def test_an_empty_kit_has_nobodys_rules(services: Services, workshop: Workshop) -> None:
    services.profile.save(replace(services.profile.facility, procedures={"sant-escape/P1": "Lock it."}))
    draft = workshop.open(workshop.begin_empty())
    assert workshop.hand_rules_on(draft) == 0
    assert services.profile.facility.procedures == {"sant-escape/P1": "Lock it."}
