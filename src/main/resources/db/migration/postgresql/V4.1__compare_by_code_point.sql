-- Keys are compared by code point, whatever the collation of the database.
alter table indexed_value alter column value_head type varchar(100) collate "C";
alter table indexed_value alter column value_key type varchar(1048576) collate "C";
