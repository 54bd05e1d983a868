"""The situation report: a window of the ledger in numbered sentences, Arabic or English."""
