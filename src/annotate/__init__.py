"""A fact-check annotation tool for the terminal."""
