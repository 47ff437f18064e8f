"""What the clients were told: every answer, and which keys they were promised."""

import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np

from tests.faults.client import Answer
from tests.faults.messages import Message

ACCEPTED = 202


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a message: seconds since 1970 when it was sent and when the answer came."""

    message: Message
    status: int
    sent: float
    came: float
    key: str = ""
    duplicate: bool = False
    counted: bool = False

    @property
    def seconds(self) -> float:
        return self.came - self.sent


@dataclass
class Ledger:
    """Everything that clients saw during a fault. Safe to write to from many threads."""

    replies: list[Reply] = field(default_factory=list)
    # Requests that got no answer, by kind: refused, reset, hung.
    unanswered: Counter[str] = field(default_factory=Counter)
    given_up: int = 0
    _first_sent: dict[Message, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answered(self, message: Message, answer: Answer, *, sent: float, came: float) -> Reply:
        said = answer.json() if answer.status == ACCEPTED else {}
        reply = Reply(
            message,
            answer.status,
            sent,
            came,
            key=said.get("id", "").replace("-", ""),
            duplicate=said.get("duplicate", False),
            counted=said.get("counted", False),
        )
        with self._lock:
            self._first_sent.setdefault(message, sent)
            self.replies.append(reply)
        return reply

    def failed(self, message: Message, error: OSError, *, sent: float) -> None:
        with self._lock:
            self._first_sent.setdefault(message, sent)
            self.unanswered[type(error).__name__] += 1

    def gave_up(self) -> None:
        with self._lock:
            self.given_up += 1

    @property
    def sent(self) -> int:
        """Requests that reached the server: a connection that is refused carries none."""
        refused = self.unanswered[ConnectionRefusedError.__name__]
        return len(self.replies) + self.unanswered.total() - refused

    @property
    def accepted(self) -> list[Reply]:
        return [reply for reply in self.replies if reply.status == ACCEPTED]

    def statuses(self) -> Counter[int]:
        return Counter(reply.status for reply in self.replies)

    def promised(self) -> dict[str, tuple[float, float]]:
        """Each acknowledged key, with the span in which its report can have been received.

        A report that is sent again is taken again where the first is on its way and the other
        store is asked: of two answers that say "counted" either may be the one that is stored.
        """
        spans: dict[str, tuple[float, float]] = {}
        for reply in self.accepted:
            first, last = spans.get(reply.key, (reply.sent, reply.came))
            first = min(first, self._first_sent[reply.message])
            spans[reply.key] = first, max(last, reply.came) if reply.counted else last
        return spans

    def story(self, key: str) -> str:
        """What the clients of a key were told, in order: for whoever looks into a loss."""
        messages = {reply.message for reply in self.replies if reply.key == key}
        told = sorted(
            (reply for reply in self.replies if reply.message in messages),
            key=lambda reply: reply.sent,
        )
        first = min(self._first_sent[message] for message in messages)
        parts = [
            f"+{reply.sent - first:.2f}s…+{reply.came - first:.2f}s {reply.status}"
            f"{' duplicate' if reply.duplicate else ''} {reply.key[-6:]}"
            for reply in told[:8]
        ]
        ids = sum(message.client_id is not None for message in messages)
        begun = datetime.fromtimestamp(first, tz=UTC)
        return f"{key} ({ids} with id) from {begun:%H:%M:%S.%f}: {', '.join(parts)}"

    def keys_of_messages(self) -> dict[Message, set[str]]:
        """The keys that each acknowledged report was promised under: of each one must stand.

        More than one where it was on its way into the inbox when that went away, and was sent again
        with its id in the next window: the database has not heard of it then.
        """
        keys: dict[Message, set[str]] = {}
        for reply in self.accepted:
            keys.setdefault(reply.message, set()).add(reply.key)
        return keys

    def slowest(self, *statuses: int) -> float:
        """Seconds of the slowest answer of these kinds; 0 when there was none."""
        return max((r.seconds for r in self.replies if r.status in statuses), default=0.0)


def percentile(replies: Sequence[Reply], q: float) -> float:
    """Seconds within which a share of the answers came; 0 when there are none."""
    return float(np.percentile([reply.seconds for reply in replies], q)) if replies else 0.0
