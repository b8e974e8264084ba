"""Cycles are collected, but never by a worker's thread."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kit_app.ui.garbage import Collector


class Node:
    def __init__(self) -> None:
        self.me = self


def test_a_worker_never_collects_and_the_interface_thread_does(qapp: QApplication) -> None:
    owner = QObject()
    collector = Collector(owner)
    threads: set[str] = set()
    gc.callbacks.append(lambda phase, info: threads.add(threading.current_thread().name))
    try:
        node = weakref.ref(Node())

        def allocate() -> None:
            kept = [Node() for _ in range(5_000)]
            kept.clear()

        worker = threading.Thread(target=allocate, name="worker")
        worker.start()
        worker.join()
        assert node() is not None
        for _ in range(30):
            collector.collect()
            collector.collect()
        gc.collect()
    finally:
        gc.callbacks.pop()
    assert node() is None
    assert threads == {"MainThread"}


def test_a_thousand_new_objects_are_enough_to_collect(qapp: QApplication) -> None:
    owner = QObject()
    collector = Collector(owner)
    gc.collect()
    node = weakref.ref(Node())
    kept = [[] for _ in range(2_000)]
    collector.collect()
    assert kept
    assert node() is None
