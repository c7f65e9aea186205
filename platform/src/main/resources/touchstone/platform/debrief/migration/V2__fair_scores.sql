-- Whether debriefs show fair scores beside the ratings; without a row they do not.
create table debrief.fair_score_switch (
  organisation_id uuid primary key,
  shown boolean not null,
  changed_at timestamptz not null,
  changed_by uuid not null
);
call shared.protect('debrief.fair_score_switch');

-- Each set of ratings and settings that scores were ever estimated from, once.
create table debrief.fit (
  id uuid primary key,
  organisation_id uuid not null,
  digest text not null,              -- SHA-256 over ratings, model, estimator, priors and seed
  settings text not null,            -- the same settings in words
  ratings integer not null,
  fitted_at timestamptz not null,
  unique (organisation_id, digest)
);
call shared.protect_forever('debrief.fit');
