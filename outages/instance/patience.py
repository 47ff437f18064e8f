"""How long a program may go without progress before it is to be started again."""

from dataclasses import dataclass

# A tick is published every second, so this is no hiccup; with the restart, on a busy machine, it
# stays within a minute (intake.md, F18). A worker may be at long work with all its processes.
SILENT_SECONDS = {"beat": 20.0, "worker": 35.0}
# A first start imports everything on a slow machine (as processes.READY_SECONDS).
STARTING_SECONDS = 90.0
# Looks that are further apart say that the onlooker itself was stopped.
LONGEST_GAP = 15.0


@dataclass(frozen=True, kw_only=True)
class Look:
    """What one look at Valkey has shown.

    `own`: the last progress of the watched program, in any form that changes with it. `demanded`:
    there was something to hear, so silence since the look before tells against it.
    """

    own: bytes | None
    demanded: bool


class Patience:
    """Counts the silence of one program, only while it could be heard and had something to do."""

    def __init__(self, *, silent: float, starting: float = STARTING_SECONDS) -> None:
        self._silent = silent
        self._allowed = starting
        self._since: float | None = None
        self._looked: float | None = None
        self._own: bytes | None = None

    def is_over(self, look: Look | None, *, at: float) -> bool:
        """Take a look into account; `at` in seconds of a clock that is never set.

        `look` None: Valkey did not answer.
        """
        awake = self._looked is not None and at - self._looked <= LONGEST_GAP
        self._looked = at
        if look is None or not awake:
            self._since = at
            self._own = look.own if look else self._own
            return False
        if look.own != self._own:
            self._own = look.own
            self._allowed = self._silent
            self._since = at
        elif not look.demanded or self._since is None:
            self._since = at
        return at - self._since >= self._allowed
