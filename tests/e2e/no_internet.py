"""`python -m tests.e2e.no_internet COMMAND…` runs a command that ends when it asks for the internet.

A filter of the kernel (seccomp) looks at each call for a socket: IPv4 and IPv6 end the process and count as
a crash (SIGSYS); all others pass. Children are bound by it too.
"""

import ctypes
import os
import platform
import struct
import sys

INTERNET = (2, 10)  # AF_INET, AF_INET6
_SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""How the kernel calls a machine, and the number of its call `socket`."""

_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def is_possible() -> bool:
    """Whether this system has such filters, and we know its numbers."""
    return sys.platform == "linux" and platform.machine() in _SOCKET


def forbid() -> None:
    """From now on an internet socket ends this process. Raises OSError."""
    machine, number = _SOCKET[platform.machine()]
    lines = (
        (_LOAD, 0, 0, _MACHINE),
        (_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_EQUAL, 0, 4, number),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_EQUAL, 1, 0, INTERNET[0]),
        (_EQUAL, 0, 1, INTERNET[1]),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in lines))
    program = _Program(len(lines), ctypes.cast(code, ctypes.c_void_p))
    kernel = ctypes.CDLL(None, use_errno=True)
    for act in (
        (_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0),
        (_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0),
    ):
        if kernel.prctl(*act):
            raise OSError(ctypes.get_errno(), "the system does not take the filter")


if __name__ == "__main__":
    forbid()
    os.execvp(sys.argv[1], sys.argv[1:])
