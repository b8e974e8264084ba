"""How each puzzle is solved from what the cards say. Nothing here knows what was drawn."""

import re
from collections.abc import Callable, Mapping
from string import ascii_uppercase

from tests.reading.cards import letters

Cards = Mapping[str, str]
FLOWERS = re.findall(
    r"\w+",
    "Anémone Bleuet Camélia Capucine Dahlia Églantine Iris Jacinthe Jonquille Lilas Marguerite Muguet "
    "Narcisse Pervenche Pivoine Primevère Tulipe Violette",
)
"""Flowers that everybody knows; the English set names them as flowers at the register's foot."""
TIME = r"\d\d:\d\d"


def secrets(cards: Cards) -> str:
    """What stands on all private cards."""
    return letters(" ".join(text for ident, text in cards.items() if ident.startswith("R")))


def posts(cards: Cards) -> list[str]:
    return [letters(text) for ident, text in cards.items() if ident.startswith("P05-S")]


def found(pattern: str, text: str) -> str:
    """What the pattern's group says; fails with the text that does not say it."""
    match = re.search(pattern, text)
    assert match, f"{pattern!r} is not said in {text!r}"
    return match[1]


def minutes(time: str) -> int:
    hours, rest = time.split(":")
    return int(hours) * 60 + int(rest)


def register(cards: Cards) -> str:
    """A flower's name, in between two hours, stayed less than so many minutes."""
    told = secrets(cards)
    first = int(found(r"(?:entre|between) (\d+)", told)) % 12 + 12
    longest = int(found(r"(?:moins de|under) (\d+) minutes", told))
    rooms = []
    row = rf"({TIME}) (\S+) (\S+) \S\. .*? (\w+-\d+) V-\d+ ({TIME})"
    for time_in, title, name, room, time_out in re.findall(row, cards["P01-C1"]):
        fits = name in FLOWERS and title not in ("M.", "Mr")
        stay = minutes(time_out) - minutes(time_in)
        if fits and first * 60 <= minutes(time_in) < (first + 1) * 60 and stay < longest:
            rooms.append(room)
    assert len(rooms) == 1, rooms
    return rooms[0]


def strips(cards: Cards) -> str:
    """The side that the message names."""
    return found(r"(?:HAUT|TOP|UP)\s*:\s*([A-Z0-9]{4})\b", letters(cards["P02-C1"]))


def label(cards: Cards, number: str) -> str:
    """The patient's number on a label: labels follow one another, each with its number before or behind."""
    words = letters(cards["P04-C1"])
    row = r"(?:IPP|patient number) (\d{6})"
    return re.findall(row, words)[int(number) - 1]


def tray(cards: Cards) -> str:
    """The woman of the year that the private cards tell, printed again in the minute of the transfer."""
    minute = found(rf"(?:Saisi à|Entered) ({TIME})", letters(cards["P04-C2"]))
    year = found(r"(?:née le|born on) \d+ \w+ (\d{4})", secrets(cards))
    row = rf"(\d{{6}}) (?:sexe|sex) F · (?:année|year) {year} (?:heure d'édition|printed at) {minute}"
    numbers = re.findall(row, letters(cards["P04-C1"]))
    assert len(numbers) == 1, numbers
    return numbers[0]


def calls(cards: Cards) -> str:
    """The letter of each reply that a post or a private card confirms."""
    told = letters(" ".join((*posts(cards), secrets(cards)))).casefold()
    chosen = ""
    for call in range(1, 5):
        replies = re.findall(r"^(.+?) ([A-Z])$", cards[f"P06-C{call}"], re.MULTILINE)
        fit = [letter for text, letter in replies if _is_told(text, told, call)]
        assert len(fit) == 1, (call, replies)
        chosen += fit[0]
    return chosen


def _is_told(reply: str, told: str, call: int) -> bool:
    plain = reply.casefold().strip(" !?.\u00a0")
    return f"thanks to {plain}" in told or f"merci à {plain}" in told if call == 2 else plain in told


SIGNS = {
    "address": "adresse sosie|look-alike",
    "bypass": "contournement|bypassing",
    "bank": "changement|new bank",
    "secret": "urgence|urgency",
    "normal": "message normal|normal message",
}


def sign_of(mail: str, sheet: str) -> str:
    """Which sign a message shows, by the procedure's lists of senders and accounts."""
    sender = found(r"(?:De\s*:|From:)\s*(\S+)", mail)
    if sender not in sheet.split():
        return "address"
    if re.search(r"…(\d\d)", mail) and f"••{found(r'…(..)', mail)}" not in sheet:
        return "bank"
    if re.search(r"signature", mail):
        return "bypass"
    return "secret" if re.search(r"personne|nobody", mail) else "normal"


def mails(cards: Cards) -> str:
    """The number of each message's sign, from C1 to C5."""
    sheet = letters(cards["P07-C6"])
    return "".join(
        found(rf"(\d) (?:{SIGNS[sign_of(letters(cards[f'P07-C{n}']), sheet)]})", sheet) for n in range(1, 6)
    )


def logs(cards: Cards) -> str:
    """The workstation where a stick was plugged in while the owner of the session was out."""
    doors = re.findall(rf"({TIME}) (E|S|in|out) (\w)\. (\w+)", cards["P08-C2"])
    plugged = re.findall(rf"({TIME}) (\S+) (\w)\.(\w+) (?:clé USB branchée|USB stick)", cards["P08-C3"])
    alone = []
    for time, station, first, last in plugged:
        passed = [
            way for at, way, one, name in doors
            if at <= time and (one.casefold(), name.casefold()) == (first, last)
        ]  # fmt: skip
        if passed[-1:] not in (["E"], ["in"]):
            alone.append(station)
    assert len(alone) == 1, alone
    return alone[0]


def clear_text(cards: Cards) -> str:
    """The file, with the small wheel's A under the first letter of the month of the last visit."""
    month = found(r"^\w+ \d+ (\w+)$", "\n".join(_day_lines(cards["P01-C1"])))
    shift = ascii_uppercase.index(_plain(month[0]))
    lines = re.findall(r"^[A-Z ]+$", cards["P09-C3"], re.MULTILINE)
    cipher = letters(" ".join(line for line in lines if len(line) > 4))
    return "".join(ascii_uppercase[(ord(one) - 65 - shift) % 26] if one != " " else one for one in cipher)


def _day_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if re.fullmatch(r"\w+ \d+ \w+", line)][:1]


def _plain(letter: str) -> str:
    return {"É": "E"}.get(letter.upper(), letter.upper())


def wheel(cards: Cards) -> str:
    """The account's name: the word of the clear text beside what says so."""
    return found(r"^(?:COMPTE|ACCOUNT) (\w+)", clear_text(cards))


def password(cards: Cards) -> str:
    """My cat, then the year I came, as the posts tell them."""
    cat = next(post for post in posts(cards) if re.search(r"\b(chat|cat)\b", post))
    year = next(post for post in posts(cards) if re.search(r"arrivée|joined", post))
    return found(r"(?:pour|for) ([A-ZÉ]\w+)", cat).upper() + found(r"(\d{4})", year)


def portal(cards: Cards) -> tuple[str, str, str]:
    """The portal of the normal message, the account of the file, the password of the hint."""
    sheet = letters(cards["P07-C6"])
    normal = [m for n in range(1, 6) if sign_of(m := letters(cards[f"P07-C{n}"]), sheet) == "normal"]
    number = found(r"(?:portail n°|portal no\.)\s*(\d)", normal[0])
    return number, wheel(cards), password(cards)


MONTHS = {
    name: number
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "January February March April May June July August September October November December",
    )
    for number, name in enumerate(names.split(), start=1)
}


def record(cards: Cards) -> str:
    """The label of the one record that has all five traits, and the patient's number on it."""
    told = secrets(cards)
    name = found(r"(?:nom de naissance|birth name)\s*: (\w+)", told)
    first = found(r"(?:prénom civil|given name)\s*: (\w+)", told)
    day, month, year = re.search(r"(?:née le|born on) (\d+) (\w+) (\d{4})", told).groups()
    place = found(r"(?:Née à|Born in) ([\w-]+)", told)
    row = rf"^(\d) {name} {first} {int(day):02}/{MONTHS[month]:02}/{year} F {place}$"
    numbers = re.findall(row, cards["P11-C1"], re.MULTILINE)
    assert len(numbers) == 1, numbers
    return label(cards, numbers[0])


SOLVERS: Mapping[str, Callable[[Cards], str]] = {
    "P1": register,
    "P2": strips,
    "P4": tray,
    "P6": calls,
    "P7": mails,
    "P8": logs,
    "P9": wheel,
    "P11": record,
}
