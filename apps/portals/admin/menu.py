from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions import paths
from apps.portals.models import MenuItem, Section

from .parts import PartAdmin, PartForm


class MenuItemForm(PartForm):
    class Meta:
        model = MenuItem
        fields = ["title", "section", "address"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["section"].queryset = Section.objects.filter(portal=self.portal)
        self.fields["section"].empty_label = _("no section")


@admin.register(MenuItem)
class MenuItemAdmin(PartAdmin):
    form = MenuItemForm
    fields = ["title", "section", "address", "seen"]
    list_display = ["words", "leads_to", "move_buttons"]
    list_select_related = ["portal", "section"]
    ordering = ["portal__name", "position", "pk"]
    add_says = gettext_lazy("Add a menu line")
    empty_says = gettext_lazy(
        "No lines of your own: the menu is the list of sections. Add lines only to make it differ."
    )

    @admin.display(description=gettext_lazy("words in the menu"))
    def words(self, line):
        return line.title

    @admin.display(description=gettext_lazy("leads to"))
    def leads_to(self, line):
        return paths.section(line.section.slug) if line.section_id else line.address

    @admin.display(description=gettext_lazy("order"))
    def move_buttons(self, line):
        return super().move_buttons(line)
