-- The bytes of reports, under their hash. In parts of 1 MiB, because a row of 50 MB costs several times its
-- size in memory at each end. Keyed by accord, so the same bytes in two accords are two blobs: who may read
-- one must not learn that the other exists. The embedded store keeps its blobs as files instead.
create table blob (
  accord text not null,
  sha256 text not null,
  bytes bigint not null,
  constraint blob_key primary key (accord, sha256),
  constraint blob_name_is_sha256 check (length(sha256) = 64)
);

create table blob_part (
  accord text not null,
  sha256 text not null,
  part integer not null,
  data bytea not null,
  constraint blob_part_key primary key (accord, sha256, part),
  constraint blob_part_of_blob foreign key (accord, sha256) references blob (accord, sha256)
);
