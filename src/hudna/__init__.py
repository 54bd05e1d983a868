"""hudna (هدنة, truce): reads Arabic conflict reporting and keeps a sourced ledger of claims."""
