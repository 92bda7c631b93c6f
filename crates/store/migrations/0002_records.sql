-- What people write: records, the links between them, their history, their files; and the links that partners answer
-- through.
--
-- records       each record as it stands now
-- links         each link as it stands now; it ends at a record or at a measure
-- history       everything that ever happened to a record, in one chain: each line holds the sha256 of the line before
--               it. 'body' is JSON (programme::Body) and can be erased; what is hashed is its digest with the salt, so the
--               chain still verifies, and without the salt nobody can guess what the body was
-- record_files  files of records: evidence, papers, documents; record_chunks: their bytes, compressed, in parts
-- asks          one-use links sent to people without an account; holds the sha256 of the token, never the token
-- letters       e-mails that were sent or could not be, so that nobody is reminded twice for the same day

create table records (
    id       bigint not null primary key,
    kind     text   not null,
    version  bigint not null,
    state    text   not null,
    readers  text   not null,
    held     text   not null,               -- JSON: what its fields hold; '{}' once erased
    made     text   not null,
    changed  text   not null,
    by_name  text   not null,
    deleted  bigint not null check (deleted in (0, 1)),
    erased   bigint not null check (erased in (0, 1))
);

create table links (
    from_record bigint not null references records (id),
    link        text   not null,
    to_end      text   not null,            -- a record's number, or a measure's id
    primary key (from_record, link, to_end)
);

create table history (
    seq         bigint not null primary key,
    record      bigint not null references records (id),
    version     bigint not null,
    act         text   not null,
    at          text   not null,
    account     bigint references accounts (id),
    body        text,
    salt        text,
    body_sha256 text   not null,
    previous    text   not null,            -- the hash of the line before; empty for the first
    hash        text   not null
);
create index history_by_record on history (record, seq);

create table record_files (
    id           bigint not null primary key,
    record       bigint not null references records (id),
    name         text   not null,
    content_type text   not null,
    size         bigint not null,
    sha256       text   not null,
    added        text   not null,
    by_name      text   not null,
    erased       bigint not null check (erased in (0, 1))
);
create index record_files_by_record on record_files (record);

create table record_chunks (
    file  bigint not null references record_files (id),
    part  bigint not null,
    bytes bytea  not null,
    primary key (file, part)
);

create table asks (
    id           bigint not null primary key,
    token_sha256 text   not null unique,
    record       bigint not null references records (id),
    to_name      text   not null,
    to_email     text   not null,
    made         text   not null,
    made_by      bigint references accounts (id),
    expires      text   not null,
    opened       text,                      -- when its page was first opened
    used         text,                      -- when it was answered: it answers once
    revoked      text
);
create index asks_by_record on asks (record);

create table letters (
    id      bigint not null primary key,
    to_name text   not null,
    about   text   not null,                -- what it was: 'digest 2018-04-09', 'ask 31'
    made    text   not null,
    sent    text,
    failed  text,                           -- why the mail server did not take it, in our words
    unique (to_name, about)
);
