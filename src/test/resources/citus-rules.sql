-- Stands for Citus: notes the tables, and refuses what Citus 13 refuses because of keys.
create table placed (
  name text primary key,
  kind text not null,
  colocated text
);

create function refuse_keys(refused text, reason text) returns void language plpgsql as $$
declare
  key text;
begin
  execute refused into key;
  if key is not null then
    raise exception '%: %', key, reason;
  end if;
end $$;

create function create_reference_table(name text) returns void language plpgsql as $$
begin
  insert into placed values (name, 'reference');
  perform refuse_keys(
    format('select conname from pg_constraint where contype = ''f'' and conrelid = %L::regclass
      and confrelid::regclass::text not in (select name from placed where kind = ''reference'')', name),
    'a reference table refers to reference tables only');
end $$;

create function create_distributed_table(name text, distribution text, colocate_with text default 'default')
returns void language plpgsql as $$
begin
  insert into placed values (name, 'distributed', colocate_with);
  if colocate_with <> 'default'
    and not exists (select from placed p where p.name = colocate_with and p.kind = 'distributed') then
    raise exception '% is not distributed', colocate_with;
  end if;
  perform refuse_keys(
    format('select conname from pg_constraint where contype = ''f'' and confrelid = %L::regclass', name),
    'foreign keys from reference tables and local tables to distributed tables are not supported');
  perform refuse_keys(
    format('select conname from pg_constraint where contype = ''f'' and conrelid = %L::regclass
      and confrelid::regclass::text not in (select name from placed where kind = ''reference'')', name),
    'not colocated, and not referring to a reference table');
  perform refuse_keys(
    format('select indexrelid::regclass::text from pg_index where indisunique and indrelid = %1$L::regclass
      and not (select attnum from pg_attribute where attrelid = %1$L::regclass and attname = %2$L) = any (indkey)',
      name, distribution),
    'a unique key of a distributed table has the distribution column');
end $$;
