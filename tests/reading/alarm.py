"""The red cards in order: what each of them does, and what the sentences of the private cards say of it."""

import re
from itertools import permutations

from tests.reading.cards import Paper, letters
from tests.reading.told import secrets

DEEDS = {
    "cut": r"débranché|network cable out|cable out",
    "leave": r"touche plus|touch nothing",
    "call": r"J'appelle|I phone|I call",
    "note": r"Je note l'heure|I note the time",
    "paper": r"continu(?:e|ent)\b.*papier|goes on.*paper",
    "report": r"signale :|reports:",
}
"""What helps in the first minutes, as the sentences on the private cards name it; the other cards do not."""
FIRST = r"Rien ne passe avant la coupure|Nothing comes before cutting"
RIGHT_AFTER = r"On appelle juste après avoir posé|You phone right after leaving"
BETWEEN = r"se notent après l'appel, avant de passer au papier|noted after the call, before going to paper"
BEFORE = r"sur papier avant que|on paper before"
LAST = r"ferme la marche|report comes last"


def word_of_the_alarm(paper: Paper) -> str:
    """The letters of the six cards that help, in the only order that fits every sentence."""
    told = secrets(paper.cards)
    for sentence in (FIRST, RIGHT_AFTER, BETWEEN, BEFORE, LAST):
        assert re.search(sentence, told), sentence
    letter_of = _letters(paper)
    orders = [
        order
        for order in permutations(DEEDS)
        if order[0] == "cut"
        and order.index("call") == order.index("leave") + 1
        and order.index("call") < order.index("note") < order.index("paper") < order.index("report")
        and order[-1] == "report"
    ]
    assert len(orders) == 1, orders
    return "".join(letter_of[deed] for deed in orders[0])


def _letters(paper: Paper) -> dict[str, str]:
    """The letter on the card of each deed; four cards are about none."""
    found: dict[str, list[str]] = {deed: [] for deed in DEEDS}
    cards = [text for ident, text in paper.cards.items() if ident.startswith("P12-C")]
    for text in cards:
        letter, rest = re.search(r"^([A-Z])\n(.+)", text, re.MULTILINE | re.DOTALL).groups()
        deeds = [deed for deed, sign in DEEDS.items() if re.search(sign, letters(rest))]
        assert len(deeds) <= 1, (text, deeds)
        for deed in deeds:
            found[deed].append(letter)
    assert len(cards) == 10 and all(len(some) == 1 for some in found.values()), found
    return {deed: some[0] for deed, some in found.items()}
