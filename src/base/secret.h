/* Random names, hashes, passwords: libsodium behind a narrow face. */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

void secret_init(void); /* once, before any thread */

const char *secret_token(struct arena *a);                           /* 192 random bits, URL-safe base64 */
const char *secret_digits(struct arena *a, int n);                   /* at most 9, each as likely */
const char *secret_sha256(struct arena *a, const char *s, size_t n); /* 64 lower-case hex digits */
/* A number to find these bytes by, that nobody outside of this process can foretell. */
uint64_t secret_place(const void *bytes, size_t n);
bool secret_equal(const char *a, const char *b); /* in constant time */

const char *secret_password_hash(struct arena *a, const char *password); /* argon2id, slow on purpose */
bool secret_password_ok(const char *hash, const char *password);         /* false for a hash that is none */

/* The name a client sees instead of a number: 128 bits nobody can guess or
 * tell from random, made from (kind, id) under the firm's key and read back
 * with it, so no table holds it.  22 characters. */
struct secret_key {
	unsigned char bytes[32];
};
const char *pub_name(struct arena *a, const struct secret_key *k, int kind, int64_t id);
bool pub_read(const struct secret_key *k, int kind, const char *pub, int64_t *ret_id);

/* A way in that a letter carries: whose it is, to which record, since which day, for
 * which address, under 128 bits of proof and unreadable without the key.  64
 * characters. */
struct pass {
	int64_t person, id, day;
	int64_t kind;    /* below 256 */
	int64_t address; /* its mark; 0: for any */
};
/* 56 bits that tell one text from another and nothing of it; never 0. */
int64_t secret_mark(const struct secret_key *k, const char *text);
const char *pass_name(struct arena *a, const struct secret_key *k, const struct pass *p);
bool pass_read(const struct secret_key *k, const char *name, struct pass *ret);

#endif
