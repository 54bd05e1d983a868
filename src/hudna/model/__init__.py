"""Frozen values that travel through the program; imports nothing of ours."""
