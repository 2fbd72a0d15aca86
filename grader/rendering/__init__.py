"""How a result looks to a person, in a terminal and as a page: projections of `Graded`."""
