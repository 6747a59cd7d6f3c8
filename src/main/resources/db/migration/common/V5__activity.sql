-- What was done to users and groups, and what was refused; the newest entry has the greatest id. An entry
-- refers to nothing that could keep it from being written, or go away under it.
create table activity (
  tenant_id varchar(64) not null,
  id varchar(36) not null,
  occurred bigint not null,
  request_id varchar(64) not null,
  client_request_id varchar(64),
  -- The entry of the bulk request that it is a part of, which is a part of itself.
  part_of varchar(36),
  actor_type varchar(16) not null,
  actor_id varchar(64) not null,
  provider_id varchar(36),
  outcome varchar(16) not null,
  resource_type varchar(24),
  -- A schema is known by its URN.
  resource_id varchar(120),
  subject varchar(512),
  status integer,
  cause varchar(32),
  -- More than once when the same cause was met again within the hour.
  times bigint not null,
  last_occurred bigint not null,
  details varchar(1048576) not null,
  primary key (tenant_id, id)
);
create index activity_resource on activity (tenant_id, resource_id, id);
create index activity_request on activity (tenant_id, request_id, id);
create index activity_client_request on activity (tenant_id, client_request_id, id);
create index activity_outcome on activity (tenant_id, outcome, id);
create index activity_provider on activity (tenant_id, provider_id, id);

-- Names that lead to entries where the directory doesn't know them, or no more: of who was refused, is gone,
-- or is called otherwise since.
create table activity_name (
  tenant_id varchar(64) not null,
  name_key varchar(100) not null,
  entry_id varchar(36) not null,
  resource_id varchar(36),
  primary key (tenant_id, name_key, entry_id)
);
create index activity_name_entry on activity_name (tenant_id, entry_id);

-- Who joined and left beyond what stands in the entry: a list of ids in each row.
create table activity_members (
  tenant_id varchar(64) not null,
  entry_id varchar(36) not null,
  part integer not null,
  change varchar(8) not null,
  members varchar(1048576) not null,
  primary key (tenant_id, entry_id, part)
);

-- The entries of an hour in which whatever has the same cause is joined.
create table activity_joined (
  tenant_id varchar(64) not null,
  hour_number bigint not null,
  name varchar(120) not null,
  entry_id varchar(36) not null,
  primary key (tenant_id, hour_number, name)
);

-- How often what was done in an hour.
create table activity_hour (
  tenant_id varchar(64) not null,
  provider_id varchar(36) not null,
  hour_number bigint not null,
  outcome varchar(16) not null,
  times bigint not null,
  primary key (tenant_id, provider_id, hour_number, outcome)
);

-- When a provider was heard of, and in what rhythm it comes.
create table provider_contact (
  tenant_id varchar(64) not null,
  provider_id varchar(36) not null,
  last_contact bigint not null,
  last_success bigint,
  cycle_began bigint not null,
  cycle_requests bigint not null,
  cycle_refused bigint not null,
  pauses varchar(255) not null,
  primary key (tenant_id, provider_id)
);

-- Who was refused, by cause, and not yet let through.
create table failing (
  tenant_id varchar(64) not null,
  provider_id varchar(36) not null,
  person varchar(100) not null,
  cause varchar(32) not null,
  about varchar(100) not null,
  name varchar(512),
  resource_type varchar(16),
  resource_id varchar(36),
  since bigint not null,
  last_time bigint not null,
  times bigint not null,
  facts varchar(65536) not null,
  primary key (tenant_id, provider_id, person, cause, about)
);

-- The day on which a provider last named a user or group.
create table named_resource (
  tenant_id varchar(64) not null,
  resource_id varchar(36) not null,
  provider_id varchar(36) not null,
  day_number integer not null,
  primary key (tenant_id, resource_id),
  foreign key (tenant_id, resource_id) references scim_resource (tenant_id, id) on delete cascade
);
create index named_resource_day on named_resource (tenant_id, provider_id, day_number);
