"""A result in other tools' formats: each module a pure projection of `Result`."""
