/**
 * Events for everyone else: what happens to dossiers is kept, and told to HTTPS endpoints that
 * subscribed to it, signed by Standard Webhooks. docs/EVENTS.md is written for subscribers.
 *
 * <p>{@link TakeHandler} takes each event from the topic, {@link DueHandler} goes on every minute
 * with what was not taken, and {@code api} is for those who manage subscriptions.
 */
@NullMarked
package dev.hoso.events;

import org.jspecify.annotations.NullMarked;
