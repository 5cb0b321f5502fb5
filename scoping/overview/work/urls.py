"""Addresses of the lists of work."""

from django.urls import path

from . import views

urlpatterns = [
    path("engagements/", views.engagements, name="engagements"),
    path("clients/<uuid:uid>/", views.client, name="client"),
]
