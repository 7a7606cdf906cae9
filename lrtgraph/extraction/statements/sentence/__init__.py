"""A block as words, sentences, clauses and groups of named actors.

blanked      speakers whose name is blanked out
passage      a block as words, sentences and groups of named actors
syntax       the main clause by word order
joints       a sentence cut into its main clauses
placement    who stands as the subject of a verb
table        who sits at the table, and blocks as passages
offices      for whom a title of office can stand
members      names behind the word for their kind or office: "de gemeenten Ede en Zutphen", "de wethouder van Ede"
"""
