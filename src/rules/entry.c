/* Entry: one line of the ledger (model 2.15, 8.1).  It has no states: a line that
 * was wrong is corrected by a lead, and the journal tells so. */
#include "rules/entry.h"

/* What was worked beyond the agreement is counted apart. */
SQL(hours_of, "SELECT sum(minutes) FROM entry WHERE mandate_id = $1 AND kind = 'hours'");

int64_t minutes_used(struct ctx *c, int64_t mandate)
{
	return db_int(c->db, &hours_of, NO_NUMBER, "i", mandate);
}

static const struct field entry_fields[] = {ENTRY_FIELDS(FIELD_ROW, struct entry){0}};

/* Hours, inside the agreement or outside. */
static bool entry_is_time(const struct entry *e)
{
	return e->kind == HOURS || e->kind == EXTRA_HOURS;
}

/* Money is the leads' to note. */
static const char *entry_may(struct act *a, const json_t *input)
{
	const char *kind = text_in(input, "kind");
	int64_t n = choice_number(choices_of(&entry_kind, "kind"), kind);
	bool is_money = n && !entry_is_time(&(struct entry){.kind = n});
	return is_money && a->ctx->who.role != LEAD ? "lead_only" : NULL;
}

/* Either an amount or a time, whichever it is a line of. */
static void entry_check(struct act *a)
{
	struct entry *e = a->rec;
	if (!e->on && a->before)
		field_refuse(a, "on", "missing");
	else if (!e->on)
		e->on = a->ctx->today;
	bool time = entry_is_time(e);
	if ((time ? e->minutes : e->cents) == NO_NUMBER)
		field_refuse(a, time ? "minutes" : "cents", "missing");
	if ((time ? e->cents : e->minutes) != NO_NUMBER)
		field_refuse(a, time ? "cents" : "minutes", "bad_value");
}

/* A member sees the hours they noted themselves. */
static HOLDS(
    entry_staff, entry, e, c->who.role == LEAD || (entry_is_time(e) && e->r.created_by == c->who.id));

const struct kind entry_kind = {
    KIND(entry, "entries", KIND_ENTRY),
    .title = N_("Ledger"),
    .create_by = BY_STAFF,
    .indexes = (const char *const[]){"client_id, on_day", "client_id, id",
	"mandate_id, id WHERE mandate_id IS NOT NULL", "mandate_id, minutes WHERE kind = 'hours'",
	"on_day, client_id, cents, kind WHERE kind = 'revenue'", NULL},
    .client = offsetof(struct entry, client_id),
    .about = offsetof(struct entry, note),
    .may = entry_may,
    .check = entry_check,
    .staff = entry_staff,
    .page = "/c/{client_id}/heures",
};
