"""Documents that come with an article, as readers find them under the text."""

from django.template.defaultfilters import filesizeformat


def documents(values: dict) -> list[dict]:
    """[{"href", "title", "about"}] of ArticleValues; `about` is kind and size: "PDF, 1,2 MB".

    Older cuts have none.
    """
    return [
        {
            "href": f"/tep/{row['sha256']}/{row['name']}",
            "title": row["title"] or row["name"],
            "about": f"{row['name'].rpartition('.')[2].upper()}, {filesizeformat(row['size'])}",
        }
        for row in values.get("attachments") or []
    ]
