-- The role that the application works as. It owns nothing, so row-level security binds it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'touchstone_app') then
    create role touchstone_app nologin;
  end if;
  execute format('grant touchstone_app to %I', current_user);
end $$;

-- The organisation of the current transaction; null outside one, and then no row matches.
create function shared.organisation() returns uuid language sql stable
  return nullif(current_setting('touchstone.organisation', true), '')::uuid;

-- Puts the second wall around a table of one organisation's data: it must have a column organisation_id.
create procedure shared.protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_organisation on %s using (organisation_id = shared.organisation()) with check (organisation_id = shared.organisation())', target);
  execute format('grant select, insert, update, delete on %s to touchstone_app', target);
end $$;

-- For tables that only grow: rows are never changed or deleted by the application.
create procedure shared.protect_forever(target regclass) language plpgsql as $$
begin
  call shared.protect(target);
  execute format('revoke update, delete on %s from touchstone_app', target);
end $$;

grant usage on schema shared to touchstone_app;
