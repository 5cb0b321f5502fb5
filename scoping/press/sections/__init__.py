"""The document's sections: each a value that a template prints without deciding anything."""
