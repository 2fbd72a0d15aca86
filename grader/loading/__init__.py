"""Reads what was handed in: files, notebooks, folders with one of them."""
