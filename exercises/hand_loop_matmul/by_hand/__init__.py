"""The product by hand in a trace: what it is made of, whose it is, and what is wrong with it."""
