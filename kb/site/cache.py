"""A cache of pictures, bounded in number and in bytes: the least lately used go first."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

__all__ = ["PictureCache"]


class PictureCache:
    """Bytes by key, at most `number` of them and at most `size` bytes in all."""

    def __init__(self, number: int = 256, size: int = 64_000_000) -> None:
        self.number, self.size = number, size
        self.held = 0
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """What is kept under `key`, else what `make` gives, kept from now on. What `make` raises is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            if key not in self._kept and len(made) <= self.size:
                self._kept[key] = made
                self.held += len(made)
            while len(self._kept) > self.number or self.held > self.size:
                _, gone = self._kept.popitem(last=False)
                self.held -= len(gone)
        return made
