"""What the commands do; imported when one runs, never for `--help`."""
