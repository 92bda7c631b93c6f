-- What lies beneath a record and is for no reader: the small numbers that a paper for the public hides. Whoever makes the
-- next such paper must know them, or all of them together could give one away. It is no file of the record: no page, no
-- address and no export leads here. Erased with the record.

create table sealed (
    record bigint not null primary key references records (id),
    size   bigint not null,
    sha256 text   not null,
    bytes  bytea  not null                  -- compressed
);
