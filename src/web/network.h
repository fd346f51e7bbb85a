/* Where somebody calls from, as far as limits go: an IPv4 address, or the /64 that
 * one subscriber of IPv6 is given.  A number that two networks never share. */
#ifndef WEB_NETWORK_H
#define WEB_NETWORK_H

#include <stdbool.h>
#include <stdint.h>

typedef uint64_t network; /* 0: not known */

/* Of an address in figures, "192.0.2.1", "2001:db8::1" or "::ffff:192.0.2.1". */
network network_of(const char *address);
/* Of whoever is at the other end of a socket. */
network network_of_peer(int fd);

/* A proxy, whose word about who calls is believed; set before anything is served.
 * False: no address, or one too many. */
bool network_add_proxy(const char *address);
bool network_is_proxy(network n);

/* Who calls by way of proxies: what the nearest says, X-Real-IP, or the last of
 * X-Forwarded-For that is none of them; either may be NULL.  Without a word, the proxy. */
network network_behind(network proxy, const char *real_ip, const char *forwarded_for);

#endif
