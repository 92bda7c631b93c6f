-- A link to a partner may be about parts of a record: the paragraphs of the self-assessment that they are asked to comment on.

alter table asks add column parts text not null default '';   -- the numbers of those records, with blanks between
