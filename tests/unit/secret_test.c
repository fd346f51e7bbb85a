/* Tokens, digests, passwords, and the public names of records. */
#include "tap.h"

#include "base/secret.h"

static struct arena *mem;

__attribute__((constructor)) static void world_new(void)
{
	mem = arena_new();
	secret_init();
}

__attribute__((destructor)) static void memory_free(void)
{
	arena_free(mem);
}

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

TEST(secret_token)
{
	const char *a = secret_token(mem), *b = secret_token(mem);
	is_int((int64_t)strlen(a), 32, "32 characters");
	is_int((int64_t)strspn(a, alphabet), 32, "that an address can carry");
	ok(!secret_equal(a, b), "never the same");
	ok(secret_equal(a, arena_strdup(mem, a)), "equal to itself");
	ok(!secret_equal(a, "x") && secret_equal("", ""), "lengths count");
}

TEST(secret_sha256)
{
	is_text(secret_sha256(mem, "abc", 3),
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "the standard's example");
}

TEST(secret_password)
{
	const char *hash = secret_password_hash(mem, "naïve & long");
	ok(strncmp(hash, "$argon2id$v=19$m=19456,t=3,p=1$", 31) == 0, "argon2id, 19 MiB, three passes");
	ok(secret_password_ok(hash, "naïve & long"), "the password");
	ok(!secret_password_ok(hash, "naïve & lon"), "another");
	ok(!secret_password_ok("", "x") && !secret_password_ok("$argon2id$", "x"), "a hash that is none");
}

TEST(pub_name)
{
	const struct secret_key k = {{1, 2, 3}}, other = {{1, 2, 4}};
	static const int64_t ids[] = {0, 1, 2, 123456789, INT64_MAX, -1};
	bool back = true, shape = true, kinds = true, keys = true;
	int64_t id = 7;
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
		const char *pub = pub_name(mem, &k, 3, ids[i]);
		shape = shape && strlen(pub) == 22 && strspn(pub, alphabet) == 22;
		kinds = kinds && !pub_read(&k, 4, pub, &id);
		keys = keys && !pub_read(&other, 3, pub, &id);
		back = back && id == 7 && pub_read(&k, 3, pub, &id) && id == ids[i];
		id = 7;
	}
	ok(shape, "22 characters that an address can carry");
	ok(back, "it reads back");
	ok(kinds, "not as another kind");
	ok(keys, "nor with another key");
	is_text(pub_name(mem, &k, 3, 1), pub_name(mem, &k, 3, 1), "always the same name");
}

TEST(pub_read)
{
	const struct secret_key k = {{9}};
	const char *pub = pub_name(mem, &k, 1, 42);
	bool refused = true;
	int64_t id = 7;
	for (size_t place = 0; place < 22; place++)
		for (const char *c = alphabet; *c; c++) {
			char *changed = arena_strdup(mem, pub);
			changed[place] = *c;
			if (strcmp(changed, pub) != 0)
				refused = refused && !pub_read(&k, 1, changed, &id);
		}
	ok(refused, "no other spelling of any character");
	static const char *const bad[] = {"", "42", "AAAAAAAAAAAAAAAAAAAAAA",
	    "AAAAAAAAAAAAAAAAAAAAA=", "../../../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAA=="};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(!pub_read(&k, 1, bad[i], &id), bad[i]);
	ok(!pub_read(&k, 1, arena_printf(mem, "%s=", pub), &id), "nothing after it");
	ok(!pub_read(&k, 1, arena_printf(mem, " %s", pub), &id), "nothing before it");
	is_int(id, 7, "and the answer is untouched");
}

TEST_MAIN()
