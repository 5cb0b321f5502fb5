"""What of a page an address can name: the id of the field in which something is typed or chosen."""

RENAMED = {"when": "when_kind", "signed_for_studio": "signatory"}
# Fields that are drawn as buttons in a row: the first of them is what a fragment can reach.
BUTTONS = {
    "responsible", "cadence", "when_kind", "lane", "kind", "horizon", "control", "onerous", "serves", "needs",
    "depends_on", "source", "decision",
    "withholding_agent", "regime", "income", "fund", "language", "band",
}  # fmt: skip
GROUPED = {"depends_on"}  # of those, the ones whose choices stand in groups


def fragment(field: str, prefix: str = "") -> str:
    """The fragment of a form's field; empty for none."""
    name = RENAMED.get(field, field)
    if not name:
        return ""
    whole = f"{prefix}-{name}" if prefix else name
    if name in GROUPED:
        return f"#id_{whole}_0_0"
    return f"#id_{whole}_0" if name in BUTTONS else f"#id_{whole}"
