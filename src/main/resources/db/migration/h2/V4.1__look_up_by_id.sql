-- H2 looks up a list of ids, or what a query finds, by the first column of an index only.
create index scim_resource_id on scim_resource (id);
create index group_member_member_id on group_member (member_id);
