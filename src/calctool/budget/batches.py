"""Many problems, on one machine and on more."""

# --- many problems (run.batch) ---
LINE_BYTES = 64 << 10
"""Longest line: an expression of 4096 characters, each of them escaped, takes 24 KB."""
CHUNK_BYTES = 64 << 10
"""Read at once; also how far a packed file is unpacked before its lines are handed on."""
WORKERS_RANGE = (1, 256)
WINDOW = 1024
"""Lines read ahead of the oldest one without an answer: a problem of 10 s at the front holds up
others of 10 ms each no sooner."""
WINDOW_BYTES = 64 << 20
"""Of answers that wait for their turn."""
WORKER_PROBLEMS = 2000
"""After so many a worker is replaced, which takes 5 ms, so that no leak lives long."""
COLLECTED_AFTER = 50_000
"""New objects between two looks for cycles: few things here are in one, and looking for them every
700 objects takes a twenty-fifth of a worker's time."""
PART_SECONDS = 0.02
"""Problems that take longer send their finished parts ahead: pickling one takes 0.3 ms."""
SECOND_TRY_SECONDS = 1.0
"""What a problem that hung in C code gets to hand over its finished parts."""
CLOSING_SECONDS = 20.0
"""What writing down a stopped answer may take: mostly 0.05 s, on a crowded machine a hundred times
as long, and what was found is lost where it is given up."""
KNOWN_ANSWERS = 256
KNOWN_BYTES = 64 << 10
"""Answers that a worker remembers, and the longest one: 16 MB at most."""
NURSERY_STARTS = 5
"""Times in a row that the process which forks workers may die before the run is given up."""
TICK_SECONDS = 0.25
"""How often a run that waits looks at its clock."""
MEMBER_BYTES = 1 << 20
MEMBER_SECONDS = 1.0
"""A packed file grows by whole members: small ones pack badly, late ones are lost by a kill."""
PROGRESS_SECONDS = 10.0
"""Between lines of progress where there is no terminal."""
SHARDS = 100_000
"""Every one of them reads all lines to find its own."""
REMOTE_BLOCK_BYTES = 1 << 20
REMOTE_TRIES = 3
REMOTE_PAUSE_SECONDS = 2.0
"""Answers of hours are offered to a store again when it refuses them."""

# --- a handout (cli.subcommands.sheet) ---
SHEET_PROBLEMS = 1000
"""On one page; a batch takes more, and nobody prints them."""
SHEET_BYTES = 4 << 20
"""Read of its file: 4 KB for each of so many problems."""
TITLE_CHARACTERS = 300

# --- more than one machine (run.cluster) ---
CONNECT_SECONDS = 10.0
CLUSTER_SECONDS = 60.0
"""How long a run may be without a single worker: a machine that starts again takes a minute."""
CLUSTER_POLL_SECONDS = 1.0
"""How often the threads of all workers are counted."""
CHUNK_SECONDS = 5.0
"""Of work in a chunk: long beside handing it out and a worker for it, short beside a run."""
CHUNK_ANSWER_BYTES = 2 << 20
"""Or as many answers, which the run's own process keeps until it is their turn."""
CHUNK_FIRST_LINES, CHUNK_LINES = 4, 4096
"""A first chunk shows how long a problem takes; each may be twice as long as those before."""
CHUNKS_AWAY = 2
"""For each thread of the cluster: one that it works on, one that waits there for it."""
CHUNKS_OPEN = 6
"""Likewise, of chunks that are away or wait for those before them."""
AHEAD_BYTES = 64 << 20
"""Of lines that are in no chunk yet."""
CHUNK_FAULTS = 3
"""Times a chunk is handed out again when a worker could not begin with it."""
