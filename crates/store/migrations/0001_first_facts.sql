-- The first facts Waymark keeps: uploads, accounts, sessions, sign-in attempts and the access log.
--
-- Written once in what SQLite and PostgreSQL both accept. Only three column types are used:
--   text    words; dates as '2018-03-31'; moments as '2018-03-31T09:00:00.000000Z', always UTC and always
--           27 characters long, so that comparing the text compares the times
--   bigint  numbers, and yes/no as 1/0
--   bytea   bytes
-- Migrations go forward only. A migration that has been released is never edited: write the next one.
--
-- counters             every number that only goes up: the last id given out in each table, and 'generation',
--                      which moves with every accepted or deleted upload so that each web node knows to reload
-- accounts             the people who may sign in; never deleted, only made inactive, so that the log keeps its names
-- account_areas        the localities, districts and teams whose children a manager may see
-- sessions             who is signed in now; holds the sha256 of the token, never the token
-- sign_in_attempts     tries to sign in, counted to slow guessing; the name tried is kept only as its sha256
-- uploads              one row for each accepted upload, kept for good; nothing in it is a child's value
-- upload_files         the files of an upload, in the order they came; kept after a deletion
-- upload_chunks        the bytes of those files, compressed (zlib), in parts; THE CHILDREN ARE ONLY HERE;
--                      deleting an upload deletes these rows
-- upload_attempts      written before an upload is stored and marked in the same transaction that stores it,
--                      so that one still 'receiving' after a restart never became an upload
-- access_log           every look at children's rows: who, when, what; only ever added to
-- access_log_children  which children were in that look, so that "who looked at this child?" has an answer

create table counters (
    name  text   not null primary key,
    value bigint not null
);

create table accounts (
    id            bigint not null primary key,
    sign_in_name  text   not null unique,   -- lower case, no blanks round it
    name          text   not null,
    role          text   not null,
    password_hash text   not null,
    active        bigint not null check (active in (0, 1)),
    created       text   not null,
    changed       text   not null
);

create table account_areas (
    account bigint not null references accounts (id),
    kind    text   not null check (kind in ('locality', 'district', 'team')),
    name    text   not null,
    primary key (account, kind, name)
);

create table sessions (
    token_sha256 text   not null primary key,
    account      bigint not null references accounts (id),
    csrf         text   not null,
    created      text   not null,
    last_seen    text   not null,
    expires      text   not null
);
create index sessions_by_account on sessions (account);

create table sign_in_attempts (
    id          bigint not null primary key,
    name_sha256 text   not null,
    address     text   not null,
    succeeded   bigint not null check (succeeded in (0, 1)),
    at          text   not null
);
create index sign_in_attempts_by_name on sign_in_attempts (name_sha256, at);
create index sign_in_attempts_by_address on sign_in_attempts (address, at);

create table uploads (
    id             bigint not null primary key,
    name           text   not null,
    kind           text   not null,
    as_at          text   not null,          -- the day the return speaks of
    scope_months   bigint not null,          -- how many months back from that day it looks
    sha256         text   not null,          -- of the content alone: names of files do not count
    size           bigint not null,          -- bytes as they arrived, all files together
    summary        text   not null,          -- JSON: counts only
    accepted       text   not null,
    accepted_by    bigint references accounts (id),   -- null: loaded at the command line
    deleted        text,
    deleted_by     bigint references accounts (id),
    deleted_reason text
);
-- The same content for the same day and scope can be kept once only, whichever node it reaches.
create unique index uploads_once on uploads (sha256, as_at, scope_months) where deleted is null;

create table upload_files (
    upload   bigint not null references uploads (id),
    position bigint not null,
    name     text   not null,
    size     bigint not null,
    sha256   text   not null,
    primary key (upload, position)
);

create table upload_chunks (
    upload   bigint not null,
    position bigint not null,
    part     bigint not null,
    bytes    bytea  not null,
    primary key (upload, position, part),
    foreign key (upload, position) references upload_files (upload, position)
);

create table upload_attempts (
    id      bigint not null primary key,
    name    text   not null,
    size    bigint,                          -- null until the last byte has come
    sha256  text,
    by      bigint references accounts (id),
    begun   text   not null,
    state   text   not null check (state in ('receiving', 'kept', 'refused', 'acknowledged')),
    upload  bigint references uploads (id)
);
create index upload_attempts_by_state on upload_attempts (state);

create table access_log (
    id      bigint not null primary key,
    at      text   not null,
    account bigint not null references accounts (id),
    what    text   not null,                 -- the measure or list that was shown
    upload  bigint references uploads (id)
);
create index access_log_by_account on access_log (account, at);
create index access_log_by_time on access_log (at);

create table access_log_children (
    look  bigint not null references access_log (id),
    child text   not null,
    primary key (look, child)
);
create index access_log_by_child on access_log_children (child, look);
