package io.rollcall.activity;

import java.time.Instant;

/**
 * An event, fired within the transaction that writes it down: something was refused at the door
 * once or more often.
 *
 * @param refusal what was refused
 * @param howOften how often since this was last told
 * @param first when it happened first since then
 * @param last when it happened last
 */
public record RefusalsJoined(JoinedRefusal refusal, long howOften, Instant first, Instant last) {}
