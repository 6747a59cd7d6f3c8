-- Distributes the tables over the workers of a Citus cluster by tenant. It is run once, by hand, with
-- psql on the coordinator, after the migrations and while no node of Rollcall runs; see docs/scaling.md.
-- Each statement is a transaction of its own: don't wrap them in one.

-- 1. What names the tenants, and is small, is whole on every worker. A table comes after those that it
--    refers to.
select create_reference_table('tenant');
select create_reference_table('admin_key');
select create_reference_table('sso_provider');
select create_reference_table('scim_token');
select create_reference_table('tenant_schema');
select create_reference_table('operator_key');
select create_reference_table('application');
select create_reference_table('application_secret');
select create_reference_table('access_token');
select create_reference_table('signing_key');

-- 2. By now Citus manages the other tables too, as local ones, and a local table mustn't refer to a
--    distributed one: what refers to scim_resource lets go of it.
alter table indexed_value drop constraint indexed_value_tenant_id_resource_id_fkey;
alter table group_member drop constraint group_member_tenant_id_group_id_fkey;
alter table group_member drop constraint group_member_tenant_id_member_id_fkey;
alter table named_resource drop constraint named_resource_tenant_id_resource_id_fkey;

-- 3. The users and groups of a tenant are in one shard.
select create_distributed_table('scim_resource', 'tenant_id');

-- 4. What else a tenant has is in shards beside that one, on the same worker.
select create_distributed_table('indexed_value', 'tenant_id', colocate_with => 'scim_resource');
select create_distributed_table('group_member', 'tenant_id', colocate_with => 'scim_resource');
select create_distributed_table('resource_count', 'tenant_id', colocate_with => 'scim_resource');
select create_distributed_table('activity', 'tenant_id', colocate_with => 'scim_resource');
select create_distributed_table('activity_name', 'tenant_id', colocate_with => 'scim_resource');
select create_distributed_table('activity_members', 'tenant_id', colocate_with => 'scim_resource');
select create_distributed_table('activity_joined', 'tenant_id', colocate_with => 'scim_resource');
select create_distributed_table('activity_hour', 'tenant_id', colocate_with => 'scim_resource');
select create_distributed_table('provider_contact', 'tenant_id', colocate_with => 'scim_resource');
select create_distributed_table('failing', 'tenant_id', colocate_with => 'scim_resource');
select create_distributed_table('named_resource', 'tenant_id', colocate_with => 'scim_resource');

-- 5. Between colocated tables a foreign key with the tenant in it may be: those of step 2, as they were.
alter table indexed_value add constraint indexed_value_tenant_id_resource_id_fkey
  foreign key (tenant_id, resource_id) references scim_resource (tenant_id, id) on delete cascade;
alter table group_member add constraint group_member_tenant_id_group_id_fkey
  foreign key (tenant_id, group_id) references scim_resource (tenant_id, id) on delete cascade;
alter table group_member add constraint group_member_tenant_id_member_id_fkey
  foreign key (tenant_id, member_id) references scim_resource (tenant_id, id) on delete cascade;
alter table named_resource add constraint named_resource_tenant_id_resource_id_fkey
  foreign key (tenant_id, resource_id) references scim_resource (tenant_id, id) on delete cascade;
