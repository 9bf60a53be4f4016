"""Files in and out: `load_register` (JSON, CONTRACTS) and the office's sheets (Excel)."""
