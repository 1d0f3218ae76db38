"""WHAT ONE LOOKS AT: a screen or a sheet a file; each composes its widgets, calls verbs, and draws again."""
