grant usage on schema hiring to touchstone_app;

create table hiring.opening (
  id uuid primary key,
  organisation_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  team text not null,
  role text not null,
  level text not null,
  hiring_manager uuid not null,
  state text not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
  draft json,                        -- the plan being edited; the catalogue's Plan, its weights in their order
  earlier_draft json,                -- the one before the last change, for undo
  created_at timestamptz not null,
  version integer not null default 1 -- a change names the version that it saw
);
create index on hiring.opening (organisation_id, state, created_at);
call shared.protect('hiring.opening');

-- A published plan with everything it needs to be read years later: competencies with anchors and bars, questions, rule.
create table hiring.plan_version (
  id uuid primary key,
  organisation_id uuid not null,
  opening_id uuid not null references hiring.opening,
  number integer not null,
  content text not null,             -- JSON, byte for byte as it was digested
  digest text not null,              -- SHA-256 of the content
  published_at timestamptz not null,
  published_by uuid not null,
  unique (opening_id, number)
);
call shared.protect_forever('hiring.plan_version');

create table hiring.pool_member (
  organisation_id uuid not null,
  pool text not null,
  account_id uuid not null,
  training text not null check (training in ('SHADOW', 'APPROVED')),
  most_a_week integer not null check (most_a_week between 1 and 40),
  primary key (organisation_id, pool, account_id)
);
call shared.protect('hiring.pool_member');

create table hiring.candidate (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  zone text not null,
  source text not null default '',
  created_at timestamptz not null,
  erased_at timestamptz,             -- from then on name and address say nothing
  version integer not null default 1,
  unique (organisation_id, email)
);
create index on hiring.candidate (organisation_id, created_at desc, id);
call shared.protect('hiring.candidate');

create table hiring.application (
  id uuid primary key,
  organisation_id uuid not null,
  opening_id uuid not null references hiring.opening,
  candidate_id uuid not null references hiring.candidate,
  plan_version_id uuid not null references hiring.plan_version,
  stage text not null,               -- id of a stage of that plan version
  stage_kind text not null,          -- of that stage, so that a board over all plans needs no plan
  stage_since timestamptz not null,
  state text not null check (state in ('ACTIVE', 'HIRED', 'REJECTED', 'WITHDRAWN')),
  applied_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  unique (opening_id, candidate_id)
);
-- A column of the board, those that stand longest first.
create index on hiring.application (organisation_id, state, stage_kind, stage_since, id);
create index on hiring.application (opening_id, state, stage, stage_since, id);
create index on hiring.application (organisation_id, candidate_id);
call shared.protect('hiring.application');

-- The way of an application through its stages, its end included. Its words can be erased, nothing else can change.
create table hiring.stage_move (
  application_id uuid not null references hiring.application,
  number integer not null,           -- the version of the application that it led to; 1 is the start
  organisation_id uuid not null,
  from_stage text,
  to_stage text not null,
  ended text check (ended in ('HIRED', 'REJECTED', 'WITHDRAWN')),
  reason text not null default '',
  moved_at timestamptz not null,
  moved_by uuid not null,
  primary key (application_id, number)
);
call shared.protect_forever('hiring.stage_move');
grant update (reason) on hiring.stage_move to touchstone_app;

-- Who is on an application, and so may see it.
create table hiring.participant (
  organisation_id uuid not null,
  application_id uuid not null references hiring.application,
  account_id uuid not null,
  capacity text not null,
  primary key (application_id, account_id, capacity)
);
create index on hiring.participant (account_id);
call shared.protect('hiring.participant');

-- The take-home stage: sent, due, handed in.
create table hiring.take_home (
  application_id uuid not null references hiring.application,
  organisation_id uuid not null,
  stage text not null,
  sent_at timestamptz not null,
  due_at timestamptz not null,
  handed_in_at timestamptz,
  hours_spent numeric(5,1),
  place text not null default '',    -- where the work lies
  lab_score numeric(5,1) check (lab_score between 0 and 100), -- of a lab's report, in its own unit
  note text not null default '',
  version integer not null default 1,
  primary key (application_id, stage)
);
call shared.protect('hiring.take_home');
