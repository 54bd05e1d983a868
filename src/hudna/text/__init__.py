"""Arabic text: decoding, restoring, normalising with offset maps, segments, clitics, numbers."""
