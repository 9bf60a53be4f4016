"""Indexes that every engine makes in its own way; they stand in `Meta`, so that each migration of
the table keeps them."""

from django.db import models


class SoughtIndex(models.Index):
    """For words anywhere within a folded column, the last of `fields`.

    PostgreSQL: trigrams of that column; the migration before it makes the extension pg_trgm.
    SQLite has none for a column: there all `fields` stand in the index, those of the list's own
    order first, so that a search reads the words one after the other and opens no row.
    """

    def create_sql(self, model, schema_editor, using="", **kwargs):
        if schema_editor.connection.vendor != "postgresql":
            return super().create_sql(model, schema_editor, using=using, **kwargs)
        return schema_editor._create_index_sql(
            model,
            fields=[model._meta.get_field(self.fields_orders[-1][0])],
            name=self.name,
            using=" USING gin",
            opclasses=["gin_trgm_ops"],
            **kwargs,
        )
