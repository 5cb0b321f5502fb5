"""The one Django application; its rooms are plain packages."""

from django.apps import AppConfig


class ScopingConfig(AppConfig):
    name = "scoping"
    label = "scoping"
    verbose_name = "Paletti"
    default_auto_field = "django.db.models.BigAutoField"
