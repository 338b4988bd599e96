-- What can be searched: reports and records by their words, folded as the core folds them (أ إ آ ا alike, ة ه, ى ي,
-- no marks) and without Arabic particles. An array of words, not a tsvector: PostgreSQL's parser depends on the
-- database's locale, and in C it takes no Arabic letter for a letter.
create table search_item (
  accord text not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  received bigint not null,
  shown text not null,
  words text[] not null,
  constraint search_item_key primary key (accord, kind, id)
);

create index search_item_newest on search_item (accord, received desc, kind, id);
create index search_item_by_word on search_item using gin (words);
