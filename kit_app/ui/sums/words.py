"""Times and counts in cells of tables."""

from kit_app.i18n import duration

_NO_NUMBER = "–"


def time_text(ms: int | None) -> str:
    """`7:40`, or a dash without a time."""
    return _NO_NUMBER if ms is None else duration(ms // 1000)


def count_text(count: int) -> str:
    """The number, or a dash for none."""
    return str(count) if count else _NO_NUMBER
