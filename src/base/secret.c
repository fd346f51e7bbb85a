/* Tokens, digests, passwords, and the public names and passes that carry their
 * own proof.
 *
 * A public name is a tag, the keyed hash of (kind, id), then the id under a
 * mask that is the keyed hash of the tag: whoever lacks the key sees noise,
 * and a name that was not made with it does not come back.  A pass is made the
 * same way from what it says. */
#include "base/secret.h"

#include <endian.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOKEN_BYTES 24
#define PASSWORD_PASSES 3
#define PASSWORD_MEMORY (19 * 1024 * 1024)
#define PUB_TAG 8
#define PUB_BYTES 16
#define PUB_CHARS 22
#define PASS_TAG 16
#define PASS_SAYS 32 /* four numbers */
#define PASS_BYTES (PASS_TAG + PASS_SAYS)
#define PASS_CHARS 64

static void secret_end(const char *sentence)
{
	fprintf(stderr, "%s\n", sentence);
	abort();
}

static unsigned char place_key[crypto_shorthash_KEYBYTES];

void secret_init(void)
{
	if (sodium_init() < 0)
		secret_end("Entente ends here: this machine gives no random numbers.");
	randombytes_buf(place_key, sizeof place_key);
}

uint64_t secret_place(const void *bytes, size_t n)
{
	uint64_t place;
	unsigned char hash[crypto_shorthash_BYTES];
	crypto_shorthash(hash, bytes, n, place_key);
	memcpy(&place, hash, sizeof place);
	return place;
}

static const char *base64(struct arena *a, const unsigned char *bytes, size_t n)
{
	const int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
	size_t size = sodium_base64_encoded_len(n, variant);
	return sodium_bin2base64(arena_alloc(a, size), size, bytes, n, variant);
}

const char *secret_token(struct arena *a)
{
	unsigned char bytes[TOKEN_BYTES];
	randombytes_buf(bytes, sizeof bytes);
	return base64(a, bytes, sizeof bytes);
}

const char *secret_digits(struct arena *a, int n)
{
	uint32_t bound = 1;
	for (int i = 0; i < n; i++)
		bound *= 10;
	return arena_printf(a, "%0*u", n, randombytes_uniform(bound));
}

const char *secret_sha256(struct arena *a, const char *s, size_t n)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	size_t size = 2 * sizeof digest + 1;
	crypto_hash_sha256(digest, (const unsigned char *)s, n);
	return sodium_bin2hex(arena_alloc(a, size), size, digest, sizeof digest);
}

bool secret_equal(const char *a, const char *b)
{
	size_t n = strlen(a);
	return n == strlen(b) && sodium_memcmp(a, b, n) == 0;
}

const char *secret_password_hash(struct arena *a, const char *password)
{
	char *hash = arena_alloc(a, crypto_pwhash_STRBYTES);
	if (crypto_pwhash_str(hash, password, strlen(password), PASSWORD_PASSES, PASSWORD_MEMORY) != 0)
		secret_end("Entente ends here: this machine has no memory left to hash a password.");
	return hash;
}

bool secret_password_ok(const char *hash, const char *password)
{
	return crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}

/* -- public names */

static void keyed_hash(
    unsigned char out[PUB_TAG], const struct secret_key *k, const unsigned char *in, size_t n)
{
	unsigned char full[crypto_generichash_BYTES];
	crypto_generichash(full, sizeof full, in, n, k->bytes, sizeof k->bytes);
	memcpy(out, full, PUB_TAG);
}

static void pub_tag(unsigned char tag[PUB_TAG], const struct secret_key *k, int kind, uint64_t id)
{
	uint64_t in[2] = {htole64((uint64_t)kind), htole64(id)};
	keyed_hash(tag, k, (const unsigned char *)in, sizeof in);
}

/* The input is shorter than a tag's, so that no mask is ever also a tag. */
static uint64_t pub_masked(const struct secret_key *k, const unsigned char tag[PUB_TAG], uint64_t id)
{
	uint64_t mask;
	keyed_hash((unsigned char *)&mask, k, tag, PUB_TAG);
	return id ^ mask;
}

/* libsodium refuses leftover bits, so one name has one spelling. */
static bool unbase64(const char *name, size_t chars, unsigned char *bytes, size_t size)
{
	size_t n;
	return strlen(name) == chars &&
	       sodium_base642bin(
		   bytes, size, name, chars, NULL, &n, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
	       n == size;
}

const char *pub_name(struct arena *a, const struct secret_key *k, int kind, int64_t id)
{
	unsigned char bytes[PUB_BYTES];
	pub_tag(bytes, k, kind, (uint64_t)id);
	uint64_t masked = pub_masked(k, bytes, htole64((uint64_t)id));
	memcpy(bytes + PUB_TAG, &masked, sizeof masked);
	return base64(a, bytes, sizeof bytes);
}

bool pub_read(const struct secret_key *k, int kind, const char *pub, int64_t *ret_id)
{
	unsigned char bytes[PUB_BYTES], tag[PUB_TAG];
	uint64_t id;
	if (!unbase64(pub, PUB_CHARS, bytes, sizeof bytes))
		return false;
	memcpy(&id, bytes + PUB_TAG, sizeof id);
	id = le64toh(pub_masked(k, bytes, id));
	pub_tag(tag, k, kind, id);
	if (sodium_memcmp(tag, bytes, PUB_TAG) != 0)
		return false;
	*ret_id = (int64_t)id;
	return true;
}

/* -- passes */

static void pass_tag(unsigned char tag[PASS_TAG], const struct secret_key *k, const uint64_t says[4])
{
	crypto_generichash(tag, PASS_TAG, (const unsigned char *)says, PASS_SAYS, k->bytes, sizeof k->bytes);
}

/* There and back: the mask is as long as what it hides, and made from the tag. */
static void pass_mask(const struct secret_key *k, const unsigned char tag[PASS_TAG], uint64_t says[4])
{
	uint64_t mask[4];
	crypto_generichash((unsigned char *)mask, sizeof mask, tag, PASS_TAG, k->bytes, sizeof k->bytes);
	for (int i = 0; i < 4; i++)
		says[i] ^= mask[i];
}

int64_t secret_mark(const struct secret_key *k, const char *text)
{
	uint64_t mark;
	keyed_hash((unsigned char *)&mark, k, (const unsigned char *)text, strlen(text));
	mark = le64toh(mark) >> 8;
	return mark ? (int64_t)mark : 1;
}

const char *pass_name(struct arena *a, const struct secret_key *k, const struct pass *p)
{
	unsigned char bytes[PASS_BYTES];
	uint64_t says[4] = {htole64((uint64_t)p->person),
	    htole64((uint64_t)p->kind | (uint64_t)p->address << 8), htole64((uint64_t)p->id),
	    htole64((uint64_t)p->day)};
	pass_tag(bytes, k, says);
	pass_mask(k, bytes, says);
	memcpy(bytes + PASS_TAG, says, PASS_SAYS);
	return base64(a, bytes, sizeof bytes);
}

bool pass_read(const struct secret_key *k, const char *name, struct pass *ret)
{
	unsigned char bytes[PASS_BYTES], tag[PASS_TAG];
	uint64_t says[4];
	if (!unbase64(name, PASS_CHARS, bytes, sizeof bytes))
		return false;
	memcpy(says, bytes + PASS_TAG, PASS_SAYS);
	pass_mask(k, bytes, says);
	pass_tag(tag, k, says);
	if (sodium_memcmp(tag, bytes, PASS_TAG) != 0)
		return false;
	*ret = (struct pass){.person = (int64_t)le64toh(says[0]),
	    .kind = (int64_t)(le64toh(says[1]) & 0xff),
	    .address = (int64_t)(le64toh(says[1]) >> 8),
	    .id = (int64_t)le64toh(says[2]),
	    .day = (int64_t)le64toh(says[3])};
	return true;
}
