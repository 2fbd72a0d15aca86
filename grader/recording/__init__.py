"""Everything that touches a submission's code: it runs here, in a process of its own, and only data comes out."""
