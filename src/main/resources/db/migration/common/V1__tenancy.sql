create table tenant (
  tenant_id varchar(64) not null primary key,
  display_name varchar(255) not null,
  status varchar(16) not null,
  status_since bigint not null,
  -- How many rows a deletion has still to remove.
  remaining bigint,
  encryption_key_id varchar(16) not null,
  created bigint not null
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
