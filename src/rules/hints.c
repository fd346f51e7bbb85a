/* Short lists of words, read without accents or case.  Words only hint: what is
 * meant is for people to say. */
#include "rules/hints.h"

#include <pthread.h>
#include <string.h>

#include "base/text.h"
#include "rules/rules.h"
#include "rules/staff.h"

const struct field hint_fields[] = {HINT_INPUTS(FIELD_ROW, struct hint_in){0}};

static const char *const blame[] = {"c'est la faute de", "c'est la faute du", "c'est la faute d'",
    "ma direction", "notre direction", "mes supérieurs", "nos supérieurs", "mon supérieur", "mon patron",
    "notre patron", "ma patronne", "notre patronne", "le siège", "it is the fault of", "it's the fault of",
    "is to blame", "my management", "our management", "my superiors", "our superiors", "my boss", "our boss",
    "head office", NULL};

static const char *const insults[] = {"idiot", "idiote", "idiots", "idiotes", "imbécile", "imbéciles",
    "abruti", "abrutie", "abrutis", "crétin", "crétine", "crétins", "débile", "débiles", "connard",
    "connards", "connasse", "con", "conne", "cons", "salaud", "salope", "ordure", "emmerdeur", "emmerdeuse",
    "taré", "tarée", "moron", "morons", "stupid", "jerk", "jerks", "asshole", "assholes", "bastard",
    "bastards", "bitch", "dumb", "imbecile", "scumbag", "psycho", NULL};

static const char *const sensitive[] = {"malade", "maladie", "cancer", "dépression", "dépressif",
    "dépressive", "enceinte", "grossesse", "handicap", "handicapé", "handicapée", "hôpital", "religion",
    "catholique", "protestant", "protestante", "musulman", "musulmane", "juif", "juive", "église", "mosquée",
    "synagogue", "syndicat", "syndiqué", "syndiquée", "syndicaliste", "divorce", "divorcé", "divorcée",
    "sa femme", "son mari", "sa conjointe", "son conjoint", "ses enfants", "son fils", "sa fille", "illness",
    "sick", "depression", "depressed", "pregnant", "pregnancy", "disabled", "disability", "hospital",
    "catholic", "muslim", "jewish", "church", "mosque", "trade union", "union member", "divorced", "his wife",
    "her husband", "his children", "her children", NULL};

static const char *const second_person[] = {"vous", "votre", "vos", "tu", "you", "your", NULL};

static const char *const particular_times[] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    "dimanche", "lundis", "mardis", "mercredis", "jeudis", "vendredis", "samedis", "dimanches", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays",
    "thursdays", "fridays", "saturdays", "sundays", "toujours", "jamais", "encore", "always", "never",
    "every time", NULL};

enum list { BLAME, INSULTS, SENSITIVE, SECOND_PERSON, PARTICULAR_TIMES, LISTS };

static const char *const *const phrases[LISTS] = {blame, insults, sensitive, second_person, particular_times};
/* The same as they would stand in a folded text, between blanks: made once. */
static const char **folds[LISTS];
static pthread_once_t folds_once = PTHREAD_ONCE_INIT;

static void folds_fill(void)
{
	static struct arena *kept;
	kept = arena_new();
	for (int i = 0; i < LISTS; i++)
		for (int k = 0; phrases[i][k]; k++) {
			folds[i] = arena_grown(kept, folds[i], k, sizeof *folds[i]);
			folds[i][k] = arena_printf(kept, " %s ", text_fold(kept, phrases[i][k]));
		}
}

/* The first of these phrases that stands in the folded text as words of their own. */
static const char *found(struct ctx *c, enum list list, const char *folded)
{
	pthread_once(&folds_once, folds_fill);
	const char *padded = arena_printf(c->arena, " %s ", folded);
	for (int i = 0; phrases[list][i]; i++)
		if (strstr(padded, folds[list][i]))
			return phrases[list][i];
	return NULL;
}

static void add(struct ctx *c, const char *code, const char *field, const char *sentence, const char *match,
    bool asks, struct hints *out)
{
	hint_add(out, &(struct hint){.code = code,
			  .field = field,
			  .text = tr(c->lang, sentence),
			  .match = match,
			  .n = NO_NUMBER,
			  .asks = asks});
}

/* ---- more general? (F8) ---------------------------------------------------- */

static bool is_hour_mark(const char *s)
{
	static const char *const marks[] = {"h", "am", "pm", NULL};
	for (int i = 0; marks[i]; i++) {
		size_t n = strlen(marks[i]);
		if (strncmp(s, marks[i], n) == 0 &&
		    (s[n] == 0 || s[n] == ' ' || (s[n] >= '0' && s[n] <= '9')))
			return true;
	}
	return false;
}

/* "14 h", "14h30", "2 pm"; or "14:30", which folding takes apart. */
static bool names_an_hour(const char *sentence, const char *folded)
{
	for (const char *s = sentence; (s = strchr(s, ':')); s++)
		if (s > sentence && s[-1] >= '0' && s[-1] <= '9' && s[1] >= '0' && s[1] <= '5')
			return true;
	for (const char *s = folded; (s = strpbrk(s, "0123456789"));) {
		s += strspn(s, "0123456789");
		if (is_hour_mark(s + (*s == ' ')))
			return true;
	}
	return false;
}

static const char *first_particular(struct ctx *c, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, ".!?\n");
		const char *sentence = arena_strndup(c->arena, text, n),
			   *folded = text_fold(c->arena, sentence);
		if (found(c, SECOND_PERSON, folded) &&
		    (found(c, PARTICULAR_TIMES, folded) || names_an_hour(sentence, folded)))
			return text_trim(c->arena, sentence);
		text += n + (text[n] != 0);
	}
	return NULL;
}

/* ---- by what the text is for ------------------------------------------------ */

static void hint_culprit(struct ctx *c, const char *field, const char *text, struct hints *out)
{
	for (const struct named *one = staff_named(c); one; one = one->next) {
		size_t n;
		if (name_in(c->arena, text, one->name, &n))
			add(c, "culprit", field,
			    N_("Let’s look for findings, not culprits. What was missing that would have "
			       "prevented it?"),
			    first_name(c->arena, one->name), true, out);
	}
}

void hint_colleague(struct ctx *c, const char *field, const char *text, int64_t signer, struct hints *out)
{
	for (const struct named *one = staff_named(c); text && one; one = one->next) {
		size_t n;
		const char *name = first_name(c->arena, one->name);
		if (one->id != signer && name_is_a_word(c->arena, name) && name_in(c->arena, text, name, &n))
			hint_add(out, &(struct hint){.code = "colleague",
					  .field = field,
					  .text = phrased(c,
					      N_("%s is also somebody here. If it is that "
						 "person, say “we”?"),
					      name),
					  .match = name,
					  .n = NO_NUMBER});
	}
}

static void hint_blame(struct ctx *c, const char *field, const char *text, struct hints *out)
{
	const char *match = found(c, BLAME, text_fold(c->arena, text));
	if (match)
		add(c, "blame", field, N_("This sentence points at someone. Say “we”?"), match, false, out);
}

static void hint_particular(struct ctx *c, const char *field, const char *text, struct hints *out)
{
	const char *match = first_particular(c, text);
	if (match)
		add(c, "particular", field, N_("More general? “In my experience, clients who … obtain …”"),
		    match, false, out);
}

static void hint_person(struct ctx *c, const char *field, const char *text, struct hints *out)
{
	const char *folded = text_fold(c->arena, text), *insult = found(c, INSULTS, folded),
		   *private = found(c, SENSITIVE, folded);
	if (insult)
		add(c, "insult", field, N_("Put it otherwise? The person may ask to read this."), insult,
		    true, out);
	if (private)
		add(c, "sensitive", field,
		    N_("Health, belief, union, family: is this needed here? Write what the person could "
		       "read."),
		    private, false, out);
}

void hint_text(struct ctx *c, enum hint_context what, const char *field, const char *text, struct hints *out)
{
	static void (*const looks[])(struct ctx *, const char *, const char *, struct hints *) = {
	    [HINT_FEEDBACK] = hint_particular,
	    [HINT_PROBLEM] = hint_blame,
	    [HINT_FINDING] = hint_culprit,
	    [HINT_PERSON] = hint_person};
	if (text && what != HINT_PROMISE)
		looks[what](c, field, text, out);
}

void hints_ask(struct hints *h, const char *code)
{
	for (int i = 0; i < h->n; i++)
		if (strcmp(h->hint[i].code, code) == 0)
			h->hint[i].asks = true;
}
