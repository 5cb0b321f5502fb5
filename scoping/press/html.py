"""From the decided document to HTML, by Django's templates, in the document's language."""

from django.template.loader import get_template
from django.utils import translation

from .layout import Document


def to_html(document: Document) -> str:
    """The document's HTML. Everything that somebody typed is escaped by the templates."""
    with translation.override(document.language.value):
        return get_template("document/document.html").render({"document": document, "words": document.words})
