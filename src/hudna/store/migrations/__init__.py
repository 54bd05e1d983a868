"""Alembic's side of the ledger: `env.py` and one file a revision; run from the package, no alembic.ini."""
