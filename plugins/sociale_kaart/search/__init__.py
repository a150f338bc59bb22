"""The finder's data: what each initiative says, what people call it, and how Dutch words change."""
