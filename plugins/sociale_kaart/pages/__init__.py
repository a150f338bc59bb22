"""What pages there are, their templates, the maps and the texts."""
