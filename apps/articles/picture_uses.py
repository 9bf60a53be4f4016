"""Where pictures of the library stand in articles."""

from django.urls import reverse

from apps.portals.held import seats_held

from .models import Article, ArticlePicture


def uses_in_articles(request, picture_ids) -> dict[int, list[dict]]:
    """{picture id: [{"label", "address"}]} of articles the person may see, newest first."""
    seen = Article.objects.seen_from(seats_held(request), request.user)
    rows = ArticlePicture.objects.filter(picture__in=picture_ids, article__in=seen)
    found: dict[int, list[dict]] = {}
    columns = ("picture_id", "article_id", "article__headline")
    for picture, article, headline in rows.order_by("-article_id").values_list(*columns).distinct():
        address = reverse("admin:articles_article_change", args=[article])
        found.setdefault(picture, []).append({"label": headline, "address": address})
    return found
