"""From Annotations to Assertions, each with span, step, score and reason."""
