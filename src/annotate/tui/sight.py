"""What the review screen draws: a walk through the queue, or the glance at its first claim while the rest loads."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotate.glance import Glance
    from annotate.tui.walk import Walk

    Sight = Walk | Glance
