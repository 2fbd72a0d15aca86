"""The files of an instructor's folder or zip: whose each is, and which of them are to be graded."""
