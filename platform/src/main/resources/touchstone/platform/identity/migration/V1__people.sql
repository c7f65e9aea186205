grant usage on schema identity to touchstone_app;

-- Read before it is known which organisation somebody belongs to, and so outside the second wall: names no person.
create table identity.organisation (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null
);
grant select, insert, update on identity.organisation to touchstone_app;

create table identity.account (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  zone text not null,
  active boolean not null default true,
  created_at timestamptz not null,
  version integer not null default 1,
  unique (organisation_id, email)
);
call shared.protect('identity.account');

create table identity.account_role (
  account_id uuid not null references identity.account,
  organisation_id uuid not null,
  role text not null,
  primary key (account_id, role)
);
call shared.protect('identity.account_role');

-- Found by e-mail address at sign-in, before the organisation is known: outside the second wall.
create table identity.sign_in (
  email text primary key,
  account_id uuid not null unique references identity.account,
  organisation_id uuid not null,
  password_hash text
);
grant select, insert, update, delete on identity.sign_in to touchstone_app;

-- Found by the digest of a secret that only its receiver knows: outside the second wall.
create table identity.link (
  digest bytea primary key,
  organisation_id uuid,
  kind text not null,
  subject uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on identity.link (subject);
grant select, insert, update, delete on identity.link to touchstone_app;

-- Failed sign-ins by digest of address and of network address, for slowing down guessing.
create table identity.failed_sign_in (
  id uuid not null,
  key bytea not null,
  at timestamptz not null,
  primary key (key, id)
);
create index on identity.failed_sign_in (id);
create index on identity.failed_sign_in (at);
grant select, insert, delete on identity.failed_sign_in to touchstone_app;

-- Spring Session's own tables, in its own form.
create table identity.spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index spring_session_ix1 on identity.spring_session (session_id);
create index spring_session_ix2 on identity.spring_session (expiry_time);
create index spring_session_ix3 on identity.spring_session (principal_name);
create table identity.spring_session_attributes (
  session_primary_id char(36) not null references identity.spring_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on identity.spring_session, identity.spring_session_attributes to touchstone_app;
