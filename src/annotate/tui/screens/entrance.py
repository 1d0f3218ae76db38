"""Which screen to begin with, or to go to. Each is loaded when it is wanted: a first claim waits for nothing else."""

from typing import TYPE_CHECKING

from annotate.tui.screens.scene import Scene
from annotate.tui.stopwatch import IDLE
from annotate.tui.walk import Walk
from annotate.work import Desk

if TYPE_CHECKING:
    from annotate.tui.app import AnnotateApp, Start


def scene(room: "AnnotateApp", desk: Desk, start: "Start") -> Scene[None]:
    """The screen; the reviewer's walk goes along from one to the other. NotForYou where there is no reviewer."""
    if start == "adjudicate":
        from annotate.tui.screens.adjudicate import AdjudicateScreen
        from annotate.tui.settling import Settling

        return AdjudicateScreen(Settling(desk))
    if room.walk is None and (desk.reviewer is not None or start == "review"):
        room.walk = Walk(desk, room.personal.idle or IDLE)
    elif room.walk is not None:
        room.walk.refresh()  # he was elsewhere for a while
    if start == "review" and room.walk is not None:
        from annotate.tui.screens.review import ReviewScreen

        return ReviewScreen(room.walk)
    from annotate.tui.screens.home import HomeScreen

    return HomeScreen(desk, room.walk)
