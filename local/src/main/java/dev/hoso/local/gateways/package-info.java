/**
 * The gateways' side, one class for each as its documents describe it, written without a look at
 * our own code: asked by the real requests, answering in the real form, telling by signed webhooks.
 */
@NullMarked
package dev.hoso.local.gateways;

import org.jspecify.annotations.NullMarked;
