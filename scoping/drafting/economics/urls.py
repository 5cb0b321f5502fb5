"""Addresses of the economics: figures, suggestions, the client's ways, estimates."""

from django.urls import path

from .. import addresses  # noqa: F401  names the parts between the angle brackets
from . import views

urlpatterns = [
    path("", views.economics, name="economics"),
    path("suggestions/<token:token>/", views.suggestion, name="economics_suggestion"),
    path("friction/", views.friction, name="economics_friction"),
    path("estimates/", views.estimates, name="economics_estimates"),
]
