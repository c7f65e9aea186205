-- Also blanks why somebody looked early: the reason can tell about the candidate who is erased.
create or replace function interview.erase_application(erased uuid) returns void language sql security definer
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
  update interview.early_look set reason = 'Erased with the candidate' where application_id = erased;
$$;
