"""What was before: versions, their differences, one line of time, the dossier, the sheet."""
