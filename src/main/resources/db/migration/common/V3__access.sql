-- An admin key is looked up before its tenant is known: its id is unique in itself.
create table admin_key (
  tenant_id varchar(64) not null,
  id varchar(64) not null,
  name varchar(255) not null,
  role varchar(16) not null,
  digest varchar(64) not null,
  created bigint not null,
  created_by varchar(64),
  last_used bigint,
  expires bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenant (tenant_id)
);
create unique index admin_key_id on admin_key (id);

-- A deleted token stays for a while, so that it can be told from one that never was; then it has no
-- provider any more but the one that it had, which may be gone.
create table scim_token (
  tenant_id varchar(64) not null,
  id varchar(16) not null,
  provider_id varchar(36),
  former_provider_id varchar(36),
  provider_display_name varchar(255) not null,
  digest varchar(64) not null,
  created bigint not null,
  created_by varchar(64) not null,
  last_used bigint,
  expires bigint,
  deleted bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenant (tenant_id),
  foreign key (tenant_id, provider_id) references sso_provider (tenant_id, id)
);

-- The operator's key that a node has made. It is no tenant's, and there is one at most.
create table operator_key (
  id varchar(16) not null primary key,
  digest varchar(64) not null,
  created bigint not null
);
