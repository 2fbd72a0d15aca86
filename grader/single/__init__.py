"""One file, as the command grades it: in a process of its own, told and shown at once."""
