-- Names that begin alike are found by the index, whatever the collation of the database.
alter table activity_name alter column name_key type varchar(100) collate "C";
