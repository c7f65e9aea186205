-- Fills the example organisation up to 200 openings, 20,000 applications and about 300,000 ratings: copies of the example's
-- own openings, plans and applications with other ids, other people and other times. Run by the owner of the database, who
-- is bound by row-level security: the organisation is set first. The audit log is not filled.

create function pg_temp.key(kind text, number bigint, original uuid) returns uuid language sql immutable as
  $$ select md5(kind || '/' || number || '/' || coalesce(original::text, ''))::uuid $$;

-- 300 interviewers, 20 each of recruiters, hiring managers and administrators; all with the example's password.
create temp table person as
select pg_temp.key('person', n, null) as id, n,
       case when n < 300 then 'INTERVIEWER' when n < 320 then 'RECRUITER' when n < 340 then 'HIRING_MANAGER'
            else 'ADMINISTRATOR' end as role
from generate_series(0, 359) as n;
insert into identity.account (id, organisation_id, email, name, zone, created_at)
select id, shared.organisation(), 'person-' || n || '@example.org', 'Load Person ' || n, 'Europe/Berlin', now() from person;
insert into identity.account_role (account_id, organisation_id, role) select id, shared.organisation(), role from person;
insert into identity.sign_in (email, account_id, organisation_id, password_hash)
select 'person-' || n || '@example.org', id, shared.organisation(), (select max(password_hash) from identity.sign_in)
from person;

-- Openings with their plans.
create temp table model_opening as
select o.*, v.id as plan, v.content, v.number, v.published_by, row_number() over (order by o.title) - 1 as place
from hiring.opening o join hiring.plan_version v on v.opening_id = o.id;
create temp table new_opening as
select n, pg_temp.key('opening', n, m.id) as id, pg_temp.key('plan', n, m.plan) as new_plan, m.id as model,
       m.plan as old_plan
from generate_series(1, 200 - (select count(*) from hiring.opening)) as n
join model_opening m on m.place = n % (select count(*) from model_opening);
insert into hiring.opening (id, organisation_id, title, team, role, level, hiring_manager, state, draft, created_at, version)
select o.id, m.organisation_id, m.title || ' ' || o.n, m.team, m.role, m.level,
       pg_temp.key('person', 320 + o.n % 20, null), m.state, m.draft, m.created_at - o.n * interval '1 day', m.version
from new_opening o join model_opening m on m.id = o.model;
insert into hiring.plan_version (id, organisation_id, opening_id, number, content, digest, published_at, published_by)
select id, shared.organisation(), opening, number, content, encode(sha256(convert_to(content, 'UTF8')), 'hex'), at, author
from (select o.new_plan as id, o.id as opening, m.number, m.published_by as author,
             replace(m.content, o.old_plan::text, o.new_plan::text) as content,
             m.created_at - o.n * interval '1 day' as at
      from new_opening o join model_opening m on m.id = o.model) as made;

-- Applications: half of them copies of examples that went the whole way, half of the others; three in five have ended.
create temp table model_application as
select a.*, row_number() over (partition by a.opening_id, a.stage_kind = 'debrief' order by a.id) - 1 as place,
       count(*) over (partition by a.opening_id, a.stage_kind = 'debrief') as places, a.stage_kind = 'debrief' as whole
from hiring.application a;
create temp table new_application as
select k as n, pg_temp.key('application', k, null) as id, pg_temp.key('candidate', k, null) as candidate, o.id as opening,
       o.new_plan, m.id as model, k % 5 < 3 as ended,
       (case when k % 5 < 3 then k % 400 + 20 else k % 30 end) * interval '1 day' as earlier
from generate_series(1, 20000 - (select count(*) from hiring.application)) as k
join new_opening o on o.n = 1 + k % (select count(*) from new_opening)
join model_application m on m.opening_id = o.model and m.whole = (k / 200 % 2 = 0) and m.place = k / 400 % m.places;
insert into hiring.candidate (id, organisation_id, name, email, zone, source, created_at)
select candidate, shared.organisation(),
       (array['Lea', 'Marco', 'Yusuf', 'Chloe', 'Anders', 'Wanjiru', 'Pavel', 'Sofia', 'Daniel', 'Mei'])[1 + n % 10] || ' '
         || (array['Brandt', 'Bellini', 'Demir', 'Martin', 'Holm', 'Kamau', 'Novak', 'Reyes', 'Cohen', 'Tanaka', 'Koval'])
            [1 + n / 10 % 11] || ' ' || n,
       'candidate-' || n || '@example.com', 'Europe/Berlin', 'Load', now() - earlier
from new_application;
insert into hiring.application (id, organisation_id, opening_id, candidate_id, plan_version_id, stage, stage_kind,
                                stage_since, state, applied_at, closed_at, version)
select a.id, m.organisation_id, a.opening, a.candidate, a.new_plan, m.stage, m.stage_kind, m.stage_since - a.earlier,
       case when a.ended then 'REJECTED' else 'ACTIVE' end, m.applied_at - a.earlier,
       case when a.ended then m.stage_since - a.earlier + interval '2 days' end, m.version
from new_application a join model_application m on m.id = a.model;
insert into hiring.stage_move (application_id, number, organisation_id, from_stage, to_stage, reason, moved_at, moved_by)
select a.id, s.number, s.organisation_id, s.from_stage, s.to_stage, s.reason, s.moved_at - a.earlier,
       pg_temp.key('person', 300 + a.n % 20, null)
from new_application a join hiring.stage_move s on s.application_id = a.model where s.ended is null;
insert into hiring.take_home (application_id, organisation_id, stage, sent_at, due_at, handed_in_at, hours_spent, place,
                              lab_score, note, version)
select a.id, t.organisation_id, t.stage, t.sent_at - a.earlier, t.due_at - a.earlier, t.handed_in_at - a.earlier,
       t.hours_spent, t.place, t.lab_score, t.note, t.version
from new_application a join hiring.take_home t on t.application_id = a.model;

-- Who plays whom: an example's interviewer becomes one of the 300, another one in each copy.
create temp table part as
select id, row_number() over (order by id) - 1 as place from identity.account where email not like 'person-%';
insert into hiring.participant (organisation_id, application_id, account_id, capacity)
select p.organisation_id, a.id,
       case when p.capacity = 'HIRING_MANAGER' then pg_temp.key('person', 320 + a.n % 20, null)
            else pg_temp.key('person', (a.n + part.place * 37) % 300, null) end, p.capacity
from new_application a join hiring.participant p on p.application_id = a.model join part on part.id = p.account_id;
insert into interview.interview (id, organisation_id, application_id, stage, starts_at, minutes, zone, place, state,
                                 sequence, organiser, version)
select pg_temp.key('interview', a.n, i.id), i.organisation_id, a.id, i.stage, i.starts_at - a.earlier, i.minutes, i.zone,
       i.place, i.state, i.sequence, pg_temp.key('person', 300 + a.n % 20, null), i.version
from new_application a join interview.interview i on i.application_id = a.model;
insert into interview.seat (organisation_id, interview_id, account_id, capacity)
select s.organisation_id, pg_temp.key('interview', a.n, i.id), pg_temp.key('person', (a.n + part.place * 37) % 300, null),
       s.capacity
from new_application a join interview.interview i on i.application_id = a.model join interview.seat s on s.interview_id = i.id
join part on part.id = s.account_id;
insert into interview.scorecard (id, organisation_id, interview_id, author, draft, draft_version, draft_at,
                                 submitted_revision)
select pg_temp.key('scorecard', a.n, c.id), c.organisation_id, pg_temp.key('interview', a.n, i.id),
       pg_temp.key('person', (a.n + part.place * 37) % 300, null), c.draft, c.draft_version, c.draft_at - a.earlier,
       c.submitted_revision
from new_application a join interview.interview i on i.application_id = a.model
join interview.scorecard c on c.interview_id = i.id join part on part.id = c.author;
insert into interview.scorecard_revision (scorecard_id, organisation_id, revision, content, reason, submitted_at)
select pg_temp.key('scorecard', a.n, c.id), r.organisation_id, r.revision, r.content, r.reason, r.submitted_at - a.earlier
from new_application a join interview.interview i on i.application_id = a.model
join interview.scorecard c on c.interview_id = i.id join interview.scorecard_revision r on r.scorecard_id = c.id;

-- One more interview for each of the 300, which took place just now and whose scorecard is to be filled in.
create temp table held as
select person.id as interviewer, person.n, a.id as application, i.stage, pg_temp.key('due', person.n, null) as id
from person
join (select *, row_number() over (order by n) - 1 as place from new_application where not ended) a on a.place = person.n
join lateral (select stage from interview.interview
              where stage = 'technical-screen' limit 1) i on true
where person.role = 'INTERVIEWER';
insert into interview.interview (id, organisation_id, application_id, stage, starts_at, minutes, zone, place, state)
select id, shared.organisation(), application, stage, now() - interval '1 hour', 45, 'Europe/Berlin', 'Load', 'TOOK_PLACE'
from held;
insert into interview.seat (organisation_id, interview_id, account_id, capacity)
select shared.organisation(), id, interviewer, 'INTERVIEWER' from held;
insert into hiring.participant (organisation_id, application_id, account_id, capacity)
select shared.organisation(), application, interviewer, 'INTERVIEWER' from held on conflict do nothing;
