create table tenant (
  tenant_id varchar(64) not null primary key,
  encryption_key_id varchar(16) not null,
  created bigint not null
);

-- An admin key is looked up before its tenant is known: its id is unique in itself.
create table admin_key (
  tenant_id varchar(64) not null,
  id varchar(64) not null,
  digest varchar(64) not null,
  created bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenant (tenant_id)
);
create unique index admin_key_id on admin_key (id);

create table sso_provider (
  tenant_id varchar(64) not null,
  id varchar(36) not null,
  scheme varchar(64) not null,
  type varchar(16) not null,
  display_name varchar(255) not null,
  enabled boolean not null,
  authority varchar(2048),
  properties varchar(65536) not null,
  secret varchar(16384),
  secret_key_id varchar(64),
  created bigint not null,
  primary key (tenant_id, id),
  constraint sso_provider_scheme unique (tenant_id, scheme),
  foreign key (tenant_id) references tenant (tenant_id)
);

create table scim_token (
  tenant_id varchar(64) not null,
  id varchar(16) not null,
  provider_id varchar(36) not null,
  provider_display_name varchar(255) not null,
  digest varchar(64) not null,
  created bigint not null,
  created_by varchar(64) not null,
  last_used bigint,
  expires bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references sso_provider (tenant_id, id)
);

create table tenant_schema (
  tenant_id varchar(64) not null,
  id varchar(120) not null,
  resource_type varchar(16) not null,
  definition varchar(1048576) not null,
  created bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenant (tenant_id)
);

create table scim_resource (
  tenant_id varchar(64) not null,
  id varchar(36) not null,
  resource_type varchar(16) not null,
  provider_id varchar(36) not null,
  version bigint not null,
  created bigint not null,
  last_modified bigint not null,
  unique_key varchar(512) not null,
  display_name varchar(1048576),
  document varchar(1048576) not null,
  password_hash varchar(255),
  primary key (tenant_id, id),
  constraint scim_resource_unique_key unique (tenant_id, resource_type, unique_key),
  foreign key (tenant_id, provider_id) references sso_provider (tenant_id, id)
);
create index scim_resource_type on scim_resource (tenant_id, resource_type, id);
create index scim_resource_provider on scim_resource (tenant_id, provider_id);

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
  primary key (tenant_id, group_id, member_id),
  foreign key (tenant_id, group_id) references scim_resource (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references scim_resource (tenant_id, id) on delete cascade
);
create index group_member_member on group_member (tenant_id, member_id, group_id);

create table activity (
  tenant_id varchar(64) not null,
  id varchar(36) not null,
  occurred bigint not null,
  actor varchar(64) not null,
  provider_id varchar(36),
  action varchar(32) not null,
  resource_type varchar(16) not null,
  resource_id varchar(36) not null,
  details varchar(1048576) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenant (tenant_id)
);
create index activity_resource on activity (tenant_id, resource_id, id);
