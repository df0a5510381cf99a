/** API Gateway's HTTP API: routes, events of payload 2.0, answers, the JWT authoriser. */
@NullMarked
package dev.hoso.local.gateway;

import org.jspecify.annotations.NullMarked;
