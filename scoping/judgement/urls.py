"""The address of what the studio measures by."""

from django.urls import path

from . import views

app_name = "judgement"
urlpatterns = [path("", views.yardsticks, name="yardsticks")]
