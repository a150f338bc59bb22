"""The format: what people write, read strictly, as values that know where they stood."""
