"""Economics: an internal page beside the steps of a draft."""
