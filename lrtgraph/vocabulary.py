"""The namespaces, classes and properties of the graph, and the minting of IRIs. No other module writes one.

Standard library only: IRIs are plain strings. A fact's IRI is made of its document, its kind and its span, so
that it is stable whatever the order of documents or facts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

BASE: Final = "https://w3id.org/lrtgraph/"
LRT: Final = BASE + "def#"
ID: Final = BASE + "id/"

NAMESPACES: Final[dict[str, str]] = {
    "besluit": "http://data.vlaanderen.be/ns/besluit#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "lrt": LRT,
    "mandaat": "http://data.vlaanderen.be/ns/mandaat#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "oa": "http://www.w3.org/ns/oa#",
    "opengov": "http://www.w3.org/ns/opengov#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "person": "http://www.w3.org/ns/person#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "tooiont": "https://identifier.overheid.nl/tooi/def/ont/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# Named graphs that are not a document's.
GAZETTEER_GRAPH: Final = ID + "graph/gazetteer"
DERIVED_GRAPH: Final = ID + "graph/derived"
PROVENANCE_GRAPH: Final = ID + "graph/provenance"
ONTOLOGY_GRAPH: Final = ID + "graph/ontology"
STORE_GRAPH: Final = ID + "store"  # what an endpoint says of itself: the version of the graph's form


def iri(name: str) -> str:
    """Expand a prefixed name: `prefix:local`.

    >>> iri("org:Post")
    'http://www.w3.org/ns/org#Post'

    Raises KeyError for an unknown prefix.
    """
    prefix, _, local = name.partition(":")
    return NAMESPACES[prefix] + local


def prefixed(iri: str) -> str:
    """An IRI of a namespace that we know by its prefix, the inverse of `iri`; anything else as it is.

    >>> prefixed("http://www.w3.org/2004/02/skos/core#Concept"), prefixed("VNG")
    ('skos:Concept', 'VNG')
    """
    for prefix, namespace in NAMESPACES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


# Classes of our own.
DOCUMENT: Final = LRT + "Document"
MEETING: Final = LRT + "Meeting"
AGENDA_ITEM: Final = LRT + "AgendaItem"
FACT: Final = LRT + "Fact"
ATTENDANCE: Final = LRT + "Attendance"
OUTCOME: Final = LRT + "Outcome"
OUTCOME_KINDS: Final[dict[str, str]] = {
    "besluit": LRT + "Besluit",
    "afspraak": LRT + "Afspraak",
    "actie": LRT + "Actie",
    "toezegging": LRT + "Toezegging",
}
STATEMENT: Final = LRT + "Statement"
SAID_PROMISE: Final = LRT + "SaidPromise"
TARGET: Final = LRT + "Target"
RESPONSIBILITY: Final = LRT + "Responsibility"
STATUS_REPORT: Final = LRT + "StatusReport"
CLOSED_TASK: Final = LRT + "ClosedTask"
UNOWNED: Final = LRT + "Unowned"
MENTION: Final = LRT + "Mention"
ACTOR: Final = LRT + "Actor"
ORGANISATION: Final = LRT + "Organisation"
BODY: Final = LRT + "Body"
OFFICE: Final = LRT + "Office"
PERSON: Final = LRT + "Person"
GROUP: Final = LRT + "Group"
TARGET_GROUP: Final = LRT + "TargetGroup"
PLACE: Final = LRT + "Place"
INSTRUMENT: Final = LRT + "Instrument"
INSTRUMENT_KINDS: Final[tuple[str, ...]] = (
    "Law", "Bill", "Decree", "Agreement", "Scheme", "Procedure", "PolicyTarget", "Plan", "Letter", "Facility",
)  # fmt: skip

# Properties of our own (each defined in ontology/lrtgraph.ttl).
SOURCE_DOCUMENT: Final = LRT + "document"  # fact → document
IN_MEETING: Final = LRT + "meeting"  # fact, agenda item → meeting
REPORTS_ON: Final = LRT + "reportsOn"  # document → meeting
APPROVES_MINUTES_OF: Final = LRT + "approvesMinutesOf"  # meeting → earlier meeting
IN_ITEM: Final = LRT + "agendaItem"  # fact → agenda item
EVIDENCE: Final = LRT + "evidence"  # fact → oa:SpecificResource
CONFIDENCE: Final = LRT + "confidence"  # fact → xsd:decimal
RULE: Final = LRT + "rule"  # fact → name of the rule that made it
REASON: Final = LRT + "reason"  # mention → why this concept
BODY_OF: Final = LRT + "body"  # meeting → body
DATE: Final = LRT + "date"  # meeting → xsd:date, only where stated
EARLIEST: Final = LRT + "earliest"  # meeting → xsd:date
LATEST: Final = LRT + "latest"  # meeting → xsd:date
START_TIME: Final = LRT + "startTime"  # meeting → "HH:MM"
END_TIME: Final = LRT + "endTime"
PLACE_NAME: Final = LRT + "placeName"  # meeting → literal
REPORT_DATE: Final = LRT + "reportDate"  # document → xsd:date
NUMBER: Final = LRT + "number"  # agenda item → literal
POSITION: Final = LRT + "position"  # agenda item → xsd:integer, order in the document from 1
PERSON_OF: Final = LRT + "person"  # attendance → person (absent where blanked out or left out)
SEAT: Final = LRT + "seat"  # attendance → office or organisation
STATUS: Final = LRT + "attendanceStatus"  # attendance → concept of the attendance scheme
SEAT_LABEL: Final = LRT + "seatLabel"  # attendance → the office as it stands
SPEAKER: Final = LRT + "speaker"  # statement → actor
SPEAKING_PERSON: Final = LRT + "speakingPerson"  # statement → person
ACT: Final = LRT + "act"  # statement → concept of the speech act scheme
ADDRESSEE: Final = LRT + "addressee"  # statement → actor
ANSWERS: Final = LRT + "answers"  # statement → question of the same document
BESIDES: Final = LRT + "besides"  # statement → what the same words are first of all
ABOUT: Final = LRT + "about"  # statement, outcome, target → concept
OWNER: Final = LRT + "owner"  # outcome → actor
PARTNER: Final = LRT + "partner"  # outcome → actor
DEADLINE: Final = LRT + "deadline"  # outcome → xsd:date
DEADLINE_TEXT: Final = LRT + "deadlineText"  # outcome → literal words
THREAD: Final = LRT + "thread"  # outcome, or derived edge that is a position or target → key shared by what follows it
TASK_NUMBER: Final = LRT + "taskNumber"  # outcome, status report → number in the list of tasks, in one form
TASK_THING: Final = LRT + "taskThing"  # outcome, status report → noun of what is to be made, sent or found out
TASK_THREAD: Final = LRT + "taskThread"  # outcome, status report → key by wording, by which the same task is found
NUMBER_THREAD: Final = LRT + "numberThread"  # outcome, status report → key by number, by which reports find outcomes
THING_THREAD: Final = (
    LRT + "thingThread"
)  # outcome, status report → key by thing and deed, by which a sentence finds tasks
TASK_WORDING: Final = LRT + "taskWording"  # outcome, status report → words of the wording, or those that tell the thing
TASK_ABOUT: Final = LRT + "taskAbout"  # status report → instrument that it names with the thing
TASK_RECEIVER: Final = LRT + "taskReceiver"  # status report → actor that got the thing
TAKEN_OVER_BY: Final = LRT + "takenOverBy"  # status report → actor that must do the task from then on
NEW_DEADLINE: Final = LRT + "newDeadline"  # status report → xsd:date
NEW_DEADLINE_TEXT: Final = LRT + "newDeadlineText"  # status report → literal words
REPORTED_STATUS: Final = LRT + "reportedStatus"  # status report → concept of the report status scheme
VALUE: Final = LRT + "value"  # target → xsd:decimal
UNIT: Final = LRT + "unit"  # target → literal
BY_DATE: Final = LRT + "byDate"  # target → xsd:date
BY_TEXT: Final = LRT + "byText"  # target → literal words
TARGET_STATUS: Final = LRT + "targetStatus"  # target → concept of the target status scheme
INSTRUMENT_OF: Final = LRT + "instrument"  # responsibility → instrument
WITHOUT_OWNER: Final = LRT + "withoutOwner"  # saying that nobody owns it → instrument
ACTOR_OF: Final = LRT + "actor"  # responsibility → actor
ROLE: Final = LRT + "role"  # responsibility → short phrase (nl)
ROLE_KIND: Final = LRT + "roleKind"  # responsibility → concept of the role scheme
BASIS: Final = LRT + "basis"  # responsibility → concept of the basis scheme (tekst, kennis)
POLARITY: Final = LRT + "polarity"  # responsibility → concept of the polarity scheme (affirmed, conditional)
CONDITION: Final = LRT + "condition"  # responsibility → literal words
SINCE: Final = LRT + "since"  # responsibility → literal words
UNTIL: Final = LRT + "until"  # responsibility → literal words
CONCEPT: Final = LRT + "concept"  # mention → concept
LINE: Final = LRT + "line"  # evidence → xsd:integer, line in the document's text from 1
PAGE: Final = LRT + "page"  # evidence → xsd:integer

# Properties of gazetteer concepts.
VALID_FROM: Final = LRT + "validFrom"  # concept → xsd:date, an office or ministry exists for a time
VALID_TO: Final = LRT + "validTo"  # concept → xsd:date
ORDINARY_WORD: Final = LRT + "ordinaryWord"  # concept → those of its names that are everyday words too
CONFUSABLE_WITH: Final = LRT + "confusableWith"  # concept → in words, what its names may also mean

# The provenance graph: activities that read documents.
PATH: Final = LRT + "path"  # activity → where the document was read
FINGERPRINT: Final = LRT + "fingerprint"  # activity → hash of all that the graph depends on but the bytes
MODEL: Final = LRT + "model"  # activity → the language model
GAZETTEER_HASH: Final = LRT + "gazetteerHash"  # activity → hash of the lists of names

AWAITS: Final = LRT + "awaits"  # derived graph → document or thread that changed since edges were derived

# Derived edges that code asks for (made by queries/derive, only in the derived graph).
OWNS: Final = LRT + "owns"
ASKS: Final = LRT + "asks"
FOLLOWS_UP: Final = LRT + "followsUp"
CHANGED_FROM: Final = LRT + "changedFrom"
ON_OUTCOME: Final = LRT + "onOutcome"
DERIVED_EDGE: Final = LRT + "DerivedEdge"  # class of the node that reifies a short edge (rdf:subject, …)
DERIVED_FROM: Final = LRT + "derivedFrom"  # derived edge's node → fact

# Concept schemes; a member's IRI is scheme + "/" + notation.
ACT_SCHEME: Final = ID + "act"
ROLE_SCHEME: Final = ID + "role"
ROLE_ORDER: Final = ("task", "supervision", "decision", "drafting", "execution")
"""The kinds of role, from who answers for the whole to who does the work: the order in which owners are listed."""
STATUS_SCHEME: Final = ID + "attendance-status"
TARGET_STATUS_SCHEME: Final = ID + "target-status"
REPORT_STATUS_SCHEME: Final = ID + "report-status"
BASIS_SCHEME: Final = ID + "basis"
POLARITY_SCHEME: Final = ID + "polarity"
DOCUMENT_KIND_SCHEME: Final = ID + "document-kind"
SHORT: Final[dict[str, str]] = {
    "id": ID,
    "concept": ID + "concept/",
    "meeting": ID + "meeting/",
    "act": ACT_SCHEME + "/",
    "role": ROLE_SCHEME + "/",
    "basis": BASIS_SCHEME + "/",
    "polarity": POLARITY_SCHEME + "/",
    "came": REPORT_STATUS_SCHEME + "/",
    "status": STATUS_SCHEME + "/",
    "kind": DOCUMENT_KIND_SCHEME + "/",
}
"""Prefixes for what queries name of the graph's own things, beside `NAMESPACES`."""
SCHEMES: Final = (
    ACT_SCHEME, ROLE_SCHEME, STATUS_SCHEME, TARGET_STATUS_SCHEME, REPORT_STATUS_SCHEME, BASIS_SCHEME, POLARITY_SCHEME,
    DOCUMENT_KIND_SCHEME,
)  # fmt: skip
"""The schemes whose members facts, meetings and documents have."""
MINUTES: Final = DOCUMENT_KIND_SCHEME + "/verslag"  # the kind of a document (dct:type) that reports a meeting

THREADS: Final = ID + "thread/"  # what the IRI of a thread of outcomes, reports or positions begins with
REPORTS: Final = ID + "report/"  # what the IRI of a status report begins with


@lru_cache(maxsize=65536)
def _slug(text: str) -> str:
    return quote(text.strip().replace(" ", "_"), safe="-_.~", errors="replace")  # half a character is none in UTF-8


def concept_iri(notation: str) -> str:
    """The IRI of a gazetteer concept, person or place from its notation.

    >>> concept_iri("BAK_OEK")
    'https://w3id.org/lrtgraph/id/concept/BAK_OEK'
    >>> concept_iri("person:Ten Doornwaard")
    'https://w3id.org/lrtgraph/id/person/Ten_Doornwaard'
    """
    kind, colon, name = notation.partition(":")
    return f"{ID}{_slug(kind)}/{_slug(name)}" if colon else f"{ID}concept/{_slug(kind)}"


def notation_of(concept: str) -> str:
    """The notation of a gazetteer concept, person or place from its IRI: the inverse of `concept_iri`.

    >>> notation_of("https://w3id.org/lrtgraph/id/concept/BAK_OEK")
    'BAK_OEK'
    >>> notation_of("https://w3id.org/lrtgraph/id/place/Den_Haag")
    'place:Den_Haag'

    A person's name keeps its underscores; any other IRI comes back as it is.
    """
    kind, slash, slug = concept.removeprefix(ID).partition("/")
    if not concept.startswith(ID) or not slash:
        return concept
    return unquote(slug) if kind == "concept" else f"{unquote(kind)}:{unquote(slug)}"


def thread_iri(owner: str, instrument: str, *things: str) -> str:
    """The IRI that outcomes of one owner about one instrument share, or those of them that are about the same thing.

    >>> thread_iri("MBZK", "taakstelling"), thread_iri("MBZK", "taakstelling", "brief").removeprefix(THREADS)
    ('https://w3id.org/lrtgraph/id/thread/MBZK/taakstelling', 'MBZK/taakstelling/brief')
    """
    return THREADS + "/".join(map(_slug, (owner, instrument, *things)))


def task_thread_iri(*parts: str) -> str:
    """The IRI that a task of a table and reports on it share, made of what both are known by.

    >>> task_thread_iri("number", "LRT", "", "2024-03-A4")
    'https://w3id.org/lrtgraph/id/thread/60460942d513a2134681f8cf'
    """
    import hashlib  # see `fact_iri`

    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
    return f"{THREADS}{digest[:24]}"


def scheme_member(scheme: str, notation: str) -> str:
    """The IRI of a member of one of our concept schemes.

    >>> scheme_member(ACT_SCHEME, "bezwaar")
    'https://w3id.org/lrtgraph/id/act/bezwaar'
    """
    return f"{scheme}/{_slug(notation)}"


def document_iri(sha256: str) -> str:
    """The IRI of a document by the hash of its bytes (hex)."""
    return f"{ID}document/{sha256}"


def graph_iri(sha256: str) -> str:
    """The IRI of the named graph that holds all that one document says."""
    return f"{ID}graph/{sha256}"


def meeting_iri(body: str | None, date: str | None, sha256: str, province: str | None = None) -> str:
    """The IRI of a meeting: by body and date where both are known, else by the document that reports on it.

    Where every province has a body of this name, the concept of the province tells which one met.

    >>> meeting_iri("LRT", "2023-11-03", "")
    'https://w3id.org/lrtgraph/id/meeting/lrt-2023-11-03'
    >>> meeting_iri("PRT", "2024-06-05", "", "provincie:Utrecht")
    'https://w3id.org/lrtgraph/id/meeting/prt-utrecht-2024-06-05'
    """
    if body and date:
        name = f"{body}-{province.partition(':')[2]}" if province else body
        return f"{ID}meeting/{_slug(name.lower())}-{date}"
    return f"{ID}meeting/{sha256[:16]}"


def meeting_named(name: str) -> str:
    """The IRI of a meeting by its id, which `local_id` gives.

    >>> meeting_named("lrt-2023-11-03") == meeting_iri("LRT", "2023-11-03", "")
    True
    """
    return f"{ID}meeting/{_slug(name)}"


def fact_iri(sha256: str, kind: str, start: int, end: int, *key: str) -> str:
    """The IRI of a fact: a hash of its document, kind, raw span and what tells it from its twins on that span."""
    import hashlib  # a tenth of what a question's imports cost, and only who mints pays for it

    digest = hashlib.sha256(
        "\x1f".join((sha256, kind, str(start), str(end), *key)).encode("utf-8", "replace")
    ).hexdigest()
    return f"{ID}{kind}/{digest[:24]}"


@lru_cache(maxsize=4096)
def local_id(iri_of_ours: str) -> str:
    """The id that people and JSON use for one of our IRIs; the inverse of `concept_iri` up to spaces.

    >>> local_id("https://w3id.org/lrtgraph/id/concept/BAK_OEK")
    'BAK_OEK'
    >>> local_id("https://w3id.org/lrtgraph/id/place/Den_Haag")
    'place:Den_Haag'
    >>> local_id("https://w3id.org/lrtgraph/id/meeting/lrt-2023-11-03")
    'lrt-2023-11-03'

    Schemes' members and classes of ours give their notation; an IRI of another's comes back whole.
    """
    if iri_of_ours.startswith(LRT):
        return iri_of_ours[len(LRT) :]
    if not iri_of_ours.startswith(ID):
        return iri_of_ours
    kind, _, name = unquote(iri_of_ours[len(ID) :]).partition("/")
    return f"{kind}:{name}" if kind in _KINDS_IN_IDS else name


# Kinds that stand in an id before a colon; the others' local names are unique by themselves.
_KINDS_IN_IDS: Final = frozenset({"person", "gemeente", "provincie", "place"})
