"""Gold facts, scores with intervals, floors, and the accuracy card."""
