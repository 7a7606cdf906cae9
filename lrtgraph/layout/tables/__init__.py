"""Tables: by signs, by columns that line up, with columns lost, and minutes that are one.

cells          the cells of one line, and the heads of columns among them
groups         heads inside a table
rows           the table that cells make
piped          tables whose cells signs part
aligned        tables whose cells line up
exchanges      remarks that are set as rows
tables         the tables of a document
lost_columns   tables whose columns a conversion has lost
items          minutes that are a table: each topic is an item
"""
