"""Addresses of the studio itself."""

from django.urls import path

from . import views

app_name = "studios"
urlpatterns = [
    path("studio/none/", views.no_studio, name="none"),
    path("studio/", views.profile, name="profile"),
    path("studio/current/", views.current, name="current"),
    path("language/", views.language, name="language"),
]
