"""Mistakes of a draft in words of its forms: where they are, without the names of files and lines."""

from __future__ import annotations

from pathlib import PurePosixPath

from kit_app.content.layers import layer_of
from kit_app.domain.problems import KitProblem
from kit_app.i18n import LANGUAGES, N_, Catalogue
from kit_app.services.workshop.labels import file_label, is_labelled, key_label

_SEPARATOR = " · "


def finding_sentence(problem: KitProblem, t: Catalogue) -> str:
    """A mistake behind the thing and the field that it is in."""
    sentence = t(problem.message, **problem.values)
    where = _where(problem, t)
    return t(N_("{topic}: {sentence}"), topic=where, sentence=sentence) if where else sentence


def _where(problem: KitProblem, t: Catalogue) -> str:
    folder, inner = layer_of(problem.file)
    parts = inner.split("/")
    language = parts[1] if parts[0] == "words" and len(parts) > 2 else ""
    stem = PurePosixPath(inner).stem
    name = file_label(stem, t)
    keys = [key for key in problem.key.split(".") if key and not key.isdecimal()]
    known = [key for key in keys if is_labelled(key)]
    field = key_label((known or keys)[-1], t) if keys else ""
    spoken = LANGUAGES.get(language, language)
    version = folder.rpartition("/")[2]
    return _SEPARATOR.join(filter(None, (name, version, field, spoken)))
