package io.rollcall.platform.start;

/** An event: the tables are there; whoever has something to do before the first request does it. */
public record Starting() {}
