/* From where somebody calls, and what is believed about it; how often a door is tried. */
#include "tap.h"

#include "base/secret.h"
#include "web/attempts.h"

TEST(networks)
{
	ok(network_of("192.0.2.1") && network_of("192.0.2.1") != network_of("192.0.2.2"),
	    "each IPv4 address is a network");
	ok(network_of("2001:db8:1:2::1") == network_of("2001:db8:1:2:ffff::9"), "a /64 of IPv6 is one");
	ok(network_of("2001:db8:1:2::1") != network_of("2001:db8:1:3::1"), "the /64 beside it another");
	ok(network_of("::ffff:192.0.2.1") == network_of("192.0.2.1"), "IPv4 dressed up as IPv6 is IPv4");
	ok(network_of("::1") != 0, "this machine is known");
	ok(!network_of("") && !network_of("localhost") && !network_of("192.0.2.1:80"),
	    "a name is no address");
}

TEST(proxies)
{
	network proxy = network_of("192.0.2.1"), far = network_of("198.51.100.7");
	ok(network_add_proxy("192.0.2.1") && network_add_proxy("192.0.2.2"), "two proxies");
	ok(!network_add_proxy("nginx"), "a name is none");
	ok(network_is_proxy(proxy) && !network_is_proxy(far), "each is known");
	ok(network_behind(proxy, "198.51.100.7", "203.0.113.1") == far, "X-Real-IP says who calls");
	ok(network_behind(proxy, NULL, "203.0.113.1, 198.51.100.7") == far,
	    "else the last of X-Forwarded-For: what stands before it is hearsay");
	ok(network_behind(proxy, NULL, "203.0.113.1,198.51.100.7, 192.0.2.2") == far,
	    "who is a proxy of ours does not call");
	ok(network_behind(proxy, NULL, NULL) == proxy && network_behind(proxy, NULL, " ,") == proxy,
	    "without a word it is the proxy");
	ok(network_behind(proxy, NULL, "198.51.100.7, unknown") == 0, "no address is nobody's");
}

static int tries(enum door door, network from, const char *account, int n)
{
	struct attempt a;
	int let_in = 0;
	for (int i = 0; i < n; i++)
		let_in += attempt_take(&a, door, from, account);
	return let_in;
}

/* A minute that ends meanwhile would begin all counts again: then all is tried again. */
TEST(attempts)
{
	struct attempt a;
	network here = network_of("192.0.2.10"), there = network_of("192.0.2.11");
	secret_init();
	is_int(tries(DOOR_PASSWORD, here, "a", 20), 10, "ten passwords a minute");
	is_int(tries(DOOR_PASSWORD, here, "b", 20), 10, "and ten for another account");
	is_int(tries(DOOR_PASSWORD, there, "a", 1), 1, "another network is not concerned");
	is_int(tries(DOOR_PASSWORD, here, "c", 20), 10, "thirty in all");
	is_int(tries(DOOR_PASSWORD, here, "d", 1), 0, "and no more");
	is_int(tries(DOOR_TOKEN, here, NULL, 20), 10, "tokens are counted apart");
	for (int i = 0; i < 30; i++)
		if (attempt_take(&a, DOOR_PASSWORD, there, "e"))
			attempt_give_back(&a);
	is_int(tries(DOOR_PASSWORD, there, "e", 20), 10, "what was given back does not count");

	network one = network_of("203.0.113.0");
	for (int i = 0; i < 50; i++)
		tries(DOOR_PASSWORD, one + (network)i, "f", 10);
	is_int(tries(DOOR_PASSWORD, network_of("192.0.2.12"), "f", 10), 2,
	    "an account tried from everywhere leaves each network two");
	int late = 0;
	for (int i = 0; i < 20000; i++)
		late += tries(DOOR_LINK, one + 1000 + (network)i, NULL, 1) == 0;
	is_int(late, 0, "twenty thousand networks do not take each other's tries");
}

TEST_MAIN()
