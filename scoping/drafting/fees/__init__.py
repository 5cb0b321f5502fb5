"""The step "Fees": what each lane costs, on which terms, and how it is taxed."""
