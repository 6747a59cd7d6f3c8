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
