"""From a list that somebody kept in a spreadsheet to one file for each initiative. Nothing of it is lost."""
