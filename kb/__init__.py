"""Records in, knowledge base out. Each part imports only those below it, which a contract in pyproject.toml holds.

cli         the commands, each a thin file
report      what the terminal shows        evaluate   what was read, beside what a careful reader reads
publish     a folder that runs elsewhere   audit      does a paper agree with itself and with the last edition?
ingest      which files; each read in a process of its own; stored
site        Datasette's plugin: its pages, its metadata, how it is served
store       records as rows; which thing of one paper is one of another's; one transaction a paper
graph       places, policies, platforms and what ties them; to files; analysis
editions    what follows from several years
resolve     keys of what papers tell, series, doubtful pairs, decisions
base        the SQLite file: tables, opening, search, keys
"""
