"""sociale-kaart: from YAML files, one an initiative, to a searchable, mapped website per kern."""
