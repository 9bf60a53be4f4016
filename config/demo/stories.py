"""The demo office's articles, each brought to its state by the verbs people use."""

import datetime as dt
import io
from html import escape

from apps.articles import content, publishing, workflow, writing
from apps.articles.forms import pen_name
from apps.articles.models import ArticlePicture
from apps.articles.sending import offering, receiving
from apps.media.addresses import draft_picture
from apps.media.attachments import add_attachment
from apps.portals.models import Portal

from .files import CONTENT, read

Placement = ArticlePicture.Placement
HOUR = dt.timedelta(hours=1)


class Storyteller:
    """Knows the people, the pictures, the meetings and the calendar; tells one article a time."""

    def __init__(self, users, library, meetings, calendar):
        self.users, self.library, self.calendar = users, library, calendar
        self.meetings = meetings
        self.portals = {portal.key: portal for portal in Portal.objects.all()}

    def tell_all(self):
        for row in read("articles")["articles"]:
            self.tell(row)

    def tell(self, row):
        portal = self.portals[row["portal"]]
        author = self.users[row["author"]]
        written = self._written_at(row)
        article = writing.start(portal, self.text(row), by=author, at=written)
        if row.get("published_on"):
            article = self._of_its_day(row, article)
        getattr(self, f"_{row['state']}")(row, article, author, written)
        if sent := row.get("sent_to"):
            self._send(sent, article, self.users[row["approver"]], written + 4 * HOUR)
        if "correction" in row:
            self._correct(row, article, author, self.calendar.at(*row["corrected_on"]))

    def _written_at(self, row):
        """Three hours before it went out, or on the day it was written."""
        if row["days_ago"] is None or row["days_ago"] < 0:
            return self.calendar.at(row["written_days_ago"], "15:10")
        return self.calendar.at(row["days_ago"], row["at"]) - 3 * HOUR

    def _of_its_day(self, row, article):
        """An old page typed in again keeps its own date, as imported ones do."""
        article.published_at = self.calendar.instant(row["published_on"], row["at"])
        article.save(update_fields=["published_at"])
        return article

    def _send(self, sent, article, sender, at):
        """To another portal; where it is received, two people there sign its place."""
        portal = self.portals[sent["portal"]]
        (sending,) = offering.send(article, [portal], by=sender, at=at)
        section = portal.sections.get(slug=sent["section"]) if sent["received_by"] else None
        hour = self.calendar.at(*sent["goes_out"]) if "goes_out" in sent else None
        for hours, name in enumerate(sent["received_by"], start=1):
            receiving.receive(
                sending, section, by=self.users[name], at=at + hours * HOUR,
                digest=content.text_digest(article), live_from=hour,
            )  # fmt: skip

    def _correct(self, row, article, author, at):
        """After it was sent: who received it is told and reads old beside new."""
        corrected = self._rewritten(row, row["corrected_first_paragraph"])
        corrected.notice = ("correction", *row["correction"])
        article = writing.save(
            article, corrected, by=author, at=at, revision=article.revision
        )  # fmt: skip
        article = workflow.submit(article, by=author, at=at)
        workflow.publish(
            article, by=self.users[row["approver"]], at=at + HOUR,
            digest=content.text_digest(article),
        )  # fmt: skip

    # -- states --

    def _draft(self, row, article, author, at):
        pass

    def _in_review(self, row, article, author, at):
        return workflow.submit(article, by=author, at=at + HOUR)

    def _edited_in_review(self, row, article, author, at):
        article = self._in_review(row, article, author, at)
        editor = self.users[row["edited_by"]]
        edited = self._rewritten(row, row["edited_first_paragraph"])
        article = writing.save(
            article, edited, by=editor, at=at + 2 * HOUR, revision=article.revision
        )
        workflow.approve(article, by=editor, at=at + 2 * HOUR, digest=content.text_digest(article))

    def _sent_back(self, row, article, author, at):
        article = self._in_review(row, article, author, at)
        workflow.send_back(
            article, by=self.users[row["sent_back_by"]], at=at + 2 * HOUR, reason=row["reason"]
        )

    def _approved(self, row, article, author, at):
        article = self._in_review(row, article, author, at)
        return workflow.approve(
            article,
            by=self.users[row["approver"]],
            at=at + 2 * HOUR,
            digest=content.text_digest(article),
        )

    def _scheduled(self, row, article, author, at):
        article = self._in_review(row, article, author, at)
        workflow.schedule(
            article,
            by=self.users[row["approver"]],
            at=min(at + 2 * HOUR, self.calendar.now),
            digest=content.text_digest(article),
            live_from=self.calendar.at(row["days_ago"], row["at"]),
        )

    def _published(self, row, article, author, at):
        article = self._in_review(row, article, author, at)
        return workflow.publish(
            article,
            by=self.users[row["approver"]],
            at=at + 3 * HOUR,
            digest=content.text_digest(article),
        )

    def _published_pending(self, row, article, author, at):
        article = self._published(row, article, author, at)
        edited = self._rewritten(row, row["pending_first_paragraph"])
        edited.fields["headline"] = self.calendar.fill(row["pending_headline"])
        edited.notice = ("update", "", "")
        writing.save(article, edited, by=author, at=at + 5 * HOUR, revision=article.revision)

    def _hidden(self, row, article, author, at):
        article = self._published(row, article, author, at)
        publishing.hide(
            article,
            by=self.users[row["acted_by"]],
            at=self._ended(row),
            reason=row.get("reason") or "",
        )

    def _taken_down(self, row, article, author, at):
        article = self._published(row, article, author, at)
        publishing.take_down(
            article,
            by=self.users[row["acted_by"]],
            at=self._ended(row),
            reason=row["reason"],
            ordered_by=row["ordered_by"],
        )

    def _expired(self, row, article, author, at):
        article = self._published(row, article, author, at)
        publishing.expire(
            article, by=self.users["thuky"], at=at + 3 * HOUR, expires_at=self._ended(row)
        )

    def _ended(self, row):
        return self.calendar.at(row["ended_days_ago"], "10:00")

    # -- texts --

    def _rewritten(self, row, first_paragraph):
        body = [{"p": first_paragraph}, *row["body"][1:]]
        return self.text({**row, "body": body})

    def text(self, row) -> writing.Text:
        portal = self.portals[row["portal"]]
        fill = self.calendar.fill
        fields = {
            "section": portal.sections.get(slug=row["section"]),
            "genre": row["genre"],
            "headline": fill(row["headline"]),
            "sapo": fill(row["sapo"]),
            "body": "".join(self._block(block, row) for block in row["body"]),
            "source_prefix": row["source_prefix"] or "",
            "outside_source": row["outside_source"] or "",
            "meeting": self.meetings.get(row.get("meeting")),
            "event_date": self.calendar.date(row["event_day_offset"]),
            "note": fill(row["note"]),
            "tags": row.get("tags", ""),
        }
        bylines = [(pen_name(portal, line["name"]), line["role"]) for line in row["bylines"]]
        return writing.Text(
            fields,
            bylines=bylines,
            pictures=self._pictures(row),
            attachments=self._films(row),
        )

    def _films(self, row):
        """A video of the library and its captions."""
        film = row.get("video")
        if not film:
            return []
        by, at = self.users[row["author"]], self._written_at(row)
        titles = {film["file"]: film["title"], film["captions"]: "Phụ đề"}
        return [(self._film(row["portal"], name, title, by, at), title)
                for name, title in titles.items()]  # fmt: skip

    def _film(self, portal, name, title, by, at):
        file = io.BytesIO((CONTENT / name).read_bytes())
        file.name = name
        return add_attachment(portal=portal, file=file, by=by, at=at, title=title)

    def _pictures(self, row):
        lead = [(row["lead_picture"], Placement.LEAD)] if row["lead_picture"] else []
        rest = [
            (number, Placement.GALLERY)
            for number in row["gallery"]
            if number != row["lead_picture"]
        ]
        found = [(self.library[row["portal"], number], place) for number, place in lead + rest]
        return [(p, place, p.caption, p.alt, p.credit) for p, place in found]

    def _block(self, block, row):
        ((kind, value),) = block.items()
        if kind == "picture":
            picture = self.library[row["portal"], value]
            return (
                f'<figure><img src="{draft_picture(picture.pk)}" alt="{escape(picture.alt)}" '
                f'data-file="{picture.pk}"><figcaption>{escape(picture.caption)}</figcaption>'
                "</figure>"
            )
        if kind == "ul":
            return (
                "<ul>" + "".join(f"<li><p>{self._words(line)}</p></li>" for line in value) + "</ul>"
            )
        if kind == "quote":
            return f"<blockquote><p>{self._words(value)}</p></blockquote>"
        return {"p": "<p>{}</p>", "h": "<h2>{}</h2>"}[kind].format(self._words(value))

    def _words(self, text):
        return escape(self.calendar.fill(text), quote=False)
