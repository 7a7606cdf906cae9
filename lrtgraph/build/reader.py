"""The stages in their order, from a document to its record. Importing this module loads spaCy."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Final

from lrtgraph import gazetteer, language
from lrtgraph.errors import DocumentError
from lrtgraph.extraction import extract
from lrtgraph.extraction.context import UNANALYSED, Reading
from lrtgraph.extraction.grammar.tokens import TEXT
from lrtgraph.extraction.grammar.trees import PARSE
from lrtgraph.extraction.meeting import read_meeting
from lrtgraph.extraction.participants import read_participants
from lrtgraph.layout import Lexicon, read_layout
from lrtgraph.layout.bounding import bounded
from lrtgraph.linking import Linker
from lrtgraph.records import Document, Record
from lrtgraph.resources import Settings

_REMEMBERED: Final = 500_000
"""Characters of text after which the pipeline forgets the words that it has met."""


class Reader:
    """Reads documents with one pipeline and one gazetteer; made once, used for many.

    Raises ModelError or GazetteerError where they cannot be loaded.
    """

    def __init__(self, settings: Settings) -> None:
        self.gazetteer = gazetteer.load(settings.gazetteers)
        self._linker = Linker(self.gazetteer)
        self._nlp = language.load(settings.model, lemmas=False)
        names = (alias.text for alias in self.gazetteer.aliases() if not alias.hidden)
        self._lexicon = Lexicon.of(self._nlp.vocab.strings, names)
        self._words = ExitStack()
        self._met = 0

    def read(self, document: Document) -> Record:
        """Take all facts from a document; the record depends on the document alone, not on what was read before.

        Raises DocumentError where there is nothing of a meeting in the text.
        """
        record = extract(self.analyse(document))
        if not (record.mentions or record.agenda or record.outcomes or record.statements):
            raise DocumentError(
                "there is no meeting in it: no agenda, no known name, no decision; "
                "leave it out, or add its names with `lrtgraph gazetteer add`"
            )
        return record

    def analyse(self, document: Document) -> Reading:
        """What is known of a document before facts are taken from it.

        Blocks are run through the pipeline document by document for that reason: a batch of other documents' blocks
        around them could tip a close decision of the tagger. The parser runs on blocks that name something (no rule
        finds a fact in others), and on most of them only when a rule asks. No rule reads lemmas: verbs are known by
        their conjugations.
        """
        layout = bounded(read_layout(document, self._lexicon))
        meeting = read_meeting(document, layout, self.gazetteer)
        participants = read_participants(document, layout, self.gazetteer, meeting.body)
        links = self._linker.link(document, layout, participants, meeting.body)
        naming = {mention.block for mention in links.mentions}
        analyse = [block.kind not in UNANALYSED for block in layout.blocks]
        parse = [wanted and index in naming for index, wanted in enumerate(analyse)]
        self._remember(len(document.text))
        texts = [block.text for block in layout.blocks]
        docs = tuple(language.pipe(self._nlp, texts, parse=parse, analyse=analyse, later=PARSE, lemmas=False))
        for doc, text in zip(docs, texts, strict=True):
            doc.user_data[TEXT] = text
        return Reading(
            document=document,
            layout=layout,
            docs=docs,
            mentions=links.mentions,
            gazetteer=self.gazetteer,
            meeting=meeting,
            participants=participants,
            candidates=links.candidates,
            province=links.province,
            other_field=links.other_field,
        )

    def _remember(self, characters: int) -> None:
        """Let the pipeline keep the words of several documents, most of which they share, but not of ever more.

        Those of the first documents stay: only outside a memory zone does the tokeniser remember how it cut them.
        """
        self._met += characters
        if self._met > _REMEMBERED:
            self._words.close()
            self._words.enter_context(self._nlp.memory_zone())
            self._met = characters
