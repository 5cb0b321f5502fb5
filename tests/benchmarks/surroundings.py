"""Django for the benchmark: a folder of its own, so that no installation's data are touched."""

import os
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent.parent
BENCH = HOME / "var" / "bench"  # of no commit


def set_up() -> None:
    """Set Django up for rendering alone; nothing asks a database."""
    for name in [name for name in os.environ if name.startswith("PALETTI_") and name != "PALETTI_CHROMIUM"]:
        del os.environ[name]
    place = BENCH / "installation"
    place.mkdir(parents=True, exist_ok=True)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "scoping.settings",
        "PALETTI_VAR": str(place),
        "PALETTI_SECRET_KEY": "for-benchmarks-only-" + "x" * 40,
    }
    import django

    django.setup()
