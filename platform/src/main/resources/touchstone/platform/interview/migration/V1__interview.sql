grant usage on schema interview to touchstone_app;

create table interview.interview (
  id uuid primary key,
  organisation_id uuid not null,
  application_id uuid not null,
  stage text not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  zone text not null,                -- in which it was agreed
  place text not null default '',
  state text not null check (state in ('SCHEDULED', 'TOOK_PLACE', 'CANCELLED', 'NO_SHOW')),
  sequence integer not null default 0, -- of the calendar file: every change raises it
  organiser uuid not null default '00000000-0000-0000-0000-000000000000', -- who invites; all zeros is the application
  version integer not null default 1
);
create index on interview.interview (application_id);
create index on interview.interview (organisation_id, state, starts_at);
call shared.protect('interview.interview');

create table interview.seat (
  organisation_id uuid not null,
  interview_id uuid not null references interview.interview,
  account_id uuid not null,
  capacity text not null check (capacity in ('INTERVIEWER', 'SHADOW', 'BAR_RAISER')),
  reminded_at timestamptz,
  primary key (interview_id, account_id)
);
create index on interview.seat (account_id);
call shared.protect('interview.seat');

-- Private notes with time stamps; a note marked with a competency is evidence that a rating may cite.
create table interview.note (
  id uuid primary key,
  organisation_id uuid not null,
  interview_id uuid not null references interview.interview,
  author uuid not null,
  at timestamptz not null,
  question text,                     -- id of the question that was being asked
  slot text check (slot in ('SITUATION', 'TASK', 'ACTION', 'RESULT', 'FAILURE')), -- part of a story
  competency text,                   -- id, when marked as evidence
  text text not null check (length(text) <= 4000),
  version integer not null default 1
);
create index on interview.note (interview_id, author, at);
call shared.protect('interview.note');

-- What an interviewer ticked in the room: points heard, requirements revealed, checklist steps, section times.
create table interview.tick (
  organisation_id uuid not null,
  interview_id uuid not null references interview.interview,
  author uuid not null,
  question text not null default '',
  kind text not null check (kind in ('POINT', 'REVEALED', 'STEP', 'STARTED')),
  item text not null,
  at timestamptz not null,
  primary key (interview_id, author, question, kind, item)
);
call shared.protect('interview.tick');

create table interview.scorecard (
  id uuid primary key,
  organisation_id uuid not null,
  interview_id uuid not null references interview.interview,
  author uuid not null,
  draft jsonb,                       -- what is being filled in; its author alone sees it
  draft_version integer not null default 0,
  draft_at timestamptz,
  submitted_revision integer,        -- null until it is submitted
  unique (interview_id, author)
);
call shared.protect('interview.scorecard');

-- Submitted revisions are never changed; a correction is the next revision, with its reason.
create table interview.scorecard_revision (
  scorecard_id uuid not null references interview.scorecard,
  organisation_id uuid not null,
  revision integer not null,
  content jsonb not null,            -- recommendation, summary, ratings with the evidence they cite
  reason text not null default '',
  submitted_at timestamptz not null,
  primary key (scorecard_id, revision)
);
call shared.protect_forever('interview.scorecard_revision');

-- Ratings looked at before they were due: who, why, when.
create table interview.early_look (
  id uuid primary key,
  organisation_id uuid not null,
  application_id uuid not null,
  account_id uuid not null,
  reason text not null check (length(reason) between 10 and 2000),
  at timestamptz not null
);
create index on interview.early_look (application_id, account_id);
call shared.protect_forever('interview.early_look');

-- Erasure of a candidate: the only way in which submitted revisions go. It runs as their owner, in the organisation of the
-- transaction.
create function interview.erase_application(erased uuid) returns void language sql security definer
set search_path = interview, pg_temp as $$
  delete from interview.scorecard_revision where scorecard_id in (
    select c.id from interview.scorecard c join interview.interview i on i.id = c.interview_id
    where i.application_id = erased);
  update interview.scorecard set draft = null, submitted_revision = null where interview_id in (
    select id from interview.interview where application_id = erased);
  delete from interview.note where interview_id in (
    select id from interview.interview where application_id = erased);
  delete from interview.tick where interview_id in (
    select id from interview.interview where application_id = erased);
$$;
revoke all on function interview.erase_application(uuid) from public;
grant execute on function interview.erase_application(uuid) to touchstone_app;
