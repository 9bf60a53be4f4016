"""ProfilePage and Organization: officials with their titles of the day, bodies with their spans."""

from .linked_data import organization, person, picture
from .links import Linked
from .pictures import shared

# Councils and committees of the state are government organizations, what belongs to the Party,
# the Front and the mass organizations is not.
TYPES = {"people_council": "GovernmentOrganization", "people_committee": "GovernmentOrganization"}


def profile_data(context: dict, values: dict, linked: dict[str, Linked]) -> dict:
    """PersonValues on their page; `linked` are the live pages of the bodies by key."""
    return {
        "@type": "ProfilePage",
        "@id": context["canonical"],
        "url": context["canonical"],
        "name": context["title"],
        "dateModified": context["changed"],
        "inLanguage": "vi",
        "mainEntity": _person(context, values, linked),
    }


def _person(context, values, linked):
    portrait = shared(values["portrait"])
    bodies = {row["body_key"]: row["body"] for row in values["titles"]}
    return {
        "@type": "Person",
        "name": values["name"],
        "alternateName": values["names"][1:],
        "url": context["own"],
        "image": portrait and picture(context["base"], portrait),
        "description": values["office"],
        "jobTitle": [row["words"] for row in values["titles"]],
        "worksFor": [_body(context, key, name, linked) for key, name in bodies.items()],
    }


def body_data(context: dict, values: dict, linked: dict[str, Linked]) -> dict:
    """BodyValues on their page; `linked` are live pages of bodies and people by key."""
    parent = values["parent"]
    return {
        "@type": TYPES.get(values["kind"], "Organization"),
        "@id": context["canonical"],
        "mainEntityOfPage": context["canonical"],
        "name": values["name"],
        "alternateName": values["names"][1:],
        "url": context["canonical"],
        "description": context["description"],
        "location": values["place"],
        "foundingDate": values["from"],
        "dissolutionDate": values["to"],
        "parentOrganization": parent and _body(context, parent["key"], parent["name"], linked),
        "subOrganization": [
            _body(context, row["key"], row["name"], linked) for row in values["children"]
        ],
        "member": [_member(context, row, linked) for row in values["leaders"]],
    }


def _body(context, key, name, linked):
    return organization(name, _address(context, key, linked))


def _member(context, row, linked):
    return {
        "@type": "OrganizationRole",
        "roleName": row["rank"],
        "startDate": row["from"],
        "member": person(row["person"], _address(context, row["key"], linked)),
    }


def _address(context, key, linked):
    page = linked.get(key)
    return context["base"] + page.href if page else ""
