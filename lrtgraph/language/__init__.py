"""The Dutch language pipeline: the bundled model or any other that offers what the rules need.

    nlp = load()                        # the bundled model
    nlp = load("nl_core_news_lg")       # an installed package, or a path
    for doc in pipe(nlp, texts, parse=mask): ...

Both ways give a spaCy pipeline with our tokeniser rules and sentence starts, and with `pos`, `lemma`, `dep` and, when
the pipeline has it, `morph` on every token.

tokens       what minutes ask of the tokeniser
sentences    where sentences start
embedding    the embedding layer of the bundled model
encoding     its vectors in context, in less time
arithmetic   products that come out the same everywhere
lemmas       lemmas looked up
loading      finding a pipeline and adding these to it
running      texts through the pipeline
"""

from lrtgraph.language.loading import load
from lrtgraph.language.running import pipe
from lrtgraph.language.sentences import SENTENCES

__all__ = ["SENTENCES", "load", "pipe"]
