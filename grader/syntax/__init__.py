"""What a file's source says by itself: its syntax tree, its lines, and what depends on what."""
