"""schema.org's own words for the types we use: of each the type above it and its properties."""

OWN = {
    "Thing": ("", "name alternateName url description image mainEntityOfPage sameAs identifier"
                  " subjectOf potentialAction"),
    "CreativeWork": ("Thing", "headline datePublished dateModified dateCreated author publisher"
                              " creator inLanguage isAccessibleForFree sourceOrganization isBasedOn"
                              " mentions correction about creditText text mainEntity thumbnailUrl"
                              " keywords video audio abstract copyrightHolder license hasPart"
                              " isPartOf"),
    "Article": ("CreativeWork", "articleSection articleBody speakable wordCount pageStart"),
    "NewsArticle": ("Article", "dateline"),
    "WebPage": ("CreativeWork", "breadcrumb speakable lastReviewed primaryImageOfPage"),
    "ProfilePage": ("WebPage", ""),
    "AboutPage": ("WebPage", ""),
    "WebSite": ("CreativeWork", "issn"),
    "MediaObject": ("CreativeWork", "contentUrl contentSize embedUrl encodingFormat duration width"
                                    " height uploadDate startTime endTime"),
    "ImageObject": ("MediaObject", "caption exifData representativeOfPage"),
    "VideoObject": ("MediaObject", "caption transcript videoQuality videoFrameSize"),
    "Comment": ("CreativeWork", "parentItem"),
    "CorrectionComment": ("Comment", ""),
    "Person": ("Thing", "jobTitle worksFor affiliation memberOf birthDate email telephone gender"),
    "Organization": ("Thing", "logo location address foundingDate dissolutionDate member"
                              " parentOrganization subOrganization department email telephone"
                              " contactPoint legalName areaServed founder"),
    "GovernmentOrganization": ("Organization", ""),
    "NewsMediaOrganization": ("Organization", "correctionsPolicy masthead ethicsPolicy"),
    "Place": ("Thing", "address geo containedInPlace telephone"),
    "PostalAddress": ("ContactPoint", "streetAddress addressLocality addressRegion addressCountry"
                                      " postalCode"),
    "ContactPoint": ("Thing", "telephone email contactType availableLanguage"),
    "VirtualLocation": ("Thing", ""),
    "Event": ("Thing", "startDate endDate eventStatus eventAttendanceMode location organizer"
                       " performer previousStartDate offers about attendee superEvent inLanguage"
                       " isAccessibleForFree recordedIn"),
    "ItemList": ("Thing", "itemListElement itemListOrder numberOfItems"),
    "BreadcrumbList": ("ItemList", ""),
    "ListItem": ("Thing", "position item nextItem previousItem"),
    "Role": ("Thing", "roleName startDate endDate"),
    # A role says again the property it stands in.
    "OrganizationRole": ("Role", "member numberedPosition"),
    "Action": ("Thing", "target agent object result"),
    # "-input" is schema.org's own way to say what a query needs (docs/actions).
    "SearchAction": ("Action", "query query-input"),
    "EntryPoint": ("Thing", "urlTemplate httpMethod contentType"),
    "SpeakableSpecification": ("Thing", "cssSelector xpath"),
}  # fmt: skip


def invented(kind: str, names) -> set[str]:
    """Those of the names that are no property of this type; @type and @id are JSON-LD's own.

    Raises KeyError for a type that is not written down.
    """
    known = {"@type", "@id", "@context"}
    while kind:
        kind, own = OWN[kind]
        known |= set(own.split())
    return set(names) - known
