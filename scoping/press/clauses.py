"""The text of clauses as it is printed: the rule stands in the domain, where findings read it, too."""

from scoping.domain.clauses import GAP, filled, from_fields, names_in

__all__ = ["GAP", "filled", "from_fields", "names_in"]
