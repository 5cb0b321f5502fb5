"""Addresses of the way in and of the glossary."""

from django.urls import include, path

from . import views

app_name = "overview"
urlpatterns = [
    path("", include("scoping.overview.people.urls")),
    path("", include("scoping.overview.work.urls")),
    path("", views.start, name="start"),
    path("founding/", views.founding, name="founding"),
    path("welcome/", views.welcome, name="welcome"),
    path("words/", views.words, name="words"),
]
