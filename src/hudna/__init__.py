"""hudna (هدنة, truce): reads Arabic conflict reporting and keeps a sourced ledger of claims."""

__version__ = "0.1.0"
