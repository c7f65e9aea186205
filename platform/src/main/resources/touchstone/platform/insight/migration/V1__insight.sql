grant usage on schema insight to touchstone_app;

-- Groups that candidates declared of themselves, apart from everything else; only counts of them are ever shown.
create table insight.declared_group (
  organisation_id uuid not null,
  candidate_id uuid not null,
  attribute text not null check (length(attribute) between 1 and 60),
  label text not null check (length(label) between 1 and 60),
  primary key (organisation_id, candidate_id, attribute)
);
call shared.protect('insight.declared_group');

-- How those who were hired did later, as the organisation measures it.
create table insight.outcome (
  organisation_id uuid not null,
  candidate_id uuid not null,
  measure text not null check (length(measure) between 1 and 60),
  value double precision not null,
  measured_on date not null,
  primary key (organisation_id, candidate_id, measure)
);
call shared.protect('insight.outcome');
