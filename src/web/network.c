/* Addresses to networks, and what a proxy says of them. */
#include "web/network.h"

#include <arpa/inet.h>
#include <endian.h>
#include <string.h>
#include <sys/socket.h>

#define PROXIES_MAX 16
#define IPV4_PREFIX (UINT64_C(0xffff) << 32) /* no IPv6 network begins with 0000:ffff */

static struct {
	network at[PROXIES_MAX];
	int n;
} proxies;

static network of_ipv4(const unsigned char bytes[4])
{
	uint32_t address;
	memcpy(&address, bytes, sizeof address);
	return IPV4_PREFIX | be32toh(address);
}

/* The address of this machine, ::1, has nothing in its first half. */
static network of_ipv6(const struct in6_addr *a)
{
	uint64_t half;
	if (IN6_IS_ADDR_V4MAPPED(a))
		return of_ipv4(a->s6_addr + 12);
	memcpy(&half, a->s6_addr, sizeof half);
	return IN6_IS_ADDR_LOOPBACK(a) ? 1 : be64toh(half);
}

static network of_span(const char *s, size_t n)
{
	char text[INET6_ADDRSTRLEN];
	struct in_addr v4;
	struct in6_addr v6;
	if (n >= sizeof text)
		return 0;
	memcpy(text, s, n);
	text[n] = 0;
	if (inet_pton(AF_INET, text, &v4) == 1)
		return of_ipv4((const unsigned char *)&v4);
	return inet_pton(AF_INET6, text, &v6) == 1 ? of_ipv6(&v6) : 0;
}

network network_of(const char *address)
{
	return of_span(address, strlen(address));
}

network network_of_peer(int fd)
{
	union {
		struct sockaddr any;
		struct sockaddr_in v4;
		struct sockaddr_in6 v6;
	} at = {0};
	socklen_t n = sizeof at;
	if (getpeername(fd, &at.any, &n) < 0)
		return 0;
	if (at.any.sa_family == AF_INET)
		return of_ipv4((const unsigned char *)&at.v4.sin_addr);
	return at.any.sa_family == AF_INET6 ? of_ipv6(&at.v6.sin6_addr) : 0;
}

bool network_add_proxy(const char *address)
{
	network n = network_of(address);
	if (!n || proxies.n == PROXIES_MAX)
		return false;
	proxies.at[proxies.n++] = n;
	return true;
}

bool network_is_proxy(network n)
{
	for (int i = 0; i < proxies.n; i++)
		if (proxies.at[i] == n)
			return true;
	return false;
}

/* Each proxy adds whom it heard at the end; what stands before is hearsay. */
network network_behind(network proxy, const char *real_ip, const char *forwarded_for)
{
	if (real_ip)
		return network_of(real_ip);
	network nearest = proxy;
	for (size_t end = forwarded_for ? strlen(forwarded_for) : 0; end > 0 && network_is_proxy(nearest);) {
		size_t begin = end;
		while (begin > 0 && !strchr(", \t", forwarded_for[begin - 1]))
			begin--;
		if (begin < end)
			nearest = of_span(forwarded_for + begin, end - begin);
		end = begin > 0 ? begin - 1 : 0;
	}
	return nearest;
}
