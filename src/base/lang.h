/* French and English, chosen per reader and not per process.
 *
 * Sentences are written in English in the source; po/fr.po holds the French,
 * compiled by msgfmt and built into the program. */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include "base/arena.h"
#include "base/when.h"

enum lang { LANG_FR, LANG_EN, LANG_MAX };

#define N_(s) s /* marks a sentence that tr gets later */

/* The sentence itself when there is no French for it.  Never allocates. */
const char *tr(enum lang lang, const char *english) __attribute__((format_arg(2)));

const char *lang_code(enum lang lang); /* "fr", "en" */
enum lang lang_of(const char *code);   /* anything but "en" is French */

/* How people say it (words.md 5): "jeudi 11 mars à 13 h", "Thursday 11 March, 1 pm".
 * A date more than six calendar months away carries its year (conversation 16.6). */
const char *say_instant(struct arena *a, enum lang lang, const struct zone *z, instant at, instant now);
const char *say_day(struct arena *a, enum lang lang, day d, day today);
const char *say_time(struct arena *a, enum lang lang, const struct zone *z, instant at); /* "15 h" */
const char *say_mday(struct arena *a, enum lang lang, day d, day today);                 /* "25 mars" */
const char *say_month(struct arena *a, enum lang lang, day d);                           /* "mars 2027" */
/* Relative to now: "15 h" today, "jeudi 15 h" within six days, else with the
 * date.  A day that is today is "aujourd’hui". */
const char *say_near(struct arena *a, enum lang lang, const struct zone *z, instant at, instant now);
const char *say_near_day(struct arena *a, enum lang lang, day d, day today);
/* "2 h 45", "45 min". */
const char *say_hours(struct arena *a, enum lang lang, int64_t seconds);
/* "84 000" / "84,000". */
const char *say_number(struct arena *a, enum lang lang, int64_t n);
/* "18 400 CAD", "18,400.50 CAD". */
const char *say_money(struct arena *a, enum lang lang, int64_t cents, const char *currency);
/* Where French says "de" and English nothing: "de Librairie Sel", "d’Atelier
 * Nord"; "Librairie Sel". */
const char *say_of(struct arena *a, enum lang lang, const char *name);
/* "9 sur 11 (82 %)", "9 of 11 (82%)"; without percent below five (model 1). */
const char *say_ratio(struct arena *a, enum lang lang, int64_t k, int64_t n);

#endif
