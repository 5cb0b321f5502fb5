"""The studio's own library of duties, objectives, guidelines and clauses; it starts from the shipped one."""
