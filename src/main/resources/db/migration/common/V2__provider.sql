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
