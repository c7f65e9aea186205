grant usage on schema notification to touchstone_app;

-- Messages to people. Without a mail server they are read here and passed on by hand.
create table notification.outbox (
  id uuid primary key,
  organisation_id uuid not null,
  recipient text not null check (length(recipient) between 3 and 254),
  name text not null check (length(name) <= 200),
  key text not null check (length(key) <= 100), -- of its texts: what kind of message it is
  subject text not null check (length(subject) <= 300),
  body text check (length(body) <= 60000),      -- null once it was removed
  link text,
  attachment jsonb,                  -- file name, media type, content
  about uuid,                        -- the person whom it tells about, so that erasing them erases it
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  next_at timestamptz,               -- null when it is not to be tried any more
  last_error text not null default '' check (length(last_error) <= 500)
);
create index on notification.outbox (organisation_id, created_at);
create index on notification.outbox (organisation_id, next_at) where sent_at is null and next_at is not null;
create index on notification.outbox (organisation_id, about);
call shared.protect('notification.outbox');
