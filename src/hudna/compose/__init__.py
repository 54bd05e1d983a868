"""What brings the ledger's pure functions and the store together: records and links in, entries out.

`resolution` compares what is new and writes links; `judged` is a View of the ledger as people left it;
`comparisons`, `provenance` and `findings` answer what the commands ask of a View.
"""
