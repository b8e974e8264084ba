"""Read plain data as a frozen dataclass, strictly, and say every way in which it does not fit."""

import json
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from kit_app.content.source import Source, likely
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_

_SENTENCES = {
    "missing": N_("“{key}” is missing. Add it."),
    "string_type": N_("“{key}” must be a text between quotation marks."),
    "int_type": N_("“{key}” must be a whole number, without quotation marks."),
    "int_from_float": N_("“{key}” must be a whole number, without quotation marks."),
    "float_type": N_("“{key}” must be a number, without quotation marks."),
    "bool_type": N_("“{key}” must be true or false, without quotation marks."),
    "tuple_type": N_("“{key}” must be a list between square brackets."),
    "dict_type": N_("“{key}” must be a table of keys and values."),
    "dataclass_type": N_("“{key}” must be a table of keys and values."),
    "literal_error": N_("“{key}” must be one of: {expected}."),
    "too_long": N_("“{key}” must have {max_length} items; it has {actual_length}."),
    "value_error": N_("“{key}” does not hold together: {error}."),
}
_OTHERWISE = N_("“{key}” cannot be read: {reason}.")
_UNKNOWN = N_("“{key}” is not known here. Take it out.")
_MISSPELT = N_("“{key}” is not known here. Did you mean “{meant}”?")
_ADDRESS = N_("“{key}” is not known here: a QR code carries the card code and nothing else. Take it out.")
_ADDRESSES = frozenset({"qr", "url", "link", "href", "address", "qr_text"})

Problems = tuple[KitProblem, ...]


def read_as(model: type[Any], data: Any, source: Source, prefix: KeyPath = ()) -> tuple[Any, Problems]:
    """`data`, which stands at `prefix` of `source`, as `model`; None when it does not fit; and the problems.

    Unknown keys are reported and then left out, so that the rest can still be read and checked.
    """
    from pydantic import ValidationError

    problems: list[KitProblem] = []
    adapter = _adapter(cast(Hashable, model))
    for _ in range(2):
        try:
            packed = json.dumps(data, default=_no_text)
        except (ValueError, RecursionError):
            found = source.problem(
                prefix, N_("A number here is too long, or brackets are nested too deeply.")
            )
            return None, (*problems, found)
        try:
            return adapter.validate_json(packed, strict=True, extra="forbid"), tuple(problems)
        except ValidationError as cause:
            errors = cause.errors(include_url=False, include_input=False)
            problems += [_problem(error, model, source, prefix) for error in errors]
            unknown = [error["loc"] for error in errors if error["type"] == "unexpected_keyword_argument"]
            if not unknown:
                break
            for path in unknown:
                data = _without(data, path)
    return None, tuple(dict.fromkeys(problems))


@cache
def _adapter(model: Hashable) -> Any:
    """What reads `model`: it takes long to make."""
    from pydantic import TypeAdapter

    return TypeAdapter(cast(Any, model))


def _no_text(value: object) -> object:
    """A date or time of TOML, which no key of ours takes: an object that fits nowhere."""
    return {"": str(value)}


def _problem(error: Mapping[str, Any], model: type[Any], source: Source, prefix: KeyPath) -> KitProblem:
    path = prefix + tuple(error["loc"])
    key = str(path[-1] + 1 if isinstance(path[-1], int) else path[-1]) if path else source.file
    if error["type"] == "unexpected_keyword_argument":
        if key in _ADDRESSES:
            return source.problem(path, _ADDRESS, key=key)
        meant = likely(key, _keys_at(model, tuple(error["loc"])[:-1]))
        if meant:
            return source.problem(path, _MISSPELT, key=key, meant=meant)
        return source.problem(path, _UNKNOWN, key=key)
    if error["type"] not in _SENTENCES:
        return source.problem(path, _OTHERWISE, key=key, reason=str(error["msg"]))
    values = {name: str(value) for name, value in error.get("ctx", {}).items()}
    return source.problem(path, _SENTENCES[error["type"]], **values | {"key": key})


def _keys_at(model: Any, path: KeyPath) -> tuple[str, ...]:
    """The keys that the table at `path` of `model` may have; none when it is no dataclass."""
    for key in path:
        if is_dataclass(model):
            model = get_type_hints(model).get(str(key))
        else:
            arguments = [one for one in get_args(model) if one is not Ellipsis and one is not type(None)]
            model = arguments[-1] if arguments else None
    return tuple(one.name for one in fields(model)) if is_dataclass(model) else ()


def _without(data: Any, path: KeyPath) -> Any:
    """A copy of `data` without the key at `path`."""
    key, rest = path[0], path[1:]
    if isinstance(data, list):
        return [_without(item, rest) if number == key else item for number, item in enumerate(data)]
    if not rest:
        return {name: value for name, value in data.items() if name != key}
    return {name: _without(value, rest) if name == key else value for name, value in data.items()}
