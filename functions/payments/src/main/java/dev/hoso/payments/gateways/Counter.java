package dev.hoso.payments.gateways;

/** What can be asked of a gateway; which of it, each says by what it is besides. */
public sealed interface Counter permits Asking, Inquiry, Refunding {}
