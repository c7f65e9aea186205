grant usage on schema catalogue to touchstone_app;

-- One row for each organisation that ever changed its own pack; the version counts changes, and caches go by it.
create table catalogue.pack (
  organisation_id uuid primary key references identity.organisation,
  version integer not null
);
call shared.protect('catalogue.pack');

-- The files of the organisation's own pack as they are now.
create table catalogue.pack_file (
  organisation_id uuid not null references catalogue.pack,
  path text not null check (length(path) between 1 and 120),
  content text not null check (octet_length(content) <= 1048576),
  version integer not null,
  edited_by uuid not null,
  edited_at timestamptz not null,
  primary key (organisation_id, path)
);
call shared.protect('catalogue.pack_file');

-- Every version that a file ever had; no content where it was removed. What undo goes back to.
create table catalogue.pack_file_version (
  organisation_id uuid not null references catalogue.pack,
  path text not null,
  version integer not null,
  content text,
  edited_by uuid not null,
  edited_at timestamptz not null,
  primary key (organisation_id, path, version)
);
call shared.protect_forever('catalogue.pack_file_version');
