grant usage on schema audit to touchstone_app;

-- What happened, as a chain: each row holds the hash of the row before it. Names nobody; grows only.
create table audit.entry (
  organisation_id uuid not null,
  seq bigint not null check (seq > 0), -- 1, 2, 3 ... without a gap
  at timestamptz not null,
  actor uuid not null,               -- account or candidate; all zeros for the application itself
  type text not null check (length(type) between 1 and 100),
  entity uuid not null,
  payload_digest bytea not null check (length(payload_digest) = 32), -- SHA-256 of salt and payload
  previous bytea not null check (length(previous) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (organisation_id, seq)
);
create index on audit.entry (organisation_id, type, seq);
create index on audit.entry (organisation_id, at, seq);
call shared.protect_forever('audit.entry');

-- Where the chain ends; locked while an entry is added, so that concurrent writers form one chain.
create table audit.head (
  organisation_id uuid primary key,
  seq bigint not null,
  hash bytea not null check (length(hash) = 32)
);
call shared.protect('audit.head');

-- The key under which a person's payloads are encrypted, itself encrypted with the installation's secret. A row whose key
-- is gone says that the person was erased, and which entry of the chain proves it.
create table audit.person_key (
  organisation_id uuid not null,
  person uuid not null,              -- all zeros: payloads that tell about nobody
  wrapped bytea,
  erased_seq bigint,
  primary key (organisation_id, person),
  check ((wrapped is null) = (erased_seq is not null))
);
call shared.protect('audit.person_key');

-- What the entries tell, apart from the chain, so that it can be erased. After an erasure the row stays, empty.
create table audit.payload (
  organisation_id uuid not null,
  seq bigint not null,
  about uuid,
  salt bytea,
  nonce bytea,
  ciphertext bytea,
  primary key (organisation_id, seq),
  check (num_nulls(salt, nonce, ciphertext) in (0, 3))
);
create index on audit.payload (organisation_id, about, seq);
call shared.protect('audit.payload');

-- When the chain was checked, how far, and what was found.
create table audit.verification (
  id uuid primary key,
  organisation_id uuid not null,
  at timestamptz not null,
  by uuid not null,
  seq bigint not null,               -- last entry when it was intact, else the first that does not fit
  broken text                        -- null when it was intact, else why
);
create index on audit.verification (organisation_id, at);
call shared.protect_forever('audit.verification');
