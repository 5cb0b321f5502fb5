"""Addresses of what was issued."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from scoping.engagements import addresses as addresses

from . import views


class CodeConverter(StringConverter):
    """A verification code as people may type it."""

    regex = "[0-9A-Za-z -]{1,40}"


register_converter(CodeConverter, "code")

app_name = "documents"
urlpatterns = [
    path("engagements/<number:number>/documents/", views.documents, name="list"),
    path("engagements/<number:number>/record/", views.record, name="record"),
    path("engagements/<number:number>/draft.pdf", views.draft, name="draft_pdf"),
    path("engagements/<number:number>/draft/", views.draft_pages, name="draft_pages"),
    path("engagements/<number:number>/draft/<int:page>.png", views.draft_page, name="draft_page"),
    path("documents/<uuid:uid>.pdf", views.document, name="pdf"),
    path("v/<code:code>", views.verify, name="verify"),
]
