-- The role that may change schemas, and the one that the program works as.
CREATE ROLE dangol_owner LOGIN;
CREATE ROLE dangol LOGIN;
CREATE DATABASE dangol OWNER dangol_owner;
