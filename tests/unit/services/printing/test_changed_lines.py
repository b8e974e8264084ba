"""What looks different with a newer version of the kit: what changed, and what prints the version."""

from dataclasses import replace

from kit_app.assets import resources_dir
from kit_app.domain.kit import Kit
from kit_app.i18n import load
from kit_app.services.printing.desk import digests, players_papers
from tests.unit.services.printing.papers import bundled_kit, plan_of

LINES = {"P1", "P2", "certificate"}


def newer(kit: Kit, title: str = "") -> Kit:
    """The next version, in which P2 may be called otherwise."""
    words = kit.puzzle_words["fr"]
    changed = {**words, "P2": replace(words["P2"], title=title or words["P2"].title)}
    choices = {name: newer(one, title) for name, one in kit.choices.items()}
    return replace(kit, version="9", choices=choices, puzzle_words={**kit.puzzle_words, "fr": changed})


def looks(kit: Kit) -> dict[str, str]:
    t = load(resources_dir() / "i18n", "fr")
    return digests(players_papers(kit, plan_of("fr"), 1, t), LINES)


def test_a_newer_version_changes_the_cards_that_changed_and_what_prints_the_version() -> None:
    before = looks(bundled_kit())

    def changed(kit: Kit) -> set[str]:
        after = looks(kit)
        return {line for line in LINES if after[line] != before[line]}

    assert changed(newer(bundled_kit())) == {"certificate"}
    assert changed(newer(bundled_kit(), "Les douze bandes")) == {"P2", "certificate"}
