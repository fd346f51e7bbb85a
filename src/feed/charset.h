/* In which character set a file was written that is not in UTF-8: Windows, an old Mac
 * and DOS give the same bytes to different letters, and none says so. */
#ifndef FEED_CHARSET_H
#define FEED_CHARSET_H

#include <stddef.h>

#include "base/arena.h"

#define LETTER_LOST "\xef\xbf\xbd" /* U+FFFD: what stood here nobody knows any more */

/* "WINDOWS-1252", "MACINTOSH" or "CP850": in which of them these bytes read like words
 * of western Europe; NULL when that is not certain, and whoever has the file is asked. */
const char *charset_guess(const char *bytes, size_t n);

/* The bytes as UTF-8, read in `encoding`, else in the one guessed.  NULL with the reason
 * in *ret_refused, English for tr(): what cannot be read for certain is not kept. */
const char *charset_text(
    struct arena *a, const char *bytes, size_t n, const char *encoding, const char **ret_refused);

#endif
