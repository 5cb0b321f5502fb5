"""The triggers of the record: lines are only added, and each follows the one before."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from scoping.kit.append_only import protect

TABLE = "scoping_recordline"
FOLLOWS = f"{TABLE}_follows"


def make_triggers(editor: BaseDatabaseSchemaEditor) -> None:
    """Make them, or make them again after a migration that rebuilt the table."""
    protect(editor, TABLE, unique=(("chain", "seq"), ("hash",), ("id",)), keep="keep_until")
    before = f"SELECT 1 FROM {TABLE} WHERE chain = NEW.chain AND seq = NEW.seq - 1 AND hash = NEW.prev"
    if editor.connection.vendor == "postgresql":
        editor.execute(
            f"CREATE OR REPLACE FUNCTION {FOLLOWS}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF NEW.seq > 1 AND NOT EXISTS ({before}) THEN RAISE EXCEPTION 'the line follows no line' "
            f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
        )
        editor.execute(f"DROP TRIGGER IF EXISTS {FOLLOWS} ON {TABLE}")
        editor.execute(
            f"CREATE TRIGGER {FOLLOWS} BEFORE INSERT ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {FOLLOWS}()"
        )
        return
    editor.execute(f"DROP TRIGGER IF EXISTS {FOLLOWS}")
    editor.execute(
        f"CREATE TRIGGER {FOLLOWS} BEFORE INSERT ON {TABLE} WHEN NEW.seq > 1 AND NOT EXISTS ({before}) "
        f"BEGIN SELECT RAISE(ABORT, 'the line follows no line'); END"
    )
