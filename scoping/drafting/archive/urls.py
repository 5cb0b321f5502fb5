"""Addresses of the archive."""

from django.urls import path

from . import views

urlpatterns = [
    path("archive/", views.archive, name="archive"),
    path("restoration/", views.restoration, name="restoration"),
]
