"""WHAT A SCREEN IS MADE OF: each widget shows values and says what happened; the screen decides what follows."""
