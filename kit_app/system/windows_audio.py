"""The loudspeaker of Windows, asked by COM without any package: its volume, whether it is muted, its name."""

from __future__ import annotations

import sys
from typing import Any

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes
    from uuid import UUID

    _CLASS = "BCDE0395-E52F-467C-8E3D-C4579291692E"  # MMDeviceEnumerator
    _ENUMERATOR = "A95664D2-9614-4F35-A746-DE8DB63617E6"  # IMMDeviceEnumerator
    _VOLUME = "5CDF2C82-841E-4546-9722-0CF74078229A"  # IAudioEndpointVolume
    _ANY_CONTEXT = 23
    _RENDER, _MULTIMEDIA = 0, 1
    _NOT_FOUND = -2147023728
    _ALREADY_OTHER = -2147417850
    _RELEASE, _GET_DEFAULT, _ACTIVATE, _GET_VOLUME, _GET_MUTE = 2, 4, 3, 9, 15
    _NAME_LETTERS = 32

    class _WaveCaps(ctypes.Structure):
        _fields_ = (
            ("maker", wintypes.WORD),
            ("product", wintypes.WORD),
            ("version", wintypes.UINT),
            ("name", wintypes.WCHAR * _NAME_LETTERS),
            ("formats", wintypes.DWORD),
            ("channels", wintypes.WORD),
            ("reserved", wintypes.WORD),
            ("support", wintypes.DWORD),
        )

    def _id(text: str) -> ctypes.Array[ctypes.c_char]:
        return ctypes.create_string_buffer(UUID(text).bytes_le, 16)

    def _call(thing: ctypes.c_void_p, place: int, *arguments: object) -> int:
        """Call the method at this place of the thing's table; the arguments are ctypes values."""
        table = ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        kinds: list[Any] = [type(one) for one in arguments]
        method = ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *kinds)(table[place] or 0)
        return int(method(thing, *arguments))

    def _out(value: object) -> ctypes.c_void_p:
        return ctypes.cast(ctypes.pointer(value), ctypes.c_void_p)  # type: ignore[type-var]

    def default_endpoint() -> tuple[int | None, bool | None, str] | None:
        """Volume in percent, mute, name; None when there is no device. Raises OSError when COM refuses."""
        ole = ctypes.windll.ole32
        begun = int(ctypes.c_long(ole.CoInitializeEx(None, 0)).value)
        if begun < 0 and begun != _ALREADY_OTHER:
            raise OSError(begun)
        try:
            return _endpoint(ole)
        finally:
            if begun >= 0:
                ole.CoUninitialize()

    def _endpoint(ole: ctypes.WinDLL) -> tuple[int | None, bool | None, str] | None:
        devices, device, volume = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_void_p()
        made = ole.CoCreateInstance(_id(_CLASS), None, _ANY_CONTEXT, _id(_ENUMERATOR), ctypes.byref(devices))
        if made:
            raise OSError(made)
        try:
            kinds = ctypes.c_int(_RENDER), ctypes.c_int(_MULTIMEDIA)
            found = _call(devices, _GET_DEFAULT, *kinds, _out(device))
            if found == _NOT_FOUND:
                return None
            if found:
                raise OSError(found)
            identity = ctypes.cast(_id(_VOLUME), ctypes.c_void_p)
            context = ctypes.c_uint(_ANY_CONTEXT)
            if _call(device, _ACTIVATE, identity, context, ctypes.c_void_p(), _out(volume)):
                return None, None, _name()
            level, mute = ctypes.c_float(), ctypes.c_int()
            is_told = not _call(volume, _GET_VOLUME, _out(level)) and not _call(volume, _GET_MUTE, _out(mute))
            return (round(level.value * 100), bool(mute.value), _name()) if is_told else (None, None, _name())
        finally:
            for thing in (volume, device, devices):
                if thing.value:
                    _call(thing, _RELEASE)

    def _name() -> str:
        """What the first loudspeaker is called; its names are cut at 31 letters."""
        caps = _WaveCaps()
        if ctypes.windll.winmm.waveOutGetDevCapsW(0, ctypes.byref(caps), ctypes.sizeof(caps)):
            return ""
        return str(caps.name)
