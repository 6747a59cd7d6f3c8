-- What relies on a tenant to know who somebody is. Lists have a blank between each two.
create table application (
  tenant_id varchar(64) not null,
  id varchar(36) not null,
  name varchar(255) not null,
  redirect_uris varchar(131072) not null,
  post_logout_redirect_uris varchar(131072) not null,
  backchannel_logout_uri varchar(2000),
  grant_types varchar(255) not null,
  scopes varchar(4096) not null,
  auth_method varchar(32) not null,
  first_party boolean not null,
  created bigint not null,
  created_by varchar(255) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenant (tenant_id)
);

-- By what it proves that it is itself.
create table application_secret (
  tenant_id varchar(64) not null,
  id varchar(36) not null,
  application_id varchar(36) not null,
  digest varchar(64) not null,
  created bigint not null,
  created_by varchar(255) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references application (tenant_id, id) on delete cascade
);
create index application_secret_application on application_secret (tenant_id, application_id);

-- What an application comes with to whoever relies on the tenant; opaque, and kept as a digest.
create table access_token (
  tenant_id varchar(64) not null,
  id varchar(12) not null,
  application_id varchar(36) not null,
  digest varchar(64) not null,
  scopes varchar(4096) not null,
  issued bigint not null,
  expires bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references application (tenant_id, id) on delete cascade
);
create index access_token_application on access_token (tenant_id, application_id);
create index access_token_expires on access_token (tenant_id, expires);

-- What a tenant signs with; the private part is encrypted.
create table signing_key (
  tenant_id varchar(64) not null,
  id varchar(64) not null,
  algorithm varchar(16) not null,
  public_jwk varchar(4096) not null,
  secret varchar(16384) not null,
  secret_key_id varchar(16) not null,
  signs_from bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenant (tenant_id)
);
