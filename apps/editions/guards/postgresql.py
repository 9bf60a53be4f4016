"""The guards on PostgreSQL: triggers that refuse, exclusion constraints, and the search index.

A refusal is an integrity violation, so that Django raises IntegrityError as on SQLite. An empty
span (it ended as it began) overlaps nothing: the range is empty.
"""

from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext as _

from . import postgresql_search
from .columns import EMPTIED, ENDS, REDACTION, kept_columns
from .refusals import GuardsRefused

CUT, SHOWING = "editions_cut", "editions_showing"


def install(connection) -> None:
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        _ensure_extension(connection, cursor)
        connection.check_constraints()  # DDL waits for no deferred check of this transaction
        for name, body in functions(connection).items():
            if not _function_stands(cursor, name, body):
                cursor.execute(_create_function(name, body))
        for name, (table, when) in TRIGGERS.items():
            if name not in _triggers_there(cursor):
                cursor.execute(_create_trigger(name, table, when))
        for name in CONSTRAINTS:
            if not _constraint_stands(cursor, name):
                _add_constraint(connection, cursor, name)
        postgresql_search.install(cursor)


def missing(connection) -> list[str]:
    with connection.cursor() as cursor:
        bad = [
            name
            for name, body in functions(connection).items()
            if not _function_stands(cursor, name, body)
        ]
        bad += [name for name in TRIGGERS if name not in _triggers_there(cursor)]
        bad += [name for name in CONSTRAINTS if not _constraint_stands(cursor, name)]
        bad += postgresql_search.missing(cursor)
    return sorted(bad)


def drop(connection) -> None:
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        connection.check_constraints()
        for name, (table, _when) in TRIGGERS.items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
        for name in CONSTRAINTS:
            cursor.execute(f"ALTER TABLE {SHOWING} DROP CONSTRAINT IF EXISTS {name}")


def badly_written(connection) -> list[tuple[str, int]]:
    """Only an infinite instant is a value of its type and yet none of ours."""
    with connection.cursor() as cursor:
        for table, columns in INSTANTS.items():
            wrong = " OR ".join(f"NOT isfinite({name})" for name in columns)
            cursor.execute(f"SELECT '{table}', id FROM {table} WHERE {wrong}")
            if found := cursor.fetchall():
                return found
    return []


def search_out_of_step(connection) -> bool:
    """Generated columns are always in step."""
    return False


INSTANTS = {
    CUT: ("cut_at", "listed_at", "redacted_at"),
    SHOWING: ("live_from", "expires_at", "ended_at"),
}
TRIGGERS = {
    "editions_cut_kept": (CUT, "BEFORE DELETE ON {} FOR EACH ROW"),
    "editions_cut_not_emptied": (CUT, "BEFORE TRUNCATE ON {} FOR EACH STATEMENT"),
    "editions_cut_only_redacted": (CUT, "BEFORE UPDATE ON {} FOR EACH ROW"),
    "editions_cut_exact": (CUT, "BEFORE INSERT ON {} FOR EACH ROW"),
    "editions_showing_kept": (SHOWING, "BEFORE DELETE ON {} FOR EACH ROW"),
    "editions_showing_not_emptied": (SHOWING, "BEFORE TRUNCATE ON {} FOR EACH STATEMENT"),
    "editions_showing_only_ends": (SHOWING, "BEFORE UPDATE ON {} FOR EACH ROW"),
    "editions_showing_of_its_cut": (SHOWING, "BEFORE INSERT ON {} FOR EACH ROW"),
    "editions_showing_exact": (SHOWING, "BEFORE INSERT OR UPDATE ON {} FOR EACH ROW"),
}
CONSTRAINTS = {
    "editions_showing_one_per_key": "key",
    "editions_showing_one_per_address": "address",
}


def functions(connection) -> dict[str, str]:
    """Trigger function name -> body, for the columns the tables have now."""
    kept_cut = kept_columns(connection, CUT, REDACTION)
    kept_showing = kept_columns(connection, SHOWING, ENDS)
    redacted = [f"""NEW."{name}"::text = '{rest}'""" for name, rest in EMPTIED.items()]
    redacted += ["OLD.redacted_at IS NULL", "isfinite(NEW.redacted_at)", "NEW.listed_at IS NULL"]
    of_its_cut = (
        f"EXISTS (SELECT 1 FROM {CUT} c WHERE c.id = NEW.cut_id AND c.portal = NEW.portal"
        " AND c.key = NEW.key AND (c.kind <> 'article' OR NEW.address <> ''))"
    )
    return {
        "editions_cut_kept": _refusal("A cut is never deleted."),
        "editions_cut_not_emptied": _refusal("Cuts are never deleted."),
        "editions_cut_only_redacted": _only_if(
            _same(kept_cut) + redacted, "A cut never changes; it can only be redacted."
        ),
        "editions_cut_exact": _only_if(
            ["NEW.id >= 1", *_finite(*INSTANTS[CUT])],
            "A cut is written exactly.",
        ),
        "editions_showing_kept": _refusal("A showing is never deleted."),
        "editions_showing_not_emptied": _refusal("Showings are never deleted."),
        "editions_showing_only_ends": _only_if(
            _same(kept_showing), "Of a showing only its end can change."
        ),
        "editions_showing_of_its_cut": _only_if(
            [of_its_cut], "A showing has the portal and key of its cut, an article an address."
        ),
        "editions_showing_exact": _only_if(
            ["NEW.id >= 1", *_finite(*INSTANTS[SHOWING])],
            "A showing is written exactly.",
        ),
    }


def _same(columns):
    return [f'NEW."{name}" IS NOT DISTINCT FROM OLD."{name}"' for name in columns]


def _finite(*columns):
    return [f"(NEW.{name} IS NULL OR isfinite(NEW.{name}))" for name in columns]


def _refusal(sentence):
    return f"BEGIN {_raise(sentence)} END"


def _only_if(conditions, sentence):
    wrong = f"({' AND '.join(conditions)}) IS NOT TRUE"
    return f"BEGIN IF {wrong} THEN {_raise(sentence)} END IF; RETURN NEW; END"


def _raise(sentence):
    return f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation';"


def _create_function(name, body):
    head = f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
    return f"{head} AS $guard${body}$guard$"


def _create_trigger(name, table, when):
    return f"CREATE OR REPLACE TRIGGER {name} {when.format(table)} EXECUTE FUNCTION {name}()"


def _add_constraint(connection, cursor, name):
    cursor.execute(f"ALTER TABLE {SHOWING} DROP CONSTRAINT IF EXISTS {name}")
    try:
        with transaction.atomic(using=connection.alias):
            cursor.execute(f"ALTER TABLE {SHOWING} ADD CONSTRAINT {name} {_exclusion(name)}")
    except IntegrityError as error:
        raise GuardsRefused(
            _("The guard %(name)s cannot stand: %(error)s") % {"name": name, "error": error}
        ) from error


def _exclusion(name):
    """As PostgreSQL itself prints it."""
    return (
        f"EXCLUDE USING gist (portal WITH =, {CONSTRAINTS[name]} WITH =, "
        "tstzrange(live_from, LEAST(expires_at, ended_at)) WITH &&)"
    )


def _function_stands(cursor, name, body):
    cursor.execute(
        "SELECT 1 FROM pg_proc WHERE oid = to_regproc(%s)::oid AND prosrc = %s", [name, body]
    )
    return cursor.fetchone() is not None


def _triggers_there(cursor):
    """Those that fire in ordinary sessions and call the function of their own name."""
    cursor.execute(
        "SELECT tgname FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid "
        "WHERE tgrelid IN (%s::regclass, %s::regclass) AND tgenabled IN ('O', 'A') "
        "AND p.proname = tgname",
        [CUT, SHOWING],
    )
    return {name for (name,) in cursor.fetchall()}


def _constraint_stands(cursor, name):
    cursor.execute(
        "SELECT 1 FROM pg_constraint WHERE conrelid = %s::regclass AND conname = %s "
        "AND pg_get_constraintdef(oid) = %s",
        [SHOWING, name, _exclusion(name)],
    )
    return cursor.fetchone() is not None


def _ensure_extension(connection, cursor):
    cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'btree_gist'")
    if cursor.fetchone():
        return
    try:
        with transaction.atomic(using=connection.alias):
            cursor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    except DatabaseError as error:
        raise GuardsRefused(
            _(
                "This database account may not create the extension btree_gist, which the guards "
                "of published pages need: have the database administrator run "
                "CREATE EXTENSION btree_gist, then migrate again."
            )
        ) from error
