"""WHAT A SCREEN IS MADE OF: each widget shows values and says what happened; the screen decides what follows."""

from annotate.tui.widgets.document import DocumentPane

__all__ = ["DocumentPane"]
