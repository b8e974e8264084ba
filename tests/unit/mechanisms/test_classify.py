"""Messages with signs: what is printed and the numbers that a careful reader writes."""

from dataclasses import replace

import pytest

from kit_app.domain.dice import Dice
from kit_app.mechanisms import classify
from kit_app.mechanisms.classify import AccountSpec, MessageSpec, Parameters, SignSpec
from tests.unit.mechanisms.bundled import EXAMPLE, made

LANGUAGES = ("fr", "en")


def example(language: str = "fr") -> classify.Clues:
    return made(classify, "P7", language, Dice(seed="any", fixed=EXAMPLE)).clues


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_solved_from_what_is_printed(language: str) -> None:
    result = made(classify, "P7", language, Dice(seed="any", fixed=EXAMPLE))
    assert result.answer == "31024"
    assert classify.solve(result.clues) == {"31024"}


def test_the_example_gives_its_portal_and_where_the_normal_message_lies() -> None:
    values = made(classify, "P7", "fr", Dice(seed="any", fixed=EXAMPLE)).values
    assert values["portal"] == "3"
    assert (values["card_normal"], values["sign_normal"]) == ("C3", "0")
    assert (values["card_lookalike"], values["sign_lookalike"]) == ("C2", "1")


def test_only_the_normal_message_names_the_portal() -> None:
    dice = Dice(seed="any", fixed={**EXAMPLE, "P7/portal": 4})
    bodies = [message.body for message in made(classify, "P7", "en", dice).clues.messages]
    assert [("portal no. 4" in body) for body in bodies] == [False, False, True, False, False]


def test_other_signs_of_a_message_would_leave_several_answers() -> None:
    clues = example()
    worse = replace(clues.messages[3], reading=replace(clues.messages[3].reading, is_pressing=True))
    found = classify.solve(replace(clues, messages=(*clues.messages[:3], worse, clues.messages[4])))
    assert found == {"31024", "31034"}


def test_a_sender_put_on_the_sheet_is_no_sign_any_more() -> None:
    clues = example()
    senders = (*clues.sheet.senders, clues.messages[1].sender)
    assert classify.solve(replace(clues, sheet=replace(clues.sheet, senders=senders))) == {"30024"}


def test_an_amount_below_the_limit_needs_no_second_signature() -> None:
    clues = example()
    assert classify.solve(replace(clues, sheet=replace(clues.sheet, limit=20_000))) == {"31020"}


@pytest.mark.parametrize(("language", "amount"), [("fr", "18\u00a0400\u00a0€"), ("en", "€18,400")])
def test_amounts_are_written_in_the_language(language: str, amount: str) -> None:
    assert amount in example(language).messages[4].body


def test_the_sheet_shows_senders_accounts_rules_and_the_numbered_signs() -> None:
    result = made(classify, "P7", "en", Dice(seed="any", fixed=EXAMPLE))
    assert result.readings["sheet"].splitlines() == [
        "Payments — reminder",
        "Known senders",
        "d.ferrandlys@ch-valdorsenne.example",
        "p.olivier@ch-valdorsenne.example",
        "facturation@zephilog.example",
        "Bank details on file",
        "Zéphilog: FR76 •••• •••• ••42",
        "Bâtival (building works): FR76 •••• •••• ••58",
        "From €5,000: two signatures in the software.",
        "Any change of bank details is confirmed by calling the number on file: "
        "01\u00a099\u00a000\u00a045\u00a045.",
        "Signs",
        "0 normal message",
        "1 look-alike address",
        "2 new bank details",
        "3 urgency and secrecy",
        "4 bypassing double approval",
        "Only one message is normal: it gives the portal number. Write the sign numbers, C1 to C5.",
    ]


def test_a_message_is_read_with_its_place_its_sender_and_its_body() -> None:
    result = made(classify, "P7", "en", Dice(seed="any", fixed=EXAMPLE))
    assert result.readings["message-4"].splitlines() == [
        "C4",
        "From: facturation@zephilog.example",
        "To: compta@ch-valdorsenne.example",
        "Date: 12 March",
        "Subject: Invoice ZL-2038",
        "New bank: please pay ZL-2038, €1,980, to account …77.",
    ]


def test_a_message_with_a_sign_that_is_not_in_the_grid_is_refused() -> None:
    message = MessageSpec(key="a", sign="odd", sender="s", payee="p", account="1", amount=1)
    with pytest.raises(ValueError, match="unknown sign: odd"):
        Parameters(
            place="C{number}",
            portals=2,
            limit=10,
            signatures=2,
            ending=1,
            senders=("s",),
            accounts=(AccountSpec(payee="p", number="1"),),
            signs=(SignSpec(key="normal", kind="none"),),
            messages=(message,),
        )
