"""Empty places that `config` fills from above, where a lower app would have to call a higher one.

A slot holds one function; called while empty it gives its default, so every app works alone.
"""


class Slot:
    def __init__(self, default):
        self._function = default

    def fill(self, function):
        self._function = function

    def __call__(self, *args, **options):
        return self._function(*args, **options)


# (user, portal key, at) -> bool: may this person see private things of that portal?
seat_check = Slot(lambda user, portal_key, at: False)
# (user, portal key, at) -> bool: may the person put pictures and documents into its library?
upload_check = Slot(lambda user, portal_key, at: False)
# (user, portal key, at) -> bool: may the person give this portal its masthead?
masthead_check = Slot(lambda user, portal_key, at: False)
# (request) -> list of (portal key, portal name) the person has a seat on.
portals_of = Slot(lambda request: [])
# (portal keys, at, keys) -> list of (portal key, event key, label): events that pictures may be
# of, the latest ones and those named by `keys`; newest first.
events_of = Slot(lambda portal_keys, at, keys=(): [])
# (request, picture ids) -> {picture id: [{"label", "address"}]}: where each is in use, as far as
# the person may see.
picture_uses = Slot(lambda request, picture_ids: {})
# (user, portal key, event key, words, day, at) -> list of {"key", "name", "says"}: whom a picture
# may show; those of the event first, and alone where there are no words. Some have no key.
people_to_show = Slot(lambda user, portal_key, event, words, day, at: [])
# (words, at) -> list of {"key", "name"}: people of the register so called.
people_called = Slot(lambda words, at: [])
# (keys) -> {key: name} of those that are people of the register.
people_known = Slot(lambda keys: {})
# (user, portal key, event key, [(name, key)], day, at) -> {"caption", "alt"}: words for such a
# picture.
words_for_picture = Slot(
    lambda user, portal_key, event, people, day, at: {"caption": "", "alt": ""}
)
# (user, portal key) -> str: under which name the person's own photos go out; "" unknown.
usual_credit = Slot(lambda user, portal_key: "")
# (request) -> the same of their practice portals: for what asks for one of them by its key.
practice_of = Slot(lambda request: [])
# (request, kind, values, portal key, at) -> HttpResponse: the page as readers would get it.
render_page = Slot(lambda request, kind, values, portal_key, at: None)
# (request, ArticleValues, portal key, at) -> str: the article alone, as its page shows it.
render_story = Slot(lambda request, values, portal_key, at: "")
# (request) -> list of {"name", "href"}: links in the head of every desk page.
frame_links = Slot(lambda request: [])
# () -> the address where a new portal is set up.
new_portal_at = Slot(lambda: "")
# (portal) -> str: the name of the body that a portal belongs to; "" while no register knows it.
body_of_portal = Slot(lambda portal: "")
# (request) -> list of {"title", "template", "context"}: panels of the desk's first page.
desk_panels = Slot(lambda request: [])
# (request, user) -> list of {"title", "template", "context"}: panels on the page of one account.
account_panels = Slot(lambda request, account: [])
# (act) -> list of `notice_kinds.Told`: whom an act that was just recorded concerns.
whom_to_tell = Slot(lambda act: [])
# (user, keys, at) -> {key: `notice_kinds.Thing`}: those of the things that the person may see.
things_of = Slot(lambda user, keys, at: {})
# () -> list of parts with `plan` and `carry_out`: what leaves with a person, see `leaving.py`.
leaving_parts = Slot(lambda: [])
# (request, people ids, bodies ids) -> {"count", "address"} or None: pieces in this person's hands
# that carry them.
pieces_carrying = Slot(lambda request, people, bodies: None)
# (request, row) -> list of {"label", "address", "says"}: buttons on the page of one thing that
# belong to a noun above it; pressed, they post to the address.
object_buttons = Slot(lambda request, row: [])
# (request) -> log.Scope: whose acts the person may read in the log; empty for most.
log_scope = Slot(lambda request: None)
# (keys) -> {key: (name, address)} of the things acts are about.
names_of_things = Slot(lambda keys: {})
# (folded words, portal keys) -> querysets of keys of things whose name holds all the words.
things_called = Slot(lambda words, portals: [])
# () -> {what keys begin with: models whose fields acts about it mention}
models_of_things = Slot(lambda: {})
# (portal, list of `outgoing.Outgoing`) -> list of `outgoing.Remark`: what must not reach readers
# with a page about to be signed, and what was passed over of it.
outgoing_remarks = Slot(lambda portal, outgoing: [])
