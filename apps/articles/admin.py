"""The desk's list of articles. Writing and acting stand in `desk.py`; nothing here decides."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from apps.newsroom import history
from apps.newsroom.admin import DeskAdmin, FoldedSearch, FoundPages
from apps.newsroom.kept_filters import kept_by, kept_filters_view, opening
from apps.newsroom.marks import mark
from apps.newsroom.telling import name_verbs
from apps.people.mention_views import mention_urls
from apps.portals.admin.scope import portals_with
from apps.portals.held import portals_held, rights_held, seats_held
from apps.portals.models import Portal, Section
from apps.portals.roles import Right
from apps.portals.seats import given_by
from lib.vietnamese.datelines import say_when

from . import desk, festive, report_desk, work
from .bulk_desk import acts_held, bulk_urls
from .calendar import desk as calendar_desk
from .due import MARKS, due_in_words, nearness
from .findings_desk import findings_urls
from .leaders import links as leader_links
from .leaders import outside as outside_opinions
from .leaders.desk import leader_desk_urls
from .models import Article, Contributor
from .offers import LABELS, LIVE
from .past import desk as versions_desk
from .past import dossier_desk
from .past.timeline import VERBS
from .release import admin as checklist_admin
from .release.desk import publishing_urls
from .review import noting
from .review.desk import review_urls
from .review.notes_desk import notes_urls
from .review.noting import open_in_words
from .ripple import desk as ripple_desk
from .seeking import sought
from .sending import admin as sending_admin
from .sending.desk import sending_urls
from .situation import situations
from .typed import keeping
from .typed.desk import keeping_urls, present_words
from .withdrawal import desk as redaction_desk
from .withdrawal import hiding
from .word import desk as word_desk

SCREEN = "articles"
__all__ = ["ArticleAdmin", "ContributorAdmin", "calendar_desk", "checklist_admin", "sending_admin"]
name_verbs(VERBS)
name_verbs({"start": _("began an article"), "edit": _("edited"), "import": _("imported")})
name_verbs({"add_pen_name": _("entered a pen name"), "change_pen_name": _("changed a pen name")})
name_verbs({"restore": _("restored a version"), "unpin": _("unpinned")})
name_verbs({"list_in": _("changed the further sections")})
name_verbs({"give_review": _("gave to a reviewer")})
name_verbs({"open_word": _("opened from a Word file")})
name_verbs(LABELS | noting.VERBS | leader_links.VERBS | outside_opinions.VERBS)


class MineFilter(admin.SimpleListFilter):
    title = _("written by")
    parameter_name = "cua"

    def lookups(self, request, model_admin):
        return [("toi", _("me")), ("xu-ly", _("handled by me"))]

    def queryset(self, request, queryset):
        if self.value() == "toi":
            return queryset.filter(author=request.user)
        if self.value() == "xu-ly":
            return queryset.filter(handler=request.user)
        return queryset


class WorkFilter(admin.SimpleListFilter):
    """What the first page counts, as a list."""

    title = _("to do")
    parameter_name = "viec"

    def lookups(self, request, model_admin):
        shown = work.shown_to(held_by(request))
        return [
            *((k, w) for k, w in work.LABELS.items() if k in shown),
            (work.TODAY, work.TODAY_LABEL),
        ]

    def queryset(self, request, queryset):
        return work.of_kind(queryset, self.value() or "", held_by(request), timezone.now())


def held_by(request) -> work.Held:
    return work.Held(request.user, tuple(seats_held(request)))


class SectionFilter(admin.SimpleListFilter):
    """Sections of one's own portals only."""

    title = _("section")
    parameter_name = "chuyen-muc"

    def lookups(self, request, model_admin):
        mine = portals_held(request)
        sections = Section.objects.filter(portal__in=mine).select_related("portal")
        several = len({section.portal_id for section in sections}) > 1
        return [(str(s.pk), f"{s.title} – {s.portal}" if several else s.title) for s in sections]

    def queryset(self, request, queryset):
        value = self.value() or ""
        if not value.isascii() or not value.isdigit():
            return queryset
        return queryset.filter(section_id=int(value[:15]))


@admin.register(Article)
class ArticleAdmin(FoundPages, DeskAdmin):
    search_fields = ["folded"]
    search_help_text = _("In headlines, leads, topics and pen names.")
    list_display = ["chosen", "headline_and_place", "situation", "written_by", "due", "changed"]
    list_display_links = None
    list_filter = [WorkFilter, "state", MineFilter, SectionFilter]
    list_select_related = ["portal", "section", "author", "handler"]
    actions = None
    desk_order = 10
    desk_says = _("Write, hand in, edit, approve and publish.")
    change_list_template = "articles/article_list.html"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        name = "articles_article"
        filters = kept_filters_view(SCREEN, reverse_lazy(f"admin:{name}_changelist"))
        return [
            path("add/", wrap(desk.add), name=f"{name}_add"),
            path("tu-tep-word/", wrap(word_desk.open_word), name=f"{name}_word"),
            path("<int:pk>/change/", wrap(desk.change), name=f"{name}_change"),
            path("<int:pk>/history/", wrap(versions_desk.history_page), name=f"{name}_history"),
            path("<int:pk>/so-sanh/", wrap(versions_desk.compare_page), name=f"{name}_compare"),
            path("<int:pk>/khoi-phuc/", wrap(versions_desk.bring_back), name=f"{name}_restore"),
            path("<int:pk>/preview/", wrap(desk.preview), name=f"{name}_preview"),
            *publishing_urls(self.admin_site),
            *sending_urls(self.admin_site),
            path("<int:pk>/act/<slug:act>/", wrap(desk.act), name=f"{name}_act"),
            path("<int:pk>/blank/<int:cut_id>/", wrap(redaction_desk.ask), name=f"{name}_blank"),
            path("report/<int:meeting_id>/", wrap(report_desk.write), name=f"{name}_report"),
            path(
                "<int:pk>/tang-le/van-dang/",
                wrap(festive.decide),
                {"what": "keep"},
                name=f"{name}_festive_keep",
            ),
            path(
                "<int:pk>/tang-le/bo-hen-gio/",
                wrap(festive.decide),
                {"what": "unschedule"},
                name=f"{name}_festive_unschedule",
            ),
            path("da-an/<int:act_id>/", wrap(hiding.seen), name=f"{name}_hiding_seen"),
            path("blank/", wrap(redaction_desk.carry_out), name=f"{name}_blanking"),
            path("changing-titles/", wrap(ripple_desk.whole_list), name=f"{name}_ripple"),
            *mention_urls(self.admin_site),
            *findings_urls(self.admin_site),
            *keeping_urls(self.admin_site),
            *leader_desk_urls(self.admin_site),
            *review_urls(self.admin_site),
            path("bo-loc/", wrap(filters), name=f"{name}_filters"),
            *notes_urls(self.admin_site),
            *dossier_desk.dossier_urls(self.admin_site),
            *bulk_urls(self.admin_site),
            *[url for url in super().get_urls() if url.name == f"{name}_changelist"],
        ]

    def get_queryset(self, request):
        seen = Article.objects.seen_by(request.user, timezone.now())
        return seen.with_open_notes().defer("body", "carries")

    def get_search_results(self, request, queryset, search_term):
        return sought(queryset, search_term, portals_held(request)), False

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        now = timezone.now()
        known = situations(changelist.result_list, now)
        typing = keeping.present(
            [each.pk for each in changelist.result_list], now, but=request.user
        )
        hiding = {seat.portal_id for seat in seats_held(request) if Right.HIDE in given_by(seat)}
        for article in changelist.result_list:
            article.stands, article.seen_now = known[article.pk], now
            article.typing = [present_words(row, now) for row in typing.get(article.pk, [])]
            article.may_hide = article.portal_id in hiding and article.stands in LIVE
        return changelist

    def has_module_permission(self, request):
        return bool(seats_held(request))

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        """Whoever writes somewhere; an inspector only looks."""
        return bool(portals_with(request, Right.WRITE))

    def has_change_permission(self, request, obj=None):
        return self.has_module_permission(request)

    @admin.display(description=_("choose"))
    def chosen(self, article):
        return format_html(
            '<label><input type="checkbox" name="chon" value="{}-{}" form="several" '
            'aria-label="{}"></label>',
            article.pk, article.revision, _("Choose: %s") % article.headline,
        )  # fmt: skip

    def changelist_view(self, request, extra_context=None):
        kept = kept_by(request.user, SCREEN)
        if query := opening(request, kept):
            return HttpResponseRedirect(f"{request.path}?{query}")
        more = {
            "several_acts": acts_held(request),
            "write_on": [(each.key, each.name) for each in portals_with(request, Right.WRITE)],
            "query_kept": request.GET.urlencode(),
            "kept_filters": kept,
            "kept_filters_at": reverse("admin:articles_article_filters"),
        }
        return super().changelist_view(request, more | (extra_context or {}))

    def get_list_display(self, request):
        """Nothing to choose where no act on several is in the person's hands."""
        shown = super().get_list_display(request)
        return shown if acts_held(request) else [name for name in shown if name != "chosen"]

    @admin.display(description=_("headline"), ordering="headline")
    def headline_and_place(self, article):
        place = article.section.title if article.section_id else article.imported_section
        return format_html(
            '<a class="headline" href="{}">{}</a><span class="quiet">{} · {} · '
            '<a href="{}">{}</a></span>{}{}',
            f"{article.pk}/change/",
            article.headline,
            article.get_genre_display(),
            place or _("no section yet"),
            f"{article.pk}/ho-so/",
            _("dossier"),
            notes_link(article),
            format_html_join("", '<span class="typing">{}</span>', ((w,) for w in article.typing)),
        )

    @admin.display(description=_("state"), ordering="state")
    def situation(self, article):
        state = mark(article.stands.value, article.stands.label)
        if not article.may_hide:
            return state
        return format_html(
            '{} <a class="hide-now" href="{}/act/hide/?tu=danh-sach" aria-label="{}">{}</a>',
            state, article.pk, _("Hide for now: %s") % article.headline, LABELS["hide"],
        )  # fmt: skip

    @admin.display(description=_("written by"), ordering="author__display_name")
    def written_by(self, article):
        if article.handler_id and article.handler_id != article.author_id:
            return format_html(
                '{}<span class="quiet">{}</span>', article.author,
                _("handled by %(name)s") % {"name": article.handler},
            )  # fmt: skip
        return str(article.author)

    @admin.display(description=_("wanted before"), ordering="due_at")
    def due(self, article):
        near = nearness(article, article.seen_now)
        if not near:
            return "—"
        words = due_in_words(article, article.seen_now)
        return mark(MARKS[near], words) if near in MARKS else words

    @admin.display(description=_("changed"), ordering="changed_at")
    def changed(self, article):
        return say_when(article.changed_at, article.seen_now)


def notes_link(article):
    """How many notes are open on it, as a link to them; nothing without any."""
    if not article.open_notes:
        return ""
    return format_html(
        ' <a class="open-notes" href="{}/duyet/#notes-heading">{}</a>',
        article.pk, open_in_words(article.open_notes),
    )  # fmt: skip


@admin.register(Contributor)
class ContributorAdmin(FoldedSearch, DeskAdmin):
    """Pen names of one's own portals."""

    desk_order = 38
    desk_says = _("Pen names and offices under articles.")
    list_display = ["name", "office", "account"]
    list_select_related = ["account"]
    fields = ["portal", "name", "office", "account"]
    readonly_fields = ["account"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(portal__in=portals_held(request))

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name == "portal":
            written = [portal.pk for portal in self._written(request)]
            options["queryset"] = Portal.objects.filter(pk__in=written)
            options["empty_label"] = None
        return super().formfield_for_foreignkey(db_field, request, **options)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        history.record(
            self.act_key(obj), "change_pen_name" if change else "add_pen_name", by=request.user,
            at=timezone.now(), portal=obj.portal.key,
            after={"name": obj.name, "office": obj.office},
        )  # fmt: skip

    @staticmethod
    def _written(request):
        return [
            portal
            for portal in portals_held(request)
            if Right.WRITE in rights_held(request, portal)
        ]

    def has_module_permission(self, request):
        return bool(seats_held(request))

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        """Whoever writes there; an inspector only looks."""
        return bool(self._written(request))

    def has_change_permission(self, request, obj=None):
        written = self._written(request)
        return bool(written) if obj is None else obj.portal in written
