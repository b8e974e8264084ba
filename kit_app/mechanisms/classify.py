"""Messages of which all but one bear a sign of fraud, to be found with a procedure sheet. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import filled, normalised
from kit_app.mechanisms.made import Made

NAME = "classify"

Kind = Literal["none", "sender", "account", "approval", "pressure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignSpec:
    """A sign and how it shows: sender or account not on file, too few approvals, pressure; or not at all."""

    key: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSpec:
    """An account on file: whose it is and its masked number, which ends with its known figures."""

    payee: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSpec:
    """A message by what it says; `sign` is the key of the one sign that it bears."""

    key: str
    sign: str
    sender: str
    payee: str
    account: str
    amount: int
    signatures: int = 2
    is_pressing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """`place` numbers the messages, e.g. `C{number}`; from `limit` on, `signatures` people must approve.

    `ending` is how many last figures of an account are known; `portals` how many portals there are.
    """

    place: str
    portals: int
    limit: int
    signatures: int
    ending: int
    senders: tuple[str, ...]
    accounts: tuple[AccountSpec, ...]
    signs: tuple[SignSpec, ...]
    messages: tuple[MessageSpec, ...]

    def __post_init__(self) -> None:
        known = {sign.key for sign in self.signs}
        for message in self.messages:
            if message.sign not in known:
                raise ValueError(f"message {message.key} has an unknown sign: {message.sign}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Bodies and signs by key. Bodies may hold {amount}, {account}, {portal}; rules {limit}.

    `money` shows a {number} whose thousands `thousands` parts. The other lines at the head of a message and
    the line at the foot of its print-out may be left out; `subjects` are by the message's key.
    """

    from_label: str
    money: str
    thousands: str
    sheet_title: str
    senders_heading: str
    accounts_heading: str
    account_line: str
    payees: Mapping[str, str]
    rules: tuple[str, ...]
    signs_heading: str
    signs: Mapping[str, str]
    note: str
    messages: Mapping[str, str]
    to_label: str = ""
    to: str = ""
    date_label: str = ""
    date: str = ""
    subject_label: str = ""
    subjects: Mapping[str, str] | None = None
    printed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a careful reader takes from a message's body: whom to pay, where, how much, how."""

    payee: str
    account: str
    amount: int
    signatures: int
    is_pressing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A printed message; `reading` is its body in structured form and is not printed.

    `head` are its lines above the body, label and words, the sender's first; `printed` is the foot of the
    print-out.
    """

    place: str
    sender: str
    head: tuple[tuple[str, str], ...]
    body: str
    printed: str
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A line of the accounts on file, and what it says."""

    line: str
    payee: str
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A cell of the signs grid: its drawn number and its text; `kind` is the text in structured form."""

    number: int
    text: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The procedure sheet. `limit` and `signatures` are what its rules say, in structured form."""

    title: str
    senders_heading: str
    senders: tuple[str, ...]
    accounts_heading: str
    accounts: tuple[Account, ...]
    rules: tuple[str, ...]
    signs_heading: str
    signs: tuple[Sign, ...]
    limit: int
    signatures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """Messages in their drawn order (part `message-1` first), the sheet (part `sheet`), the note."""

    messages: tuple[Message, ...]
    sheet: Sheet
    note: str


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """Draw the order of the messages, the numbers of the signs and the portal."""
    messages = dice.shuffled("order", parameters.messages)
    signs = dice.shuffled("signs", parameters.signs)
    portal = str(dice.number("portal", 1, parameters.portals))
    numbers = {sign.key: str(number) for number, sign in enumerate(signs)}
    places = {
        message.key: filled(parameters.place, {"number": str(number)})
        for number, message in enumerate(messages, start=1)
    }
    clues = Clues(
        messages=tuple(_message(spec, places[spec.key], portal, words) for spec in messages),
        sheet=_sheet(parameters, signs, words),
        note=words.note,
    )
    return Made(
        clues=clues,
        answer="".join(numbers[message.sign] for message in messages),
        values={
            "portal": portal,
            **{f"card_{key}": place for key, place in places.items()},
            **{f"sign_{key}": number for key, number in numbers.items()},
        },
        readings=_readings(clues),
    )


def solve(clues: Clues) -> frozenset[str]:
    """Every row of numbers in which each message gets one of the signs that it bears."""
    choices = [_numbers(message, clues.sheet) for message in clues.messages]
    return frozenset(normalised("".join(row)) for row in product(*choices))


def _numbers(message: Message, sheet: Sheet) -> list[str]:
    found = [sign for sign in sheet.signs if _bears(message, sign.kind, sheet)]
    if not found:
        found = [sign for sign in sheet.signs if sign.kind == "none"]
    return [str(sign.number) for sign in found]


def _bears(message: Message, kind: Kind, sheet: Sheet) -> bool:
    said = message.reading
    if kind == "sender":
        return message.sender not in sheet.senders
    if kind == "account":
        return (said.payee, said.account) not in {(known.payee, known.ending) for known in sheet.accounts}
    if kind == "approval":
        return said.amount >= sheet.limit and said.signatures < sheet.signatures
    return kind == "pressure" and said.is_pressing


def _message(spec: MessageSpec, place: str, portal: str, words: Words) -> Message:
    values = {"amount": _money(spec.amount, words), "account": spec.account, "portal": portal}
    return Message(
        place=place,
        sender=spec.sender,
        head=_head(spec, words),
        printed=words.printed,
        body=filled(words.messages[spec.key], values),
        reading=Reading(
            payee=spec.payee,
            account=spec.account,
            amount=spec.amount,
            signatures=spec.signatures,
            is_pressing=spec.is_pressing,
        ),
    )


def _head(spec: MessageSpec, words: Words) -> tuple[tuple[str, str], ...]:
    """The lines above the body that have words."""
    lines = (
        (words.from_label, spec.sender),
        (words.to_label, words.to),
        (words.date_label, words.date),
        (words.subject_label, (words.subjects or {}).get(spec.key, "")),
    )
    return tuple((label, text) for label, text in lines if text)


def _sheet(parameters: Parameters, signs: tuple[SignSpec, ...], words: Words) -> Sheet:
    limit = {"limit": _money(parameters.limit, words)}
    return Sheet(
        title=words.sheet_title,
        senders_heading=words.senders_heading,
        senders=parameters.senders,
        accounts_heading=words.accounts_heading,
        accounts=tuple(_account(account, parameters.ending, words) for account in parameters.accounts),
        rules=tuple(filled(rule, limit) for rule in words.rules),
        signs_heading=words.signs_heading,
        signs=tuple(
            Sign(number=number, text=words.signs[sign.key], kind=sign.kind)
            for number, sign in enumerate(signs)
        ),
        limit=parameters.limit,
        signatures=parameters.signatures,
    )


def _account(spec: AccountSpec, ending: int, words: Words) -> Account:
    values = {"payee": words.payees[spec.payee], "number": spec.number}
    return Account(line=filled(words.account_line, values), payee=spec.payee, ending=spec.number[-ending:])


def _money(amount: int, words: Words) -> str:
    return filled(words.money, {"number": f"{amount:,}".replace(",", words.thousands)})


def _readings(clues: Clues) -> dict[str, str]:
    sheet = clues.sheet
    lines = (
        sheet.title,
        sheet.senders_heading,
        *sheet.senders,
        sheet.accounts_heading,
        *(account.line for account in sheet.accounts),
        *sheet.rules,
        sheet.signs_heading,
        *(f"{sign.number} {sign.text}" for sign in sheet.signs),
        clues.note,
    )
    readings = {"sheet": "\n".join(lines)}
    for number, message in enumerate(clues.messages, start=1):
        head = (f"{label} {text}" for label, text in message.head)
        readings[f"message-{number}"] = "\n".join((message.place, *head, message.body))
    return readings
