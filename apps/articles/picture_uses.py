"""Where pictures of the library stand in articles."""

from django.urls import reverse

from .models import Article, ArticlePicture


def uses_in_articles(picture_ids, user, at) -> dict[int, list[dict]]:
    """{picture id: [{"label", "address"}]} of articles the person may see, newest first."""
    rows = ArticlePicture.objects.filter(
        picture__in=picture_ids, article__in=Article.objects.seen_by(user, at)
    )
    found: dict[int, list[dict]] = {}
    columns = ("picture_id", "article_id", "article__headline")
    for picture, article, headline in rows.order_by("-article_id").values_list(*columns).distinct():
        address = reverse("admin:articles_article_change", args=[article])
        found.setdefault(picture, []).append({"label": headline, "address": address})
    return found
