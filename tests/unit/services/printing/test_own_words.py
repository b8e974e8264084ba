"""What people write about themselves prints right, or one sentence names it: not thirty cards, no crash."""

from dataclasses import replace
from datetime import date

import pytest

from kit_app.assets import resources_dir
from kit_app.domain.facility import LONGEST_RULE, Contact, Facility, Issuer, rule_key
from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.errors import PrintError
from kit_app.i18n import NBSP, load
from kit_app.services.printing.desk import Papers, facilitator_papers, made, players_papers, shelf_papers
from kit_app.services.session_check import problems
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import LANGUAGES, compact, plan_of, text_of

TODAY = date(2026, 11, 24)
EIGHTY = ("Hôpital Îles-Éloïse Œuvre çà et là " * 4)[:80].strip()
THIRTY = "Éblouissants œuvriers çà et là"


def every_paper(plan: SessionPlan, facility: Facility | None = None) -> list[Papers]:
    t = load(resources_dir() / "i18n", plan.language)
    issuer = Issuer(facility=facility or Facility(), today=TODAY)
    kit = bundled_kit()
    assert problems(plan, kit) == {}
    found = [players_papers(kit, plan, 1, t, issuer), facilitator_papers(kit, plan, t, issuer)]
    return [*found, shelf_papers(kit, issuer, t)] if facility else found


def printed(papers: Papers) -> bytes:
    return made(papers, [line.ident for line in papers.lines()]).pdf


def refused(papers: Papers) -> list[str]:
    with pytest.raises(PrintError) as caught:
        printed(papers)
    return [problem.sentence for problem in caught.value.problems]


def named(**words: str) -> SessionPlan:
    plan = plan_of("fr")
    team = replace(plan.teams[0], label=words.pop("team", plan.teams[0].label))
    return replace(plan, teams=(team,), **words)


@pytest.mark.parametrize(
    "words",
    [
        {"team": '<b>A&B</b> "1"', "room": "L’« aile » d'Anaïs & Cie <3"},
        {"name": "{star} {} %s \\", "facility": "Ho\u0302pital a\u00a0b\u202fc"},
        pytest.param({"room": "", "date": "", "time": "", "facility": ""}, marks=pytest.mark.long),
        pytest.param({"date": "9999-12-31", "time": "23:59"}, marks=pytest.mark.long),
        pytest.param({"date": "0001-01-01", "time": "00:00"}, marks=pytest.mark.long),
        {"team": THIRTY, "name": EIGHTY, "room": EIGHTY, "facility": EIGHTY},
    ],
)
def test_odd_but_fair_words_are_printed_as_they_are(words):
    players, facilitator = (text_of(printed(papers)) for papers in every_paper(named(**words)))
    assert compact(words.get("team", "")) in compact(players)
    assert compact(words.get("room", "")) in compact(facilitator)


@pytest.mark.long
@pytest.mark.parametrize(("minutes", "more"), [(10, False), (11, True), (120, True)])
def test_the_shortest_and_the_longest_game_are_printed(minutes, more):
    for papers in every_paper(replace(plan_of("fr"), duration_min=minutes, extra_time=more)):
        assert printed(papers)


@pytest.mark.long
def test_the_largest_evening_is_printed():
    teams = tuple(TeamPlan(number=n, label=f"{THIRTY[:28]} {n}", size=8) for n in range(1, 7))
    for papers in every_paper(replace(plan_of("fr"), teams=teams)):
        assert printed(papers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_profile_filled_to_the_brim_is_printed(language):
    """As long as the settings allow, in every field at once."""
    kit = bundled_kit()
    number, name = "01 99 00 12 34 ou 01 99 00 12 35 (nuit)", "Permanence téléphonique de direction"
    contact = Contact(number=number, name=name)
    facility = Facility(
        name=EIGHTY,
        short_name=THIRTY,
        licence_note=EIGHTY,
        has_promise=True,
        contacts={one.id: contact for one in kit.contacts},
        procedures={
            rule_key(kit.id, one.id): ("Bac fermé à clé, bout du couloir ; " * 6)[:LONGEST_RULE]
            for one in kit.puzzles
        },
    )
    for papers in every_paper(plan_of(language), facility):
        assert printed(papers)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            {"team": "🦊 Renards"},
            "The team’s name “🦊 Renards” has signs that no paper shows: 🦊. Write it without them.",
        ),
        ({"room": "غرفة"}, "The room “غرفة” has signs that no paper shows: غ ر ف ة. Write it without them."),
        (
            {"facility": "W" * 80},
            f"The facility “{'W' * 80}” has a word that is too long for paper. Shorten or part it.",
        ),
    ],
)
def test_words_that_cannot_be_printed_are_named_once(words, sentence):
    _, facilitator = every_paper(named(**words))
    assert refused(facilitator) == [sentence]


def test_the_facilitys_own_rules_stand_beside_the_lessons_and_odd_ones_are_named():
    kit, t = bundled_kit(), load(resources_dir() / "i18n", "fr")
    for rule, is_fair in (("Bac **fermé** au bout du couloir B.", True), ("Bac 🗑 fermé", False)):
        issuer = Issuer(facility=Facility(procedures={"sant-escape/P4": rule}), today=TODAY)
        papers = facilitator_papers(kit, plan_of("fr"), t, issuer)
        if is_fair:
            text = compact(text_of(printed(papers)))
            assert text.count(compact("Bac fermé au bout du couloir B.")) >= 2  # guide and hand-out
        else:
            sentence = "Your own rule “Bac 🗑 fermé” has signs that no paper shows: 🗑. Write it without them."
            assert refused(papers) == [sentence]


def test_a_telephone_number_that_no_card_holds_is_named_as_it_was_written():
    contact = Contact(number="0199004545 " * 18)
    facility = Facility(contacts={one.id: contact for one in bundled_kit().contacts})
    _, _, shelf = every_paper(plan_of("fr"), facility)
    (first, *_) = refused(shelf)
    assert first.startswith("Whom to call: “0199004545 0199004545") and NBSP not in first


def test_the_longest_of_ones_own_words_are_named_where_a_card_runs_over():
    contact = Contact(number="numéro de la permanence " * 8)
    facility = Facility(contacts={one.id: contact for one in bundled_kit().contacts})
    _, _, shelf = every_paper(plan_of("fr"), facility)
    end = "is long: shorten it if what does not fit holds it."
    assert [one for one in refused(shelf) if one.endswith(end)]


def test_a_colour_that_is_none_is_left_out():
    facility = Facility(name="CH", accent="#nothing", second_accent="red")
    assert facility.colours == ("", "")
    assert Facility(accent="#0072B2").colours == ("#0072B2", "")
    _, _, shelf = every_paper(plan_of("fr"), facility)
    assert printed(shelf)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"teams": (TeamPlan(number=1, label="x" * 60, size=5),)}, "teams.1.label"),
        ({"teams": (TeamPlan(number=1, label="A", size=1),)}, "teams.1.size"),
        ({"teams": (TeamPlan(number=1, label="A", size=12),)}, "teams.1.size"),
        ({"teams": tuple(TeamPlan(number=n, label=str(n), size=5) for n in range(1, 9))}, "teams"),
        ({"room": "Salle\n2"}, "room"),
    ],
)
def test_what_no_session_can_have_is_refused_before_it_is_printed(change, field):
    assert field in problems(replace(plan_of("fr"), **change), bundled_kit())
