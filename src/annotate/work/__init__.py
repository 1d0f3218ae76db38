"""What you can do: one verb a file, one transaction a verb; the command line and the screens call these."""
