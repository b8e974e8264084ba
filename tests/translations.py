"""Marked sentences of the code against the French catalogue; `--write` adds what is missing."""

from __future__ import annotations

import ast
import re
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
FRENCH = ROOT / "resources" / "i18n" / "fr.po"
NAMES = {"N_", "t", "_t"}
NOT_VALUES = {"detail"}
BAD_SPACE = re.compile(r"(?<![\u00a0?!])[;?!»]|(?<!\u00a0):(?=\s|$)|«(?!\u00a0)")
HARSH = re.compile(r"(?i)\b(erreur|invalide|veuillez)s?\b")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence where it is written: `many` is its plural, `given` the values that the call names."""

    one: str
    many: str
    path: str
    line: int
    given: frozenset[str] | None = None


def marked(root: Path = ROOT) -> list[Marked]:
    """Every marked sentence of the program, in the order of files and lines."""
    return [found for path in sources(root) for found in _in_file(path, root)]


def sources(root: Path = ROOT) -> list[Path]:
    return [*sorted(root.glob("kit_app/**/*.py")), *sorted(root.glob("printables/**/*.py")), root / "main.py"]


def _in_file(path: Path, root: Path) -> Iterator[Marked]:
    where = path.relative_to(root).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        if _name(call.func) in NAMES:
            yield from _one(call, where)
        elif (
            isinstance(call.func, ast.Attribute)
            and call.func.attr == "plural"
            and _name(call.func.value) in NAMES
        ):
            one, many = (_sentence(argument, where) for argument in call.args[:2])
            yield Marked(one, many, where, call.lineno, _values(call))


def _one(call: ast.Call, where: str) -> Iterator[Marked]:
    first = call.args[0]
    if isinstance(first, ast.Constant):
        given = None if _name(call.func) == "N_" else _values(call)
        yield Marked(_sentence(first, where), "", where, call.lineno, given)
    elif isinstance(first, ast.JoinedStr | ast.BinOp) or _name(call.func) == "N_":
        _sentence(first, where)


def _sentence(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"{where}:{node.lineno}: only a plain sentence can be translated")


def _name(node: ast.expr) -> str:
    return getattr(node, "id", "") or getattr(node, "attr", "")


def _values(call: ast.Call) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    return frozenset(keyword.arg for keyword in call.keywords if keyword.arg) - NOT_VALUES


def placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def findings(sentences: list[Marked], catalogue: polib.POFile) -> list[str]:
    """What a translator or an author has to mend; empty when all is well."""
    entries = {entry.msgid: entry for entry in catalogue if not entry.obsolete}
    found = [problem for sentence in sentences for problem in _code_findings(sentence)]
    for sentence in {sentence.one: sentence for sentence in sentences}.values():
        entry = entries.pop(sentence.one, None)
        if entry is None:
            found.append(f"{sentence.path}:{sentence.line}: not translated: {sentence.one}")
        else:
            found += _entry_findings(entry, sentence)
    return found + [f"fr.po:{entry.linenum}: no longer used: {entry.msgid}" for entry in entries.values()]


def _code_findings(sentence: Marked) -> Iterator[str]:
    if sentence.given is None:
        return
    needed = placeholders(sentence.one) | placeholders(sentence.many)
    if (needed - {"n"} if sentence.many else needed) != sentence.given:
        yield f"{sentence.path}:{sentence.line}: values differ from the sentence's: {sentence.one}"


def _entry_findings(entry: polib.POEntry, sentence: Marked) -> Iterator[str]:
    where = f"fr.po:{entry.linenum}"
    forms = (
        [entry.msgstr_plural.get(0, ""), entry.msgstr_plural.get(1, "")] if sentence.many else [entry.msgstr]
    )
    if entry.msgid_plural != sentence.many:
        yield f"{where}: other plural than in the code: {entry.msgid}"
    if "fuzzy" in entry.flags:
        yield f"{where}: fuzzy: {entry.msgid}"
    if not all(forms):
        yield f"{where}: empty: {entry.msgid}"
    for original, form in zip([sentence.one, sentence.many][: len(forms)], forms, strict=True):
        if form and placeholders(form) != placeholders(original) and not _says_one(form, original, sentence):
            yield f"{where}: other placeholders: {form}"
        yield from (f"{where}: {problem}: {form}" for problem in typography(form))


def _says_one(form: str, original: str, sentence: Marked) -> bool:
    """A singular may spell out `{n}` as a word, or show it, since French counts 0 as singular."""
    return (
        original == sentence.one
        and bool(sentence.many)
        and placeholders(form) ^ placeholders(original) == {"n"}
    )


def typography(french: str) -> list[str]:
    """What French typography and the tone of the program do not allow."""
    text = re.sub(r"\{[^{}]*\}", "x", french)
    found = []
    if BAD_SPACE.search(text):
        found.append("a no-break space belongs before : ; ? ! » and after «")
    if HARSH.search(text):
        found.append("a calmer word is needed")
    if "'" in text:
        found.append("the apostrophe is ’")
    return found


def write_missing(path: Path = FRENCH) -> int:
    """Add an empty entry at the end for each sentence that the catalogue lacks; returns how many."""
    known = {entry.msgid for entry in polib.pofile(str(path))}
    fresh = {sentence.one: sentence for sentence in marked() if sentence.one not in known}
    entries = (
        polib.POEntry(
            msgid=sentence.one,
            msgid_plural=sentence.many,
            msgstr_plural={0: "", 1: ""} if sentence.many else {},
            occurrences=[(sentence.path, "")],
        ).__unicode__(wrapwidth=0)
        for sentence in fresh.values()
    )
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(f"\n{entry.strip()}\n" for entry in entries)
    return len(fresh)


def sort(path: Path = FRENCH) -> None:
    """Put the entries in the order of the source files and name the file of each; drop what nothing uses."""
    order = {sentence.one: (place, sentence) for place, sentence in reversed(list(enumerate(marked())))}
    catalogue = polib.pofile(str(path), wrapwidth=0)
    kept = sorted(
        (entry for entry in catalogue if entry.msgid in order), key=lambda entry: order[entry.msgid][0]
    )
    for entry in kept:
        entry.occurrences = [(order[entry.msgid][1].path, "")]
    catalogue[:] = kept
    catalogue.save(str(path), newline="\n")


def main(arguments: list[str]) -> int:
    """Say what is missing; `--write` first adds empty entries, `--sort` first puts the catalogue in order."""
    if "--write" in arguments:
        print(f"{write_missing()} entries added to {FRENCH.relative_to(ROOT)}")
    if "--sort" in arguments:
        sort()
    found = findings(marked(), polib.pofile(str(FRENCH)))
    print(*found, f"{len(found)} findings", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
