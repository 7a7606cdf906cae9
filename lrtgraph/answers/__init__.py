"""Typed answers to the questions that are asked daily; each row with the sentence that proves it.

quotes       quotes as people read them
rows         what an answer is made of: rows with their evidence
facts        from a query's plain rows to the parts that answers share
origins      where the documents that prove an answer come from
overseers    whom a later meeting names as supervisor
ownership    who owns an instrument
figures      what is to be reached or was counted
outcomes     who must do what, and what was decided
positions    who supports, requests, asks or objects
events       what happened to one thing, and in one meeting
comparing    what sets two meetings apart
attendance   who sat at the table
searching    words in what was said, settled and written
centrality   who is central in the network
inventory    what a graph holds, and its gaps
cards        the card of one thing
card_lines   the lines of a card
"""
