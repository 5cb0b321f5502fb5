"""Addresses across the rooms."""

from django.urls import include, path

app_name = "overview"
urlpatterns = [path("", include("scoping.overview.work.urls"))]
