"""Addresses of the review, and of the answers to what it says."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import answering, views

urlpatterns = [
    path("", views.review, name="review"),
    path("answers/<token:token>/", answering.answer, name="finding_answer"),
    path("answers/<token:token>/removal/", answering.removal, name="finding_answer_removal"),
]
