"""How each puzzle is solved from what the cards show. Nothing here knows what was drawn."""

import re
from collections.abc import Callable, Mapping

from tests.reading.alarm import word_of_the_alarm
from tests.reading.bonus import bag, contract
from tests.reading.cards import Paper, letters
from tests.reading.crossword import filled_in
from tests.reading.mask import read_through_the_mask
from tests.reading.strips import note
from tests.reading.told import TIME, Cards, found, minutes, posts, secrets
from tests.reading.wheel import clear_of_cipher

FLOWERS = re.findall(
    r"\w+",
    "Anémone Bleuet Camélia Capucine Dahlia Églantine Iris Jacinthe Jonquille Lilas Marguerite Muguet "
    "Narcisse Pervenche Pivoine Primevère Tulipe Violette",
)
"""Flowers that everybody knows; the English set names them as flowers at the register's foot."""


def register(paper: Paper) -> str:
    """A flower's name, in between two hours, stayed less than so many minutes."""
    cards, told = paper.cards, secrets(paper.cards)
    assert re.search(r"agent.* (?:nom de fleur|flower's name)", told)
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


def strips(paper: Paper) -> str:
    """The side that the note names, or its mark, once its strips lie in order."""
    lines, foot = note(paper)
    assert foot in ("CONFIDENTIEL", "CONFIDENTIAL")
    return found(r"(?:HAUT|TOP|NOTE)\s*:\s*([A-Z0-9]{4})\b", letters(" ".join(lines[1:])))


def room(paper: Paper) -> str:
    """What the mask shows with the note's side on top."""
    return read_through_the_mask(paper, strips(paper))


LABEL = r"(\d{6}) (?:sexe|sex) ([FM]) · (?:année|year) \d{4} (?:heure d'édition|printed at) (\d\d:\d\d)"


def label(cards: Cards, number: str) -> str:
    """The patient's number on a label: labels follow one another, each with its number before or behind."""
    return [patient for patient, _, _ in re.findall(LABEL, letters(cards["P04-C1"]))][int(number) - 1]


def tray(paper: Paper) -> str:
    """The woman's label of the minute in which the lady of the register's room was moved."""
    slip = letters(paper.cards["P04-C2"])
    assert register(paper).endswith(found(r"(?:chambre|room) (\d+)", slip))
    assert re.search(r"\b(Mme|Mrs) ", slip)
    minute = found(rf"(?:Saisi à|Entered) ({TIME})", slip)
    rows = re.findall(LABEL, letters(paper.cards["P04-C1"]))
    numbers = [patient for patient, sex, printed in rows if (sex, printed) == ("F", minute)]
    assert len(rows) == 8 and len(numbers) == 1, rows
    return numbers[0]


ASKED = (r"unité|unit", r"cadre|manager|coordinat", r"arrivée|joined", r"rappel|call-back")
"""What each of the four questions is about, where the answers lie about."""


def calls(paper: Paper) -> str:
    """The letter of each reply that a post or a private card confirms."""
    cards = paper.cards
    told = [*posts(cards), *re.split(r"(?<=\.) ", secrets(cards))]
    chosen = ""
    for call, about in enumerate(ASKED, start=1):
        heard = " ".join(text for text in told if re.search(about, text)).casefold()
        question = letters(found(r"(?s)[«“](.*?)[»”]", cards[f"P06-C{call}"]))
        assert re.search(rf"{about}|annuaire|directory|numéro|number", question), question
        replies = re.findall(r"^(.+?) ([A-Z])$", cards[f"P06-C{call}"], re.MULTILINE)
        fit = [letter for text, letter in replies if text.casefold().strip(" !?.\u00a0") in heard]
        assert len(replies) == 3 and len(fit) == 1, (call, replies, heard)
        chosen += fit[0]
    return chosen


SIGNS = {
    "address": "adresse sosie|look-alike",
    "bypass": "contournement|bypassing",
    "bank": "changement|new bank",
    "secret": "urgence|urgency",
    "normal": "message normal|normal message",
}


def sign_of(mail: str, sheet: str) -> str:
    """Which sign a message shows, by the procedure's lists of senders and accounts; never two."""
    flaws = []
    if found(r"(?:De\s*:|From:)\s*(\S+)", mail) not in sheet.split():
        flaws.append("address")
    if f"••{found(r'…(..)', mail)}" not in sheet:
        flaws.append("bank")
    if re.search(r"signature", mail):
        flaws.append("bypass")
    if re.search(r"N'en parlez à personne|Tell nobody", mail):
        flaws.append("secret")
    assert len(flaws) <= 1, (mail, flaws)
    return flaws[0] if flaws else "normal"


def mails(paper: Paper) -> str:
    """The number of each message's sign, from C1 to C5."""
    cards, sheet = paper.cards, letters(paper.cards["P07-C6"])
    signs = [sign_of(letters(cards[f"P07-C{n}"]), sheet) for n in range(1, 6)]
    assert len(set(signs)) == 5, signs
    return "".join(found(rf"(\d) (?:{SIGNS[sign]})", sheet) for sign in signs)


def logs(paper: Paper) -> str:
    """The workstation where a stick was plugged in while the owner of the session was out."""
    cards = paper.cards
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


def clear_text(paper: Paper) -> str:
    """The file, with the small wheel's A under the first letter of the month of the last visit."""
    cards = paper.cards
    assert re.search(r"première lettre du mois|first letter of the month", secrets(cards))
    month = found(r"(?m)^\w+ 12 (\w+)$", cards["P01-C1"])
    clear = clear_of_cipher(paper, month[0].upper())
    lines = re.findall(r"^[A-Z ]+$", cards["P09-C3"], re.MULTILINE)
    cipher = letters(" ".join(line for line in lines if len(line) > 1))
    return "".join(clear.get(one, one) for one in cipher)


def wheel(paper: Paper) -> str:
    """The account's name: the word of the clear text beside what says so."""
    return found(r"^(?:COMPTE|ACCOUNT) (\w+)", clear_text(paper))


def rule_of_the_password(paper: Paper) -> str:
    """Where the cat and the year are told of: on the last card of the call, else on the note of the bin."""
    card = paper.cards.get("P06-C5")
    return letters(card if card is not None else " ".join(note(paper)[0])).casefold()


def password(paper: Paper) -> str:
    """The cat, as the crossword has it, then the year of the post on joining."""
    assert re.search(r"chat,? puis l'année de|cat,? then the year", rule_of_the_password(paper))
    cat = next(word for asks, word in filled_in(paper)[1].items() if re.search(r"chat|cat", asks))
    year = next(post for post in posts(paper.cards) if re.search(r"arrivée|joined", post))
    return cat + found(r"\b(\d{4})\b", year)


def number_of_the_portal(paper: Paper) -> str:
    """The portal of the normal message, or of the card or the note where there are no messages."""
    cards = paper.cards
    told = rule_of_the_password(paper)
    if "P07-C6" in cards:
        sheet = letters(cards["P07-C6"])
        mails = [letters(cards[f"P07-C{n}"]) for n in range(1, 6)]
        told = next(mail for mail in mails if sign_of(mail, sheet) == "normal")
    return found(r"(?i)(?:portail n°|portal no\.)\s*(\d)", told)


def portal(paper: Paper) -> tuple[str, str, str]:
    """Number, account and password; the number is that of a line which the portal offers."""
    number = number_of_the_portal(paper)
    assert re.search(rf"(?m)^{number} (?:Maintenance|Supplier|Administration)", paper.cards["P10-C1"])
    return number, wheel(paper), password(paper)


MONTHS = {
    name: number
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "January February March April May June July August September October November December",
    )
    for number, name in enumerate(names.split(), start=1)
}


def record(paper: Paper) -> str:
    """The label of the one record that has all five traits, and the patient's number on it."""
    cards, told = paper.cards, secrets(paper.cards)
    name = found(r"(?:nom de naissance|birth name)\s*: (\w+)", told)
    first = found(r"(?:prénom civil|given name)\s*: (\w+)", told)
    day, month, year = re.search(r"(?:née le|born on) (\d+) (\w+) (\d{4})", told).groups()
    place = found(r"(?:Née à|Born in) ([\w-]+)", told)
    row = rf"^(\d) {name} {first} {int(day):02}/{MONTHS[month]:02}/{year} F {place}$"
    numbers = re.findall(row, cards["P11-C1"], re.MULTILINE)
    assert len(numbers) == 1, numbers
    return label(cards, numbers[0])


SOLVERS: Mapping[str, Callable[[Paper], str]] = {
    "P1": register,
    "P2": strips,
    "P3": room,
    "P4": tray,
    "P5": lambda paper: filled_in(paper)[0],
    "P6": calls,
    "P7": mails,
    "P8": logs,
    "P9": wheel,
    "P11": record,
    "P12": word_of_the_alarm,
    "X1": bag,
    "X2": contract,
}
"""All puzzles with one answer; the portal of P10 has three."""
