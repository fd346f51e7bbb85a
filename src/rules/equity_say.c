/* The same treatment, said: sentences that claim no more than the figures, and the
 * answer of the API (api.md 5). */
#include <math.h>
#include <string.h>

#include "rules/chasers.h"
#include "rules/derived.h"
#include "rules/equity.h"

static const char *const compared_names[COMPARISONS] = {
    [SAY_DO] = "say_do",
    [TELL_LATENCY] = "tell_latency",
    [RECAPS] = "recaps",
    [EXTRAS] = "extras",
    [POSTPONEMENTS] = "postponements",
};

/* ---- sentences -------------------------------------------------------------------------- */

/* With a true minus sign; what rounds to nothing has none. */
const char *decimal_said(struct arena *a, enum lang lang, double v, int decimals)
{
	char *digits = arena_printf(a, "%.*f", decimals, fabs(v)), *point = strchr(digits, '.');
	bool nothing = strspn(digits, "0.") == strlen(digits);
	if (point && lang == LANG_FR)
		*point = ',';
	return v < 0 && !nothing ? arena_printf(a, "−%s", digits) : digits;
}

double hours_of_twice(int64_t twice)
{
	return (double)twice / (2 * HOUR_SECONDS);
}

const char *wait_said(struct ctx *c, int64_t twice)
{
	return arena_printf(c->arena, "%s\u00a0h", decimal_said(c->arena, c->lang, hours_of_twice(twice), 1));
}

const char *correlation_text(struct ctx *c, const struct equity *e)
{
	if (e->alike)
		return tr(c->lang, N_("Nothing to compare: all pay the same, or all wait the same."));
	if (!e->known)
		return tr(c->lang, N_("Too early to tell"));
	if (e->high < 0)
		return tr(c->lang, N_("Clients who pay more are answered faster."));
	if (e->low > 0)
		return tr(c->lang, N_("Clients who pay less are answered faster."));
	return phrased(c,
	    N_("No difference is shown; with %d clients, a difference of %s to %s remains possible."), e->n,
	    decimal_said(c->arena, c->lang, e->low, 2), decimal_said(c->arena, c->lang, e->high, 2));
}

const char *postponed_text(struct ctx *c, const struct postponed *p)
{
	return phrased(c,
	    p->client->third == LOW_THIRD
		? N_("What is put off often waits among the small: %s, %d postponements.")
		: N_("What is put off often waits: %s, %d postponements."),
	    p->client->name, (int)p->n);
}

const char *chasers_text(struct ctx *c, int n)
{
	return n == 1 ? tr(c->lang, N_("1 chaser was our own doing"))
		      : phrased(c, N_("%d chasers were our own doing"), n);
}

/* ---- as JSON ------------------------------------------------------------------------------ */

static void wait_members(const struct wait *w, struct jw *out)
{
	jw_number(jw_key(out, "median_wh"), w->n ? hours_of_twice(w->twice) : NAN, 4);
	jw_int_of(out, "n", w->n);
}

static void wait_json(struct jw *out, const char *key, const struct wait *w, bool interval)
{
	jw_object(jw_key(out, key));
	wait_members(w, out);
	if (interval && w->n) {
		jw_array(jw_key(out, "interval"));
		jw_number(out, hours_of_twice(2 * w->low), 4);
		jw_number(out, hours_of_twice(2 * w->high), 4);
		jw_end_array(out);
	} else if (interval) {
		jw_null(jw_key(out, "interval"));
	}
	jw_end_object(out);
}

static void figures_members(const struct figures *f, struct jw *out)
{
	wait_json(out, "reply", &f->reply, false);
	jw_object(jw_key(out, "say_do"));
	ratio_json(f->say_do.k, f->say_do.n, out);
	jw_end_object(out);
	wait_json(out, "tell", &f->tell, false);
}

/* A lead's own are among those of the leads. */
static const struct figures *own_figures(const struct ctx *c, const struct equity *e)
{
	for (int i = 0; i < e->nheads; i++)
		if (e->head[i].person_id == c->who.id)
			return &e->head[i];
	return &e->own;
}

static void people_json(struct ctx *c, const struct equity *e, struct jw *out)
{
	jw_array(jw_key(out, "heads"));
	for (int i = 0; i < e->nheads; i++) {
		jw_object(out);
		jw_int_of(out, "person_id", e->head[i].person_id);
		jw_text_of(out, "name", e->head[i].name);
		figures_members(&e->head[i], out);
		jw_end_object(out);
	}
	jw_end_array(out);
	jw_object(jw_key(out, "own"));
	figures_members(own_figures(c, e), out);
	jw_end_object(out);
}

static void letter(struct jw *out, char state)
{
	jw_text_n(jw_key(out, "state"), &state, 1);
}

static void correlation_json(struct ctx *c, const struct equity *e, struct jw *out)
{
	jw_object(jw_key(out, "correlation"));
	jw_int_of(out, "n", e->n);
	jw_number(jw_key(out, "rho"), e->known ? e->rho : NAN, 3);
	jw_number(jw_key(out, "low"), e->known ? e->low : NAN, 3);
	jw_number(jw_key(out, "high"), e->known ? e->high : NAN, 3);
	letter(out, e->correlation);
	jw_text_of(out, "text", correlation_text(c, e));
	jw_end_object(out);
}

static void ratio_members(const struct times *t, struct jw *out)
{
	jw_number(jw_key(out, "ratio"), t->known ? t->ratio : NAN, 2);
	letter(out, t->state);
}

static void table_json(struct ctx *c, const struct equity *e, struct jw *out)
{
	jw_array(jw_key(out, "table"));
	for (int i = 0; i < e->n; i++) {
		const struct treated *t = e->compared[i];
		jw_object(out);
		jw_int_of(out, "client_id", t->id);
		jw_text_of(out, "name", t->name);
		jw_text_of(out, "third", third_names[t->third]);
		wait_members(&t->wait, out);
		if (c->who.role == LEAD)
			jw_int_of(out, "revenue_cents", t->cents);
		jw_end_object(out);
	}
	jw_end_array(out);
}

struct share equity_share(const struct equity *e, enum third third, enum compared what)
{
	struct share all = {0};
	for (int i = 0; i < e->n; i++) {
		if (e->compared[i]->third != third)
			continue;
		all.k += e->compared[i]->fact[what].k;
		all.n += e->compared[i]->fact[what].n;
	}
	return all;
}

static void share_json(struct jw *out, const char *key, struct share s)
{
	jw_object(jw_key(out, key));
	jw_int_of(out, "k", s.k);
	jw_int_of(out, "n", s.n);
	jw_end_object(out);
}

static void comparisons_json(const struct equity *e, struct jw *out)
{
	jw_array(jw_key(out, "comparisons"));
	for (enum compared what = 0; what < COMPARISONS; what++) {
		jw_object(out);
		jw_text_of(out, "what", compared_names[what]);
		share_json(out, "lowest", equity_share(e, LOW_THIRD, what));
		share_json(out, "highest", equity_share(e, HIGH_THIRD, what));
		jw_end_object(out);
	}
	jw_end_array(out);
}

static void postponed_json(struct ctx *c, const struct equity *e, struct jw *out)
{
	jw_array(jw_key(out, "postponed"));
	for (int i = 0; i < e->npostponed; i++) {
		const struct postponed *p = &e->postponed[i];
		jw_object(out);
		jw_int_of(out, "client_id", p->client->id);
		jw_text_of(out, "name", p->client->name);
		jw_int_of(out, "n", p->n);
		jw_text_of(out, "text", postponed_text(c, p));
		jw_end_object(out);
	}
	jw_end_array(out);
}

static void chasers_json(struct ctx *c, struct jw *out)
{
	const struct chased *all;
	int n = chased_read(c, &all);
	jw_array(jw_key(out, "chasers"));
	for (int i = 0; i < n; i++) {
		jw_object(out);
		jw_int_of(out, "client_id", all[i].client_id);
		jw_text_of(out, "name", all[i].name);
		jw_int_of(out, "n", all[i].n);
		jw_text_of(out, "text", chasers_text(c, all[i].n));
		jw_end_object(out);
	}
	jw_end_array(out);
}

static void footnote_json(const struct equity *e, struct jw *out)
{
	jw_object(jw_key(out, "footnote"));
	jw_int_of(out, "excluded", e->left_out_internal + e->left_out_unpaid + e->left_out_quiet);
	jw_int_of(out, "internal", e->left_out_internal);
	jw_int_of(out, "no_revenue", e->left_out_unpaid);
	jw_int_of(out, "few_messages", e->left_out_quiet);
	jw_end_object(out);
}

static void repeat_json(struct ctx *c, const struct equity *e, struct jw *out)
{
	jw_object(jw_key(out, "repeat_business"));
	ratio_json(e->repeat.k, e->repeat.n, out);
	jw_text_of(out, "text", say_ratio(c->arena, c->lang, e->repeat.k, e->repeat.n));
	share_json(out, "lowest", equity_share(e, LOW_THIRD, REPEAT));
	share_json(out, "highest", equity_share(e, HIGH_THIRD, REPEAT));
	jw_end_object(out);
}

void equity_json(struct ctx *c, const void *rec, struct jw *out)
{
	(void)rec;
	const struct equity *e = equity_read(c);
	jw_object(out);
	instant_json(c, c->now, jw_key(out, "at"));
	jw_int_of(out, "window_d", settings_of(c)->fair_window_d);
	people_json(c, e, out);
	correlation_json(c, e, out);
	jw_object(jw_key(out, "ratio"));
	jw_int_of(out, "k", e->k);
	wait_json(out, "lowest", &e->thirds.longer, true);
	wait_json(out, "highest", &e->thirds.shorter, true);
	ratio_members(&e->thirds, out);
	jw_end_object(out);
	table_json(c, e, out);
	wait_json(out, "internal", &e->internal, false);
	footnote_json(e, out);
	comparisons_json(e, out);
	jw_object(jw_key(out, "nuisance"));
	wait_json(out, "with_sign", &e->nuisance.longer, false);
	wait_json(out, "others", &e->nuisance.shorter, false);
	ratio_members(&e->nuisance, out);
	jw_text_of(out, "text", tr(c->lang, N_("A nuisance or not, the same respect.")));
	jw_end_object(out);
	postponed_json(c, e, out);
	chasers_json(c, out);
	repeat_json(c, e, out);
	jw_end_object(out);
}
