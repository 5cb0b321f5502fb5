"""Addresses of the studio's professionals."""

from django.urls import path

from . import views

app_name = "professionals"
urlpatterns = [
    path("", views.professionals, name="professionals"),
    path("new/", views.new, name="new"),
    path("<uuid:uid>/", views.professional, name="professional"),
]
