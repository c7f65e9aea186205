grant usage on schema debrief to touchstone_app;

-- What people say in the debrief, minority opinions included; a later one replaces an earlier one only for counting.
create table debrief.opinion (
  id uuid primary key,
  organisation_id uuid not null,
  application_id uuid not null,
  author uuid not null,
  hire boolean not null,
  level text not null,
  text text not null check (length(text) between 1 and 4000),
  given_at timestamptz not null
);
create index on debrief.opinion (application_id, given_at);
call shared.protect_forever('debrief.opinion');
grant update (text) on debrief.opinion to touchstone_app; -- only to blank it when the candidate is erased

create table debrief.veto (
  id uuid primary key,
  organisation_id uuid not null,
  application_id uuid not null,
  author uuid not null,
  reason text not null check (length(reason) between 10 and 4000),
  given_at timestamptz not null,
  lifted_at timestamptz,
  lifted_reason text
);
create index on debrief.veto (application_id);
call shared.protect('debrief.veto');

-- A decision with the numbers as they stood; made once, corrected only by the next one with its reasons.
create table debrief.decision (
  id uuid primary key,
  organisation_id uuid not null,
  application_id uuid not null,
  number integer not null,
  outcome text not null check (outcome in ('HIRE', 'HIRE_AT_LOWER_LEVEL', 'NO_HIRE', 'HOLD')),
  level text not null,
  reasons text not null check (length(reasons) between 10 and 8000),
  against text not null default '' check (length(against) <= 8000), -- why against the rule, or without scorecards that are due
  numbers jsonb not null,            -- the rule's result and everything it was computed from
  decided_by uuid not null,
  decided_at timestamptz not null,
  unique (application_id, number)
);
create index on debrief.decision (organisation_id, application_id);
call shared.protect_forever('debrief.decision');
grant update (reasons, against) on debrief.decision to touchstone_app; -- only to blank them when the candidate is erased

create table debrief.offer (
  id uuid primary key,
  organisation_id uuid not null,
  application_id uuid not null unique,
  terms text not null check (length(terms) between 1 and 4000),
  state text not null check (state in ('DRAFT', 'APPROVED', 'SENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  made_by uuid not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  answered_at timestamptz,
  answer text not null default '',    -- what the candidate said
  version integer not null default 1
);
call shared.protect('debrief.offer');

create table debrief.approval (
  organisation_id uuid not null,
  offer_id uuid not null references debrief.offer,
  account_id uuid not null,
  approved boolean,                  -- null while it is asked for
  reason text not null default '',
  at timestamptz,
  primary key (offer_id, account_id)
);
call shared.protect('debrief.approval');

create table debrief.feedback (
  application_id uuid primary key,
  organisation_id uuid not null,
  text text not null check (length(text) <= 20000),
  drafted text not null,              -- as it was drafted from the evidence, to tell whether a person changed it
  state text not null check (state in ('DRAFT', 'SENT')),
  edited_by uuid not null,
  edited_at timestamptz not null,
  sent_at timestamptz,
  version integer not null default 1
);
call shared.protect('debrief.feedback');
