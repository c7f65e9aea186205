-- What a search for a candidate looks through, in lower case beforehand: ilike on two columns cost three times as much.
alter table hiring.candidate
  add column search text generated always as (lower(name || E'\n' || email)) stored;

-- Counts on the board of all openings and in the list of openings are read from these alone.
create index on hiring.application (organisation_id, state, stage_kind);
create index on hiring.application (organisation_id, opening_id) where state = 'ACTIVE';
