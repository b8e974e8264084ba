"""The two puzzles of the sixty minutes: things that put patients at risk, and the life of a contract."""

import re

from tests.reading.cards import Paper, letters

FAULTS = (
    r"sans verrouillage|no screen lock",
    r"[Ll]iste de patients .*posée|patient list on",
    r"session partagée|shared session",
    r"Wi-Fi .*(?:sans|no) VPN",
    r"Mot de passe sur|Password on",
)
"""What careless people do, as everybody knows who has worked with a computer."""
PHASES = {
    r"^Avant|^Before": (r"cahier des charges|tender", r"Étude de risques|Risk study"),
    r"^Pendant|^During": (r"facteur créés|factor created", r"avant l'ouverture|before opening"),
    r"^En service|^In service": (r"Correctifs|Patches", r"Incident"),
    r"^À la fin|^At the end": (r"rendues puis effacées|returned then erased", r"fermés|closed"),
}
"""By the head of a column: what is done then."""


def bag(paper: Paper) -> str:
    """The numbers of what puts patients at risk, in rising order."""
    parts = re.split(r"^(\d)$", paper.cards["X01-C1"], flags=re.MULTILINE)
    things = {number: letters(text) for number, text in zip(parts[1::2], parts[2::2], strict=True)}
    assert len(things) == 9, things
    faulty = sorted(
        number for number, text in things.items() if any(re.search(fault, text) for fault in FAULTS)
    )
    assert len(faulty) == 5, faulty
    return "".join(faulty)


def contract(paper: Paper) -> str:
    """The letters of the cards, by the board's columns from the left, the lower number first."""
    cards = [
        re.search(r"^([A-Z])\n(\d)\n(.+)$", text, re.MULTILINE | re.DOTALL).groups()
        for ident, text in paper.cards.items()
        if re.fullmatch(r"X02-C[1-8]", ident)
    ]
    word = ""
    for column in _columns(paper):
        signs = next(signs for head, signs in PHASES.items() if re.search(head, column))
        here = sorted(
            (number, letter)
            for letter, number, text in cards
            if any(re.search(sign, letters(text)) for sign in signs)
        )
        assert len(here) == 2, (column, here)
        word += "".join(letter for _, letter in here)
    return word


def _columns(paper: Paper) -> list[str]:
    """The heads of the board's four columns from left to right: words on one line, far from one another."""
    text = paper.cards["X02-C9"]
    page = paper.page_of("X02-C9")
    heads = {}
    for pattern in (r"Avant le contrat|Before the contract", r"Pendant le projet|During the project",
                    r"En service|In service", r"À la fin|At the end"):  # fmt: skip
        head = re.search(pattern, text)
        assert head, text
        found = page.get_textpage().search(head[0], match_case=True).get_next()
        heads[page.get_textpage().get_charbox(found[0])[0]] = head[0]
    return [heads[x] for x in sorted(heads)]
