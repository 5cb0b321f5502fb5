"""The step "Objectives": what each role must reach."""
