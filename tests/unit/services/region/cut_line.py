"""A line between two computers that can be cut, or fall silent, after so many bytes."""

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress


class CutLine:
    """Hands on to `port` what comes in at `self.port`. After `limit` bytes to the server `act` is called.

    `mute`: nothing passes any more, and nobody hangs up. `reset`: both ends are told that the line is dead.
    """

    def __init__(self, port: int, limit: int, act: Callable[["CutLine"], None]) -> None:
        self._target = port
        self._left = limit
        self._act = act
        self._is_mute = False
        self._ends: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def mute(self) -> None:
        self._is_mute = True

    def reset(self) -> None:
        for end in self._ends:
            with suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                end.shutdown(socket.SHUT_RD)
                end.close()

    def __enter__(self) -> "CutLine":
        return self

    def __exit__(self, *_error: object) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        for thread in self._threads:
            thread.join(10)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _where = self._listening.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                self._ends += [near, far]
                for pair, counts in (((near, far), True), ((far, near), False)):
                    self._threads.append(threading.Thread(target=self._hand_on, args=(*pair, counts)))
                    self._threads[-1].start()

    def _hand_on(self, source: socket.socket, target: socket.socket, counts: bool) -> None:
        with suppress(OSError):
            while block := source.recv(4096):
                if counts and self._left > 0:
                    self._left -= len(block)
                    if self._left <= 0:
                        self._act(self)
                if not self._is_mute:
                    target.sendall(block)
            if not self._is_mute:
                target.shutdown(socket.SHUT_WR)
