"""Columns that keep themselves."""

from django.db import models

from lib.vietnamese.fold import fold


class FoldedField(models.TextField):
    """The folded copy of other columns (lower case, no marks), so that search finds both ways.

    `sources` are names of fields of the same model. It folds in `pre_save`, so `save` and
    `bulk_create` both fill it; `save(update_fields=[source])` without this field leaves it stale.
    """

    def __init__(self, *sources, **options):
        self.sources = sources
        options.setdefault("editable", False)
        options.setdefault("default", "")
        options.setdefault("blank", True)
        super().__init__(**options)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, [*args, *self.sources], options

    def pre_save(self, model_instance, add):
        value = fold(" ".join(str(getattr(model_instance, name) or "") for name in self.sources))
        setattr(model_instance, self.attname, value)
        return value
