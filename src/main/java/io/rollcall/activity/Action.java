package io.rollcall.activity;

/** What happened to a resource. */
public enum Action {
  CREATED,
  CHANGED,
  DELETED,
  ADOPTED,
  REFUSED
}
