"""The runs of a submission: what each is to do, and what it did, as far as that can be believed."""
