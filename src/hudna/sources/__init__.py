"""Readers: each turns one kind of input into Reports."""
