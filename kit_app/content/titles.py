"""The title of a kit in each language, without reading the rest of it."""

from collections.abc import Iterable

from kit_app.content.files import KitFiles


def titles(files: KitFiles, languages: Iterable[str]) -> dict[str, str]:
    """The titles by language; a language whose words cannot be read has none."""
    import tomllib  # only here: a program that starts reads no kit

    found = {}
    for language in languages:
        try:
            words = tomllib.loads(files.get(f"words/{language}/kit.toml", b"").decode("utf-8-sig"))
        except (ValueError, RecursionError):
            continue
        title = words.get("title")
        if isinstance(title, str) and title:
            found[language] = title
    return found
