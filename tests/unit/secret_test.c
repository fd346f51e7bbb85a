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

TEST(secret_digits)
{
	bool shape = true, differ = false;
	for (int i = 0; i < 50; i++) {
		const char *a = secret_digits(mem, 6);
		shape = shape && strlen(a) == 6 && strspn(a, "0123456789") == 6;
		differ = differ || strcmp(a, secret_digits(mem, 6)) != 0;
	}
	ok(shape && differ, "six digits, whichever");
}

TEST(pass_name)
{
	const struct secret_key k = {{1, 2, 3}}, other = {{1, 2, 4}};
	const struct pass p = {.person = 7, .kind = 8, .id = INT64_MAX, .day = 20879};
	struct pass q = {0};
	const char *name = pass_name(mem, &k, &p);
	ok(strlen(name) == 64 && strspn(name, alphabet) == 64, "64 characters that an address can carry");
	ok(pass_read(&k, name, &q) && memcmp(&p, &q, sizeof p) == 0, "it reads back");
	is_text(pass_name(mem, &k, &p), name, "always the same");
	q.person = 3;
	ok(!pass_read(&other, name, &q), "not with another key");
	is_int(q.person, 3, "and the answer is untouched");
}

TEST(pass_read)
{
	const struct secret_key k = {{9}};
	const char *name = pass_name(mem, &k, &(struct pass){.person = 1, .kind = 2, .id = 3, .day = 4});
	bool refused = true;
	struct pass q;
	for (size_t place = 0; place < 64; place++)
		for (const char *c = alphabet; *c; c++) {
			char *changed = arena_strdup(mem, name);
			changed[place] = *c;
			if (strcmp(changed, name) != 0)
				refused = refused && !pass_read(&k, changed, &q);
		}
	ok(refused, "no other spelling of any character");
	ok(!pass_read(&k, "", &q) && !pass_read(&k, pub_name(mem, &k, 1, 1), &q), "nothing shorter");
	ok(!pass_read(&k, arena_printf(mem, "%sA", name), &q), "nothing longer");
}

TEST_MAIN()
