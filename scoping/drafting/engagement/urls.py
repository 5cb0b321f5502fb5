"""The address of step engagement."""

from django.urls import path

from . import views

urlpatterns = [path("", views.engagement, name="engagement")]
