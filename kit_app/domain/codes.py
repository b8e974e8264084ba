"""Card codes: six letters that survive a keyboard layout, a misread letter and swapped neighbours."""

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
