"""The append-only history: lines that each carry the hash of the one before. It knows no subject."""
