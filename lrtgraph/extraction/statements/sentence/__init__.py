"""A block as words, sentences, clauses and groups of named actors; each module builds on those above it.

offices      for whom a title of office can stand
groups       actors named together, with what belongs to their name, or blanked out
passage      a block as words, sentences and groups of named actors
syntax       the main clause by word order
placement    who stands as the subject of a verb
joints       a sentence cut into its main clauses
blocks       the passage of each block of a document
"""
