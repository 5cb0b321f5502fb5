"""The step "Clauses": the rules that this engagement agrees on."""
