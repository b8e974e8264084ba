"""Card codes: six letters that survive a keyboard layout, a misread letter and swapped neighbours.

What people misread and mishear, and what a scanner types on a foreign keyboard, is mended, never guessed.
"""

from collections.abc import Collection, Mapping

from kit_app.domain.spelling import normalised

ALPHABET = "BCDEFGHJKNPRSTVXY"
"""17 letters on the same keys in AZERTY and QWERTY, without look-alikes; 17 is prime."""

LENGTH = 6


def is_valid(code: str) -> bool:
    """Whether `code` is six letters of the alphabet whose weighted sum is 0 modulo 17."""
    if len(code) != LENGTH or any(letter not in ALPHABET for letter in code):
        return False
    return sum(place * ALPHABET.index(letter) for place, letter in enumerate(code, start=1)) % 17 == 0


def completed(first_five: str) -> str:
    """`first_five` letters with the one sixth letter that makes the code valid."""
    total = sum(place * ALPHABET.index(letter) for place, letter in enumerate(first_five, start=1))
    check = next(number for number in range(17) if (total + LENGTH * number) % 17 == 0)
    return first_five + ALPHABET[check]


def shown(code: str) -> str:
    """`code` as it is printed and spoken: `BCD·FGH`."""
    return f"{code[:3]}·{code[3:]}"


def looks_like_code(typed: str) -> bool:
    """Whether normalised text could only be a card code: six letters, all of the alphabet."""
    return len(typed) == LENGTH and all(letter in ALPHABET for letter in typed)


_STAND_FOR: Mapping[str, str] = {
    **{
        "0": "D",
        "1": "JT",
        "2": "S",
        "3": "BE",
        "4": "HY",
        "5": "S",
        "6": "G",
        "7": "TY",
        "8": "B",
        "9": "GP",
    },
    **{"A": "HR", "I": "JTY", "L": "E", "M": "N", "O": "D", "Q": "GK", "U": "V", "W": "V", "Z": "SY"},
}
"""Signs that no code holds, each with the letters that it looks or sounds like."""

_ALIKE = (
    *("BCDEGPTV", "FSX", "GJ", "JK"),  # sound alike, spelled in French or in English
    *("BR", "PR", "BD", "EF", "CG", "VY", "XY", "KX", "HN", "HK"),  # look alike, written by hand or creased
)
"""Groups of letters that are mistaken for one another."""

_LAYOUTS = (
    "bcdefghjknprstvxz",  # German and Swiss keyboards: Y and Z change places
    "kxipe,ctsnjouè.yê",  # BÉPO (its Y is a dead key, which types nothing by itself)
    "xje.uidhtblpoykqf",  # Dvorak
    "исвуапролтзкыемчн",  # Russian
    "βψδεφγηξκνπρστωχυ",  # Greek
)
"""What the keys of `ALPHABET` type on other keyboards, letter by letter."""

_READINGS: tuple[dict[int, str], ...] = tuple(
    {ord(sign): letter for sign, letter in zip(signs, ALPHABET, strict=True)} for signs in _LAYOUTS
)
_SEPARATORS = str.maketrans("", "", " \t\u00a0·-")


def readings(typed: str, keys: str = "") -> tuple[str, ...]:
    """What `typed` may have been meant as, the plain reading first, then one for each other keyboard.

    `keys`: the signs of the same key presses on a United States keyboard (empty: not known).
    """
    bare = typed.translate(_SEPARATORS).lower()
    others = (bare.translate(reading).upper() for reading in _READINGS)
    found = (normalised(typed), normalised(keys), *map(normalised, others))
    return tuple(dict.fromkeys(reading for reading in found if reading))


def ends_as_code(typed: str, keys: str = "") -> bool:
    """Whether some reading of a whole line ends in a valid code; scanners may send a prefix before it."""
    return any(is_valid(reading[-LENGTH:]) for reading in readings(typed, keys))


def forgiven(typed: str, known: Collection[str], keys: str = "") -> str:
    """The one code of `known` that `typed` stands for; empty when it is none, or could be two.

    Case, spaces and dots do not matter. A whole line typed on another keyboard is read as meant; with `keys`
    (see `readings`: what a scanner pressed) also after a prefix. One letter may look or sound like the right
    one, and signs that no code holds stand for letters that they look like. A valid code that is not known
    is another card, never a mistake. A code that is one letter or one swap of neighbours away is a rival:
    it is what was meant as likely as any other, so that a wrong letter never turns into another card.
    """
    plain = normalised(typed)
    if plain in known:
        return plain
    if is_valid(plain):
        return ""
    found = _elsewhere(typed, keys, known)
    if len(plain) == LENGTH:
        found |= {code for code in known if _fits(plain, code)}
        if found:
            found |= {code for code in known if _is_near(plain, code)}
    return found.pop() if len(found) == 1 else ""


def _elsewhere(typed: str, keys: str, known: Collection[str]) -> set[str]:
    """Codes that the same key presses mean on another keyboard, or after a scanner's prefix."""
    whole = readings(typed, keys)
    ends = (reading[-LENGTH:] for reading in whole) if keys else ()
    return {reading for reading in (*whole, *ends) if reading in known}


def _fits(plain: str, code: str) -> bool:
    """Whether every sign that differs is one that no code holds, but for one letter like the right one."""
    slips = 0
    for sign, letter in zip(plain, code, strict=True):
        if sign == letter or letter in _STAND_FOR.get(sign, ""):
            continue
        slips += 1
        if slips > 1 or not any(sign in group and letter in group for group in _ALIKE):
            return False
    return True


def _is_near(plain: str, code: str) -> bool:
    """Whether any single letter, or two neighbours that changed places, make the difference."""
    differing = [place for place in range(LENGTH) if plain[place] != code[place]]
    if len(differing) <= 1:
        return True
    first, last = differing[0], differing[-1]
    return last == first + 1 and plain[first] == code[last] and plain[last] == code[first]
