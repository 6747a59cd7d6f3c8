create table scim_resource (
  tenant_id varchar(64) not null,
  id varchar(36) not null,
  resource_type varchar(16) not null,
  provider_id varchar(36) not null,
  origin varchar(16) not null,
  version bigint not null,
  created bigint not null,
  created_by varchar(160) not null,
  last_modified bigint not null,
  unique_key varchar(512) not null,
  display_name varchar(1048576),
  document varchar(1048576) not null,
  written varchar(1048576),
  password_hash varchar(255),
  member_count bigint default 0 not null,
  primary key (tenant_id, id),
  constraint scim_resource_unique_key unique (tenant_id, resource_type, unique_key),
  foreign key (tenant_id, provider_id) references sso_provider (tenant_id, id)
);
create index scim_resource_type on scim_resource (tenant_id, resource_type, id);
create index scim_resource_provider on scim_resource (tenant_id, provider_id, resource_type, id);

-- What filters ask for: one row for each value of each attribute of a resource.
create table indexed_value (
  tenant_id varchar(64) not null,
  resource_id varchar(36) not null,
  path varchar(255) not null,
  element integer not null,
  value_head varchar(100) not null,
  value_key varchar(1048576) not null,
  representative integer not null,
  primary key (tenant_id, resource_id, path, element),
  foreign key (tenant_id, resource_id) references scim_resource (tenant_id, id) on delete cascade
);
create index indexed_value_head on indexed_value (tenant_id, path, value_head);

create table group_member (
  tenant_id varchar(64) not null,
  group_id varchar(36) not null,
  member_id varchar(36) not null,
  member_type varchar(16) not null,
  since bigint not null,
  primary key (tenant_id, group_id, member_id),
  foreign key (tenant_id, group_id) references scim_resource (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references scim_resource (tenant_id, id) on delete cascade
);
create index group_member_member on group_member (tenant_id, member_id, group_id);

-- How many resources each provider of a tenant has: the sum over the slices, which are so many that those
-- who create resources at the same time seldom wait for each other.
create table resource_count (
  tenant_id varchar(64) not null,
  resource_type varchar(16) not null,
  provider_id varchar(36) not null,
  slice integer not null,
  resources bigint not null,
  primary key (tenant_id, resource_type, provider_id, slice),
  foreign key (tenant_id) references tenant (tenant_id)
);
