"""The first claim, there to be read while everything that acts on it is still loading."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotate.tui.screens.review_frame import ReviewFrame

if TYPE_CHECKING:
    from annotate.glance import Glance


class FirstLookScreen(ReviewFrame):
    """Shows a glance, and calls `shown` when it is painted."""

    def __init__(self, glance: "Glance", shown: Callable[[], None]) -> None:
        super().__init__(glance)
        self._on_shown = shown

    def _opened(self) -> None:
        super()._opened()
        self.call_after_refresh(self._on_shown)
