"""Addresses of the studio itself."""

from django.urls import path

from . import views

app_name = "studios"
urlpatterns = [
    path("studio/none/", views.no_studio, name="none"),
    path("studio/", views.profile, name="profile"),
    path("studio/logo/", views.logo, name="logo"),
    path("studio/logo/removal/", views.logo_removal, name="logo_removal"),
    path("studio/logo/<slug:mark>.png", views.logo_picture, name="logo_picture"),
    path("studio/current/", views.current, name="current"),
    path("language/", views.language, name="language"),
]
