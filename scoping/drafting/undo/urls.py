"""The address of undo."""

from django.urls import path

from . import views

urlpatterns = [path("", views.undo, name="undo")]
