-- Calendar feeds: a calendar program cannot sign in, so a person's feed has an address nobody can guess. Here stands the
-- sha256 of its token, never the token. A person has one feed; making another ends the first.

create table feeds (
    account      bigint not null primary key references accounts (id),
    token_sha256 text   not null unique,
    made         text   not null,
    last_read    text                       -- to the hour: a program reads it all day
);
