"""The pages on which an article is written and acted upon. Views only find, call verbs, render."""

from uuid import uuid4

from csp.decorators import csp_replace
from django.contrib import admin, messages
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin

from apps.editions.models import Showing
from apps.media.uploads import name_people
from apps.newsroom import noticing, slots
from apps.newsroom.history import acts_about
from apps.newsroom.refusals import Refused
from apps.newsroom.signing import standing
from apps.portals.held import portals_held, practice_held, rights_held, seats_held
from apps.portals.roles import Right

from . import content, writing
from .acting import ACTS, ActForm, perform
from .due import due_in_words, due_is_asked, nearness
from .forms import ArticleForms
from .leaders.panel import leaders_panel
from .models import Article
from .offers import ASKING, ASKING_LEADERS, LABELS, offers, primary_first
from .page import preview_values
from .past.timeline import edited_for
from .release import checklist, grades
from .release.consequences import standing_plan
from .remaining import advice, remarks_on
from .review import noting
from .review.notes import note_panel
from .ripple.words import warnings_on
from .situation import situation
from .topics import offered as topics_used
from .typed import begun, keeping
from .typed.desk import offered, others_at
from .typed.merging import choices, shown
from .typed.sources import begun_from, posted
from .typed.sources import standing as standing_text
from .whole import whole
from .word.pasted import foreign_pictures

# In an address or a form: the screen where an act was begun, when not the article's own.
REVIEW, LIST = "duyet", "danh-sach"
# Acts that bring a text nearer to readers: what is left is told before and after them.
FOR_READERS = {"submit", "approve", "publish", "schedule"}


def add(request):
    """An empty page to write on; the portal is the person's only one, or the one in the address."""
    now = timezone.now()
    portal = portal_to_write_on(request)
    if request.method == "POST" and (made := begun.made_by(request)):
        return begun.to_the_made_one(request, made)
    forms = ArticleForms(portal, data=request.POST or None)
    if request.method == "POST" and forms.is_valid():
        try:
            with transaction.atomic():
                article = writing.start(portal, forms.text(), by=request.user, at=now)
                _name_people(request, forms, now)
                _keep_no_more(request, article, now)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            begun.remember(request, article)
            return _after_saving(request, article, now)
    return _page(request, forms, now)


def change(request, pk):
    """Write, save, act. What was typed is saved before any act and survives every refusal."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    editable = writing.may_edit(article, request.user, now)
    if request.method != "POST":
        noticing.opened(request, article.key, now)
        return _page(request, ArticleForms(article.portal, article, at=now), now, editable=editable)
    if "headline" not in request.POST:  # pressed beside a text that is only read
        return _act_or_back(request, article, now, digest=request.POST.get("digest", ""))
    if not editable:
        return _not_saved(request, article, now)
    forms = ArticleForms(article.portal, article, request.POST, at=now)
    if not forms.is_valid():
        return _page(request, forms, now, editable=True)
    try:
        with transaction.atomic():
            saved = writing.save(
                article,
                forms.text(),
                by=request.user,
                at=now,
                revision=forms.main.cleaned_data["revision"]
                or begun.revision_begun(request, article),
            )
            _name_people(request, forms, now)
            _keep_no_more(request, saved, now)
    except writing.Stale as stale:
        return _page_of_two(request, forms, stale, now)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _page(request, forms, now, editable=True)
    return _after_saving(request, saved, now)


def act(request, pk, act):
    """An act that asks something first (why, when, who ordered it) on a page of its own."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    if act not in ACTS or act not in ASKING or act not in ActForm.QUESTIONS:
        raise Http404
    form = ActForm(
        request.POST if request.method == "POST" else None,
        act=act,
        initial={"due_at": article.due_at},
    )
    notes = noting.open_notes(article)
    if act == "send_back" and notes:
        form.fields["reason"].required = False
        form.fields["reason"].help_text = _("The open notes go with it; you may add to them.")
    if request.method == "POST" and form.is_valid() and _done(request, article, act, form, now):
        return _to(request, article)
    digest = content.text_digest(article)
    context = {
        "article": article, "form": form, "label": LABELS[act], "act": act, "digest": digest,
        "notes_left": noting.open_in_words(notes), "begun_on": begun_on(request),
        "back": back_to(request, article),
    }  # fmt: skip
    return desk_page(request, "articles/act.html", LABELS[act], context)


@xframe_options_sameorigin
@csp_replace({"frame-ancestors": ["'self'"]})
def preview(request, pk):
    """The page as readers would get it, with the desk's pictures.

    The only page of the desk that may stand in a frame: the review screen's.
    """
    now = timezone.now()
    article = seen_article(request, pk, now)
    response = slots.render_page(
        request, "article", preview_values(article, now), article.portal.key, now
    )
    if response is None:
        raise Http404
    return response


def _after_saving(request, article, now):
    if left := foreign_pictures(request.POST.get("body", "")):
        messages.warning(request, _tell_left(left))
    wanted = request.POST.get("act", "save")
    if wanted in ASKING:
        return _to_its_page(request, article, wanted)
    if wanted in ACTS:
        digest = content.text_digest(article)
        try_act(request, article, wanted, {}, now, digest, saved=True)
        return _to(request, article)
    messages.success(request, _("Saved."))
    return _to(request, article)


def _name_people(request, forms, now):
    """Who is in the pictures stands in the library: other pieces find them there."""
    for named in forms.people_named():
        name_people(**named, by=request.user, at=now)


def _keep_no_more(request, article, now):
    page, over = (request.POST.get(name, "") for name in ("typed_page", "typed_over"))
    keeping.saved(article, page, over, by=request.user, at=now)


def _tell_left(left):
    return (
        ngettext(
            "%d picture of another page did not come along. Save it on this machine, then add it "
            "to the library.",
            "%d pictures of another page did not come along. Save them on this machine, then add "
            "them to the library.",
            left,
        )
        % left
    )


def _to_its_page(request, article, act):
    if act == ASKING_LEADERS:
        address = reverse("admin:articles_article_leaders", args=[article.pk])
    else:
        address = reverse("admin:articles_article_act", args=[article.pk, act])
    return HttpResponseRedirect(address + (f"?tu={REVIEW}" if begun_on(request) == REVIEW else ""))


def _not_saved(request, article, now):
    """A text typed while the article moved on elsewhere: kept on the screen, with the reason."""
    forms = ArticleForms(article.portal, article, request.POST, at=now)
    messages.error(request, writing.cannot_edit(article))
    return _page(request, forms, now, editable=True)


def _act_or_back(request, article, now, digest):
    wanted = request.POST.get("act", "")
    if wanted in ASKING:
        return _to_its_page(request, article, wanted)
    if wanted in ACTS:
        return _perform(request, article, wanted, {}, now, digest)
    messages.error(request, _("You cannot change this article now."))
    return _to(request, article)


def _perform(request, article, act, answers, now, digest=None):
    try_act(request, article, act, answers, now, digest or request.POST.get("digest", ""))
    return _to(request, article)


def _done(request, article, act, form, now) -> bool:
    """False leaves the person on the page of the act, with what was typed."""
    digest = request.POST.get("digest", "")
    return try_act(request, article, act, form.cleaned_data, now, digest)


def try_act(request, article, act, answers, now, digest, saved=False) -> bool:
    """Call the verb and tell the person what came of it; False when it refused.

    `saved`: what was typed has just been saved, which a refusal does not undo.
    """
    try:
        done = perform(act, article, by=request.user, at=now, digest=digest, **answers)
    except Refused as refusal:
        messages.error(request, _saved_but(act, refusal) if saved else str(refusal))
        return False
    messages.success(request, done)
    if act in FOR_READERS:
        left = advice(remarks_on(_fresh(article), now))
        notes = noting.open_in_words(noting.open_notes(article))
        if left or notes:
            messages.warning(request, " ".join(filter(None, [left, notes])))
    return True


def _saved_but(act, refusal) -> str:
    words = {"act": LABELS[act], "why": refusal}
    if act == "publish":
        return _("Saved. Not published: %(why)s") % words
    return _("Saved. “%(act)s” was not done: %(why)s") % words


def begun_on(request) -> str:
    """The screen on which a button was pressed, when it was not the article's own."""
    found = request.POST.get("tu") or request.GET.get("tu") or ""
    return found if found in (REVIEW, LIST) else ""


def back_to(request, article) -> str:
    """The address to which a person goes back after an act: where it was begun."""
    if begun_on(request) == LIST:
        return reverse("admin:articles_article_changelist")
    page = "review" if begun_on(request) == REVIEW else "change"
    return reverse(f"admin:articles_article_{page}", args=[article.pk])


def _to(request, article):
    return HttpResponseRedirect(back_to(request, article))


def seen_article(request, pk, now):
    """The article, or 404 for whoever may not see it: other portals' chiefs and administrators."""
    seen = Article.objects.reached_from(seats_held(request), request.user).for_cutting()
    return get_object_or_404(seen.select_related("portal", "section__parent", "author"), pk=pk)


def portal_to_write_on(request):
    """The portal in the address, else the person's first. Raises Http404, or Refused."""
    mine, key = portals_held(request), request.GET.get("portal")
    if key:
        mine = [portal for portal in mine if portal.key == key] or [
            portal for portal in practice_held(request) if portal.key == key
        ]
    if not mine:
        raise Http404
    portal = mine[0]
    if Right.WRITE not in rights_held(request, portal):
        raise Refused(_("You have no right to write articles on this portal."))
    return portal


def _page(request, forms, now, editable=True, **extra):
    article = forms.article if forms.article.pk else None
    context = {
        "forms": forms,
        "editable": editable,
        "portal": forms.portal,
        "topics": topics_used(forms.portal),
        "pen_names": list(forms.portal.contributors.all()),
        "media": forms.media.with_nonce(str(request.csp_nonce)),
        **(_state_of(request, forms, now) if article else {}),
        **_typing(request, forms.portal, article, now),
        **extra,
    }
    title = _("Article") if article else _("New article")
    return desk_page(request, "articles/article_form.html", title, context)


def _typing(request, portal, article, now):
    """What was typed and not saved, and who else is typing."""
    left = keeping.left_by(keeping.Place(portal, article), request.user)
    return {
        # A page that comes back with what was posted goes on being the one it was.
        "typed_page": keeping.page_of(request.POST.get("typed_page", "")) or uuid4().hex,
        "begun": "" if article else keeping.page_of(request.POST.get("begun", "")) or uuid4().hex,
        "kept": [offered(row, now) for row in left if row.packed],
        "saved_pages": [row.saved_page for row in left if row.saved_page],
        "others": others_at(article, request.user, now),
    }


def _state_of(request, forms, now):
    # A form that was posted has put into the row what was typed; else it is as it was read.
    stored = _fresh(forms.article) if forms.main.is_bound else forms.article
    held = rights_held(request, stored.portal)
    digest, place = content.both_digests(stored)
    showings = list(Showing.objects.of(stored.portal.key, stored.key))
    signed = standing(stored.key, digest)
    return {
        "article": stored,
        "asked": leaders_panel(stored, request.user, now, digests=(digest, place), held=held),
        "situation": situation(stored, showings, now),
        "offers": primary_first(
            offers(stored, request.user, now, showings=showings, signed=signed)
        ),
        "signed": signed,
        "i_signed": request.user.pk in signed.user_ids,
        "digest": digest,
        "told": grades.told_in_words(stored.notices),
        "plan": standing_plan(showings, now),
        "panel": note_panel(stored, request.user, now, held=held),
        "due": due_in_words(stored, now),
        "nearness": nearness(stored, now),
        "may_set_due": due_is_asked(stored, request.user, held),
        "lines": checklist.lines(stored),
        "changing_titles": warnings_on(stored, now),
        "edited_for_me": edited_for(stored, request.user),
        "last_reason": acts_about(stored.key).filter(verb="send_back").first()
        if stored.state == Article.State.SENT_BACK
        else None,
    }


def _fresh(article):
    return whole(article.pk)


def _page_of_two(request, forms, stale, now):
    """Both texts side by side, word by word; the form takes what is chosen, and saves that."""
    theirs = stale.theirs
    begun = begun_from(theirs, forms.main.cleaned_data["revision"] or 0, now)
    mine, saved = posted(request.POST), standing_text(theirs, now)
    found = choices(mine, saved, forms.portal, base=begun, stale=True)
    forms.main.data = forms.main.data.copy()
    forms.main.data["revision"] = str(theirs.revision)
    messages.error(request, str(stale))
    return _page(request, forms, now, stale=theirs, **shown(found))


def desk_page(request, template, title, context):
    """A page of ours inside the desk's frame."""
    frame = admin.site.each_context(request)
    seats = seats_held(request)
    return render(request, template, {**frame, "title": title, "seats": seats, **context})
