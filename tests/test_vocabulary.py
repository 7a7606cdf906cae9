"""The vocabulary and the ontology name the same things, both ways."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph import records
from lrtgraph import vocabulary as v

ROOT = Path(__file__).parent.parent
ONTOLOGY = ROOT / "ontology"


def defined() -> set[str]:
    """The terms of our namespace that the ontology defines as a class or property."""
    kinds = {v.iri(f"owl:{name}") for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
    return {
        triple.subject.value
        for triple in ox.parse(path=str(ONTOLOGY / "lrtgraph.ttl"), format=ox.RdfFormat.TURTLE)
        if triple.predicate.value == v.iri("rdf:type")
        and triple.object.value in kinds
        and triple.subject.value.startswith(v.LRT)
    }


def named() -> set[str]:
    """The terms of our namespace that the vocabulary has a constant for."""
    found: set[str] = {v.LRT + name for name in v.INSTRUMENT_KINDS}
    for name, value in vars(v).items():
        if name.isupper() and isinstance(value, str):
            found.add(value)
        elif name.isupper() and isinstance(value, dict):
            found.update(value.values())
    return {iri for iri in found if iri.startswith(v.LRT) and iri != v.LRT}


def test_every_constant_is_defined() -> None:
    assert named() <= defined()


def test_every_term_used_in_queries_and_turtle_is_defined() -> None:
    files = [*ROOT.glob("queries/**/*.rq"), *ONTOLOGY.glob("**/*.ttl")]
    assert len(files) > 20
    for path in files:
        used = {v.LRT + name for name in re.findall(r"(?<![\w/])lrt:([A-Za-z]+)", path.read_text(encoding="utf-8"))}
        assert used <= defined(), path


def test_every_definition_is_used() -> None:
    """Outside the ontology's own file: in code, in a query, in a shape or in the gazetteer."""
    constants = {value: name for name, value in vars(v).items() if name.isupper() and isinstance(value, str)}
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("lrtgraph/**/*.py"))
    words = set(re.findall(r"\w+", re.sub(r"(?m)^\w+: Final.*$", "", code)))
    turtle = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("queries", "ontology/gazetteer", "ontology/shapes")
        for path in (ROOT / folder).glob("**/*.[rt][qt]*")
    )
    used = set(re.findall(r"(?<![\w/])lrt:([A-Za-z]+)", turtle))
    unused = {
        iri
        for iri in defined()
        if constants.get(iri, "") not in words
        and iri.removeprefix(v.LRT) not in used
        and iri not in v.OUTCOME_KINDS.values()
        and iri.removeprefix(v.LRT) not in v.INSTRUMENT_KINDS
    }
    assert not unused


@pytest.mark.parametrize(
    ("scheme", "members"),
    [
        (v.ACT_SCHEME, get_args(records.Act)),
        (v.ROLE_SCHEME, get_args(records.RoleKind)),
        (v.STATUS_SCHEME, get_args(records.ParticipantStatus)),
        (v.TARGET_STATUS_SCHEME, get_args(records.TargetStatus)),
        (v.REPORT_STATUS_SCHEME, get_args(records.ReportedStatus)),
        (v.BASIS_SCHEME, ("tekst", "kennis")),
        (v.POLARITY_SCHEME, ("affirmed", "conditional", "ended")),
        (v.DOCUMENT_KIND_SCHEME, get_args(records.DocumentKind)),
    ],
)
def test_schemes_hold_what_records_hold(scheme: str, members: tuple[str, ...]) -> None:
    in_scheme = v.iri("skos:inScheme")
    found = {
        triple.subject.value
        for triple in ox.parse(path=str(ONTOLOGY / "lrtgraph.ttl"), format=ox.RdfFormat.TURTLE)
        if triple.predicate.value == in_scheme and triple.object.value == scheme
    }
    assert found == {v.scheme_member(scheme, member) for member in members}


def test_no_scheme_is_left_out_of_those_whose_members_are_shown_by_their_labels() -> None:
    assert {value for name, value in vars(v).items() if name.endswith("_SCHEME")} == set(v.SCHEMES)


@given(
    st.text(
        alphabet=st.characters(blacklist_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], blacklist_characters=":"),
        min_size=1,
    )
)
def test_a_notation_comes_back_from_its_iri(name: str) -> None:
    assert v.notation_of(v.concept_iri(f"place:{name}")) == f"place:{name}"
    ox.NamedNode(v.concept_iri(name))


@given(st.text())
def test_any_name_makes_an_iri(name: str) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        return
    ox.NamedNode(v.concept_iri(name))
    ox.NamedNode(v.meeting_iri(name, "2023-11-03", "00"))
