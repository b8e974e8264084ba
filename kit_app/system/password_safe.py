"""Passwords in the keyring of the system, where it has one that can be used; never in a file of ours."""

from __future__ import annotations

import logging

log = logging.getLogger(__name__)

_LEAST_PRIORITY = 1
"""What the package itself recommends: less is a file of plain text, or no keyring at all."""


class PasswordSafe:
    """Passwords by service and user. The system may first ask somebody to unlock it: use it in a worker.

    Without the optional part, or without a keyring, nothing is found and nothing is kept.
    """

    def find(self, service: str, user: str) -> str:
        """The password that was kept; empty when there is none."""
        try:
            import keyring
        except ImportError:
            return ""
        try:
            return str(keyring.get_password(service, user) or "") if _is_usable() else ""
        except Exception as error:  # each system’s keyring fails in ways of its own
            log.warning("the keyring tells nothing: %r", error)
            return ""

    def keep(self, service: str, user: str, password: str) -> bool:
        """Whether the password is kept from now on; an empty one is dropped."""
        try:
            import keyring
        except ImportError:
            return False
        try:
            if not _is_usable():
                return False
            if password:
                keyring.set_password(service, user, password)
            elif keyring.get_password(service, user) is not None:
                keyring.delete_password(service, user)
            return True
        except Exception as error:  # as above
            log.warning("the keyring keeps nothing: %r", error)
            return False


def _is_usable() -> bool:
    import keyring

    return float(keyring.get_keyring().priority) >= _LEAST_PRIORITY
