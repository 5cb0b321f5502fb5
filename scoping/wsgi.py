"""The entry of a web server: `gunicorn scoping.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scoping.settings")
application = get_wsgi_application()
