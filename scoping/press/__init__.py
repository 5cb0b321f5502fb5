"""The press: a Scope becomes the document that a client reads and signs. No database, no rule, no
judgement."""
