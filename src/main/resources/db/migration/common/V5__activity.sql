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
