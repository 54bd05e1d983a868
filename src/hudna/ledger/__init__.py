"""Pure functions over Assertions and Judgements; no SQL, no clock."""
