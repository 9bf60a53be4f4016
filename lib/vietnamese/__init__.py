"""Vietnamese text as offices write it: letters, names, days, periods, old encodings."""
