"""Where X11 has its monitors now, asked of the server itself.

Qt keeps the old place of a monitor that went and came back under its name before Qt looked, and signals
nothing.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator, Mapping
from functools import cache

Area = tuple[int, int, int, int]
"""Left, top, width and height in points of the picture."""

_HEAD = struct.Struct("<12xI")
_MONITOR = struct.Struct("<IBBHhhHHII")
_HEAD_BYTES = 32


def monitors_in(reply: bytes) -> Iterator[tuple[int, Area]]:
    """The number of each monitor's name and its area, from the server's answer to RRGetMonitors."""
    (count,) = _HEAD.unpack_from(reply)
    at = _HEAD_BYTES
    for _monitor in range(count):
        name, _primary, _automatic, outputs, left, top, width, height, _, _ = _MONITOR.unpack_from(reply, at)
        yield name, (left, top, width, height)
        at += _MONITOR.size + 4 * outputs


if sys.platform == "linux":
    import ctypes

    _P, _U32, _INT = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int

    class _Cookie(ctypes.Structure):
        _fields_ = (("sequence", ctypes.c_uint),)

    class _Roots(ctypes.Structure):
        _fields_ = (("data", _P), ("rem", _INT), ("index", _INT))

    _CORE: Mapping[str, tuple[object, ...]] = {
        "xcb_connect": (_P, ctypes.c_char_p, _P),
        "xcb_connection_has_error": (_INT, _P),
        "xcb_get_setup": (_P, _P),
        "xcb_setup_roots_iterator": (_Roots, _P),
        "xcb_get_atom_name": (_Cookie, _P, _U32),
        "xcb_get_atom_name_reply": (_P, _P, _Cookie, _P),
        "xcb_get_atom_name_name": (_P, _P),
        "xcb_get_atom_name_name_length": (_INT, _P),
    }
    _RANDR: Mapping[str, tuple[object, ...]] = {
        "xcb_randr_get_monitors": (_Cookie, _P, _U32, ctypes.c_uint8),
        "xcb_randr_get_monitors_reply": (_P, _P, _Cookie, _P),
    }

    def _library(file: str, functions: Mapping[str, tuple[object, ...]]) -> ctypes.CDLL:
        """A library with the types of its functions: what each returns, then what it is given."""
        library = ctypes.CDLL(file)
        for name, (result, *given) in functions.items():
            function = getattr(library, name)
            function.restype, function.argtypes = result, given
        return library

    class _Server:
        """One connection for as long as the program runs: to connect takes far longer than to ask."""

        def __init__(self) -> None:
            self._core = _library("libxcb.so.1", _CORE)
            self._randr = _library("libxcb-randr.so.0", _RANDR)
            self._free = _library("libc.so.6", {"free": (None, _P)}).free
            self._link = self._core.xcb_connect(None, None)
            self._names: dict[int, str] = {}

        def areas(self) -> dict[str, Area]:
            if self._core.xcb_connection_has_error(self._link):
                return {}
            roots = self._core.xcb_setup_roots_iterator(self._core.xcb_get_setup(self._link))
            root = ctypes.cast(roots.data, ctypes.POINTER(_U32))[0]
            cookie = self._randr.xcb_randr_get_monitors(self._link, root, 1)
            reply = self._randr.xcb_randr_get_monitors_reply(self._link, cookie, None)
            if not reply:  # a server older than RandR 1.5
                return {}
            size = _HEAD_BYTES + 4 * ctypes.cast(reply, ctypes.POINTER(_U32))[1]
            found = list(monitors_in(ctypes.string_at(reply, size)))
            self._free(reply)
            return {self._name(atom): area for atom, area in found}

        def _name(self, atom: int) -> str:
            if atom not in self._names:
                cookie = self._core.xcb_get_atom_name(self._link, atom)
                reply = self._core.xcb_get_atom_name_reply(self._link, cookie, None)
                if not reply:
                    return ""
                length = self._core.xcb_get_atom_name_name_length(reply)
                name = ctypes.string_at(self._core.xcb_get_atom_name_name(reply), length)
                self._free(reply)
                self._names[atom] = name.decode(errors="replace")
            return self._names[atom]

    @cache
    def _server() -> _Server | None:
        try:
            return _Server()
        except (OSError, AttributeError):  # a system without these libraries
            return None

    def monitor_areas() -> dict[str, Area]:
        """By name, where each monitor is; empty where no X11 server answers. For one thread only."""
        server = _server()
        return {} if server is None else server.areas()

else:

    def monitor_areas() -> dict[str, Area]:
        """Nothing: Windows and macOS tell Qt of every change."""
        return {}
