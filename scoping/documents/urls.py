"""Addresses of what was issued."""

from django.urls import path

from . import views

app_name = "documents"
urlpatterns = [
    path("engagements/<str:number>/documents/", views.documents, name="list"),
    path("engagements/<str:number>/draft.pdf", views.draft, name="draft_pdf"),
    path("engagements/<str:number>/draft/<int:page>.png", views.draft_page, name="draft_page"),
    path("documents/<uuid:uid>.pdf", views.document, name="pdf"),
    path("v/<str:code>", views.verify, name="verify"),
]
