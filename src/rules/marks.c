/* Reading marked lines.  Nothing is guessed: a day that does not exist, or that
 * is not the weekday beside it, is no date, and whoever wrote it is asked. */
#include "rules/marks.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

#define NOTES_MAX_BYTES (1 << 20)
#define DATE_WORDS_MAX 8
#define WHO_MAX_BYTES 40
#define BLANKS " \t"

static const struct {
	const char *written;
	enum mark mark;
} written_marks[] = {
    {"->", MARK_OURS},
    {"→", MARK_OURS},
    {">", MARK_OURS},
    {"<-", MARK_THEIRS},
    {"←", MARK_THEIRS},
    {"<", MARK_THEIRS},
    {"?", MARK_QUESTION},
    {"!", MARK_DECISION},
};

/* ---- dates ------------------------------------------------------------------------ */

static const char *const weekdays[][2] = {{"lundi", "monday"}, {"mardi", "tuesday"},
    {"mercredi", "wednesday"}, {"jeudi", "thursday"}, {"vendredi", "friday"}, {"samedi", "saturday"},
    {"dimanche", "sunday"}};
static const char *const months[][2] = {{"janvier", "january"}, {"fevrier", "february"}, {"mars", "march"},
    {"avril", "april"}, {"mai", "may"}, {"juin", "june"}, {"juillet", "july"}, {"aout", "august"},
    {"septembre", "september"}, {"octobre", "october"}, {"novembre", "november"}, {"decembre", "december"}};

/* A text cut at its blanks: words without accents and case, figures as they are. */
struct words {
	const char *word[DATE_WORDS_MAX];
	int n, at;
};

static bool is_one_of(const char *word, const char *const *all)
{
	for (; *all; all++)
		if (strcmp(word, *all) == 0)
			return true;
	return false;
}

/* Takes the next word when it is one of these. */
static bool take(struct words *w, const char *const *all)
{
	bool is = w->at < w->n && is_one_of(w->word[w->at], all);
	w->at += is;
	return is;
}

/* The place of the next word in a table of both languages, taken; -1. */
static int take_named(struct words *w, const char *const (*names)[2], int n)
{
	for (int i = 0; i < n && w->at < w->n; i++)
		if (strcmp(w->word[w->at], names[i][0]) == 0 || strcmp(w->word[w->at], names[i][1]) == 0) {
			w->at++;
			return i;
		}
	return -1;
}

/* A number of at most four figures, and what follows it; -1. */
static int number_before(const char *s, const char **ret_end)
{
	int n = 0, figures = 0;
	for (; s[figures] >= '0' && s[figures] <= '9' && figures < 5; figures++)
		n = n * 10 + (s[figures] - '0');
	*ret_end = s + figures;
	return figures > 0 && figures < 5 ? n : -1;
}

/* "12", "1er", "12th". */
static int take_mday(struct words *w)
{
	static const char *const endings[] = {"", "er", "st", "nd", "rd", "th", NULL};
	const char *end;
	int n = w->at < w->n ? number_before(w->word[w->at], &end) : -1;
	if (n < 1 || n > 31 || !is_one_of(end, endings))
		return -1;
	w->at++;
	return n;
}

static int take_year(struct words *w)
{
	const char *end;
	int n = w->at < w->n ? number_before(w->word[w->at], &end) : -1;
	if (n < 1000 || *end)
		return 0;
	w->at++;
	return n;
}

static day real_day(int year, int month, int mday)
{
	if (year < 1971 || year > 2200 || month < 1 || month > 12 || mday < 1 || mday > 31)
		return 0;
	int y, m, d;
	day made = day_of(year, month, mday);
	day_split(made, &y, &m, &d);
	return m == month && d == mday ? made : 0;
}

/* Without a year: the next one; 29 February may be some years away. */
static day next_date(int year, int month, int mday, day today)
{
	if (year)
		return real_day(year, month, mday);
	int y, m, d;
	day_split(today, &y, &m, &d);
	for (int i = 0; i <= 8; i++) {
		day made = real_day(y + i, month, mday);
		if (made >= today)
			return made;
	}
	return 0;
}

static day next_mday(int mday, day today)
{
	int y, m, d;
	day_split(today, &y, &m, &d);
	for (int i = 0; i < 3; i++) {
		day made = real_day(y + (m - 1 + i) / 12, (m - 1 + i) % 12 + 1, mday);
		if (made > today)
			return made;
	}
	return 0;
}

/* "2027-03-12", "12/3", "12/03/27"; the month first only where it must be. */
static day take_figures(struct words *w, day today)
{
	int n[3] = {0}, parts = 0;
	day made;
	if (w->at == w->n)
		return 0;
	const char *s = w->word[w->at], *end = s;
	if (day_parse(s, &made)) {
		int y, m, d;
		day_split(made, &y, &m, &d);
		made = real_day(y, m, d); /* nothing is promised for the year 722 */
		w->at += made != 0;
		return made;
	}
	do {
		n[parts] = number_before(parts ? end + 1 : s, &end);
		if (n[parts++] < 0)
			return 0;
	} while (*end == '/' && parts < 3);
	if (*end || parts < 2)
		return 0;
	w->at++;
	int year = parts == 3 && n[2] < 100 ? 2000 + n[2] : n[2];
	return n[1] > 12 ? next_date(year, n[0], n[1], today) : next_date(year, n[1], n[0], today);
}

/* "12 mars", "12 mars 2027", "March 12". */
static day take_month_date(struct words *w, day today)
{
	struct words was = *w;
	int mday = take_mday(w), month = take_named(w, months, 12);
	if (mday < 0 && month >= 0)
		mday = take_mday(w);
	if (mday > 0 && month >= 0)
		return next_date(take_year(w), month + 1, mday, today);
	*w = was;
	return 0;
}

/* What stands before a date, and is no part of what is promised; whether an
 * article does: "le 12". */
static bool take_lead_in(struct words *w)
{
	static const char *const before[] = {
	    "avant", "pour", "d ici", "by", "on", "before", "for", "until", NULL};
	static const char *const article[] = {"le", "the", NULL};
	take(w, before);
	return take(w, article);
}

static day take_relative(struct words *w, day today)
{
	static const char *const now[] = {"aujourd hui", "today", NULL};
	static const char *const next[] = {"demain", "tomorrow", NULL};
	static const char *const after[] = {"apres demain", NULL};
	return take(w, now) ? today : take(w, next) ? today + 1 : take(w, after) ? today + 2 : 0;
}

static day weekday_after(day today, int weekday)
{
	int away = weekday - day_weekday(today);
	return today + (away > 0 ? away : away + 7);
}

/* "le 12", "vendredi 12": alone, a figure is no date. */
static day take_day_of_month(struct words *w, day today)
{
	int mday = take_mday(w);
	return mday > 0 ? next_mday(mday, today) : 0;
}

static day date_of(struct words *w, day today)
{
	static const char *const next[] = {"prochain", "next", NULL};
	bool article = take_lead_in(w);
	take(w, next);
	int weekday = take_named(w, weekdays, 7);
	take(w, next);
	if (weekday >= 0 && w->at == w->n)
		return weekday_after(today, weekday);
	day found = take_relative(w, today);
	if (!found)
		found = take_figures(w, today);
	if (!found)
		found = take_month_date(w, today);
	if (!found && (article || weekday >= 0))
		found = take_day_of_month(w, today);
	bool agrees = weekday < 0 || day_weekday(found) == weekday;
	return w->at == w->n && agrees ? found : 0;
}

static const char *as_word(struct arena *a, const char *s, size_t n)
{
	while (n > 0 && strchr(",;.", s[n - 1]))
		n--;
	const char *word = arena_strndup(a, s, n);
	return strpbrk(word, "0123456789") ? text_lower(a, word) : text_fold(a, word);
}

/* False: too many words for a date. */
static bool words_of(struct arena *a, const char *text, struct words *ret)
{
	*ret = (struct words){0};
	for (text += strspn(text, BLANKS); *text; text += strspn(text, BLANKS)) {
		size_t n = strcspn(text, BLANKS);
		if (ret->n == DATE_WORDS_MAX)
			return false;
		ret->word[ret->n++] = as_word(a, text, n);
		text += n;
	}
	return ret->n > 0;
}

day marks_date(struct arena *a, const char *text, day today)
{
	struct words w;
	return words_of(a, text, &w) ? date_of(&w, today) : 0;
}

/* ---- promises ---------------------------------------------------------------------- */

/* Where the last words of a text begin, one more at each call. */
static const char *one_word_more(const char *text, const char *from)
{
	while (from > text && strchr(BLANKS, from[-1]))
		from--;
	while (from > text && !strchr(BLANKS, from[-1]))
		from--;
	return from;
}

/* The longest end that is a date is taken off, with what parted it. */
static void take_date(struct arena *a, struct marked *m, day today)
{
	const char *cut = NULL, *from = m->text + strlen(m->text);
	for (int i = 0; i < DATE_WORDS_MAX && (from = one_word_more(m->text, from)) > m->text; i++) {
		day found = marks_date(a, from, today);
		if (found) {
			m->due = found;
			cut = from;
		}
	}
	size_t n = cut ? (size_t)(cut - m->text) : 0;
	while (n > 0 && strchr(BLANKS ",;:-", m->text[n - 1]))
		n--;
	if (n > 0)
		m->text = arena_strndup(a, m->text, n);
}

/* "Karim : the plan" */
static void split_who(struct arena *a, struct marked *m)
{
	size_t n = strcspn(m->text, ":");
	const char *rest = m->text + n;
	if (!*rest || n == 0 || n > WHO_MAX_BYTES || !strchr(BLANKS, rest[1]))
		return;
	rest = text_trim(a, rest + 1);
	if (!*rest)
		return;
	m->who = text_trim(a, arena_strndup(a, m->text, n));
	m->rest = rest;
}

/* ---- lines ------------------------------------------------------------------------- */

/* The length of the mark that a line begins with; 0: it has none.  A mark twice is
 * a message that was quoted, or somebody who cried out. */
static size_t mark_of(const char *line, enum mark *ret)
{
	for (size_t i = 0; i < sizeof written_marks / sizeof written_marks[0]; i++) {
		size_t n = strlen(written_marks[i].written);
		if (strncmp(line, written_marks[i].written, n) != 0)
			continue;
		const char *rest = line + n + strspn(line + n, BLANKS);
		*ret = written_marks[i].mark;
		return *rest && !strchr("<>?!=", *rest) ? n : 0;
	}
	return 0;
}

static bool take_line(struct arena *a, const char *line, day today, struct marked *ret)
{
	enum mark mark;
	size_t n = mark_of(line, &mark);
	if (n == 0)
		return false;
	*ret = (struct marked){.mark = mark, .said = text_trim(a, line + n)};
	ret->text = ret->said;
	if (mark_is_promise(mark)) {
		take_date(a, ret, today);
		split_who(a, ret);
	}
	return true;
}

void marks_read(struct arena *a, const char *notes, day today, struct marks *ret)
{
	*ret = (struct marks){0};
	struct buf kept = {.max = NOTES_MAX_BYTES};
	notes = text_trim(a, notes);
	while (*notes) {
		size_t n = strcspn(notes, "\n");
		const char *line = arena_strndup(a, notes, n), *words = line + strspn(line, BLANKS);
		enum mark mark;
		if (ret->n < MARKS_MAX && take_line(a, words, today, &ret->line[ret->n])) {
			ret->n++;
			buf_printf(&kept, "✓ %s", text_trim(a, words + mark_of(words, &mark)));
		} else {
			buf_puts(&kept, line);
		}
		notes += n;
		if (*notes)
			buf_char(&kept, *notes++);
	}
	ret->notes = buf_take(&kept, a, "");
}
