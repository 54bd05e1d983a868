"""The command line: arguments in, pipeline or View, text out."""
