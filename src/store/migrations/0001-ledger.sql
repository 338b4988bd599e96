-- The ledger is the only thing that is true here; every other table can be computed from it. Keys begin with
-- the accord so that the tables distribute by accord (Citus) unchanged, and there are no triggers, which a
-- distributed table refuses. The body is text, not jsonb: jsonb forgets the order and form of what was hashed.
create table ledger_entry (
  accord text not null,
  seq bigint not null,
  recorded_at bigint not null,
  entered_by text not null,
  kind text not null,
  body text not null,
  prev text not null,
  hash text not null,
  constraint ledger_entry_key primary key (accord, seq),
  constraint ledger_entry_numbered_from_one check (seq > 0),
  constraint ledger_entry_hash_is_sha256 check (length(hash) = 64 and length(prev) = 64)
);

create index ledger_entry_by_kind on ledger_entry (accord, kind, seq);

-- One row an accord, locked by whoever appends: that is what keeps the numbers without a gap.
create table ledger_head (
  accord text not null,
  seq bigint not null,
  recorded_at bigint not null,
  hash text not null,
  constraint ledger_head_key primary key (accord)
);

-- Notes of the store about itself (how much of the journal is in the database); not per accord.
create table store_note (
  name text not null,
  value text not null,
  constraint store_note_key primary key (name)
);
