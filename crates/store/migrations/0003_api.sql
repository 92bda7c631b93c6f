-- What programs that speak for people need.
--
-- api_tokens   a token a person made so that a program can read and write records as they may; holds the sha256 of the
--              token, never the token. What it may do is what the account may do at that moment
-- api_answers  what was kept under an Idempotency-Key, written in the same transaction as what it kept, so that the same
--              request sent twice is kept once; key and request are held as their sha256 only

create table api_tokens (
    id           bigint not null primary key,
    account      bigint not null references accounts (id),
    name         text   not null,
    token_sha256 text   not null unique,
    made         text   not null,
    expires      text   not null,
    used         text,                      -- when it was last used, to the nearest few minutes
    revoked      text
);
create index api_tokens_by_account on api_tokens (account);

create table api_answers (
    account      bigint not null references accounts (id),
    key_sha256   text   not null,
    asked_sha256 text   not null,
    record       bigint not null references records (id),
    at           text   not null,
    primary key (account, key_sha256)
);
create index api_answers_by_time on api_answers (at);
