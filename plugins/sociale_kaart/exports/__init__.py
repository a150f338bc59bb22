"""The open data: one module a format."""
