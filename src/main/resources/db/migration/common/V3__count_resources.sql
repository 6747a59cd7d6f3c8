-- How many resources a tenant has: the sum over the slices, which are so many that those who create
-- resources at the same time seldom wait for each other.
create table resource_count (
  tenant_id varchar(64) not null,
  resource_type varchar(16) not null,
  slice integer not null,
  resources bigint not null,
  primary key (tenant_id, resource_type, slice),
  foreign key (tenant_id) references tenant (tenant_id)
);
insert into resource_count (tenant_id, resource_type, slice, resources)
  select tenant_id, resource_type, slice,
    case when slice > 0 then 0 else (select count(*) from scim_resource r
      where r.tenant_id = t.tenant_id and r.resource_type = y.resource_type) end
  from tenant t
  cross join (values ('User'), ('Group')) y (resource_type)
  cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14),
    (15)) s (slice);
