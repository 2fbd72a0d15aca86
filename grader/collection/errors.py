"""What is wrong with an instructor's folder or zip."""


class CollectionError(Exception):
    """A folder or zip that cannot be graded, or a file of it that cannot be read: what is wrong, and what to do."""
