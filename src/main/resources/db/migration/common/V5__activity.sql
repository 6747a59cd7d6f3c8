-- What was done to users and groups, and what was refused; the newest entry has the greatest id.
create table activity (
  tenant_id varchar(64) not null,
  id varchar(36) not null,
  occurred bigint not null,
  request_id varchar(64) not null,
  client_request_id varchar(64),
  actor varchar(80) not null,
  provider_id varchar(36),
  outcome varchar(16) not null,
  resource_type varchar(16),
  resource_id varchar(36),
  subject varchar(512),
  subject_key varchar(100),
  status integer,
  details varchar(1048576) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenant (tenant_id)
);
create index activity_resource on activity (tenant_id, resource_id, id);
create index activity_subject on activity (tenant_id, subject_key, id);
create index activity_request on activity (tenant_id, request_id, id);
