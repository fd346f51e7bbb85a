/* A favour in return: who took notes for a colleague twice more than the other way
 * round is offered the same, once, when they have nobody for a meeting of theirs that
 * comes within five working days (R2.4, model 5.9).
 *
 * Once it begins nobody is asked any more, whatever is noted of that time later.  It
 * is counted over the 180 days before that meeting came in sight; a promise to
 * take notes gives the favour back already. */
#include "rules/care.h"

#define FAVOUR_DAYS 180
#define FAVOURS_OWED 2
#define IN_SIGHT_WD 5
#define FAVOURS_MAX 400

SQL(taken_for_others,
    "SELECT our_person_id, at FROM exchange WHERE aid_notetaker_id = $1 AND at > $2 AND at <= $3 "
    "AND cancelled_at IS NULL AND our_person_id <> $1 ORDER BY our_person_id, at");
SQL(given_back, "SELECT count(*) FROM exchange WHERE aid_notetaker_id = $1 AND our_person_id = $2 "
		"AND at > $3 AND id <> $4 AND cancelled_at IS NULL");
/* The one before it that nobody takes notes of either: it comes first. */
SQL(unaided_before,
    "SELECT max(at) FROM exchange WHERE planned = 1 AND our_person_id = $1 AND at > $2 AND at < $3 "
    "AND aid_notetaker_id IS NULL AND cancelled_at IS NULL AND channel IN ('in_person', 'phone', 'video')");

/* They took notes for that colleague at these instants, in order. */
struct owed_by {
	int64_t person;
	int n;
	instant at[FAVOURS_MAX];
};

static void offer(
    struct ctx *c, const struct exchange *x, instant in_sight, const struct owed_by *o, struct clocks *out)
{
	const struct person *p = GET(c, person, o->person);
	int64_t back = o->n < FAVOURS_OWED || !person_is_staff(c, p)
			   ? o->n
			   : db_int(c->db, &given_back, 0, "iiii", o->person, x->our_person_id,
				 in_sight - FAVOUR_DAYS * DAY_SECONDS, x->r.id);
	if (o->n - back < FAVOURS_OWED)
		return;
	instant starts = later(in_sight, o->at[back + FAVOURS_OWED - 1]);
	if (x->aid_notetaker_id && x->aid_named_at < starts)
		return;
	struct clock *k = clock_add(out, CLOCK_E9, o->person, starts);
	k->each = true;
	k->ends = x->at;
	k->stopped = x->aid_notetaker_id ? x->aid_named_at : 0;
}

/* From when on it is the next of theirs that nobody takes notes of. */
static instant comes_in_sight(struct ctx *c, const struct exchange *x)
{
	const struct calendar *cal = &c->firm->calendar;
	instant from = day_start(cal, working_days_before(cal, day_at(c, x->at), IN_SIGHT_WD));
	from = later(from, x->r.created_at);
	return later(from, db_int(c->db, &unaided_before, 0, "iii", x->our_person_id, from, x->at));
}

void e9(struct ctx *c, const struct exchange *x, struct clocks *out)
{
	if (!x->planned || x->held || x->cancelled_at || !x->our_person_id || !channel_is_voice(x->channel))
		return;
	instant in_sight = comes_in_sight(c, x);
	if (in_sight >= x->at)
		return;
	struct owed_by *o = ARENA_NEW(c->arena, struct owed_by);
	int64_t person;
	instant at;
	struct db_query *q = db_query(
	    c->db, &taken_for_others, "iii", x->our_person_id, in_sight - FAVOUR_DAYS * DAY_SECONDS, x->at);
	for (bool more = true; more;) {
		more = db_row(q, "ii", &person, &at);
		if (o->n && (!more || person != o->person)) {
			offer(c, x, in_sight, o, out);
			o->n = 0;
		}
		o->person = person;
		if (more && o->n < FAVOURS_MAX)
			o->at[o->n++] = at;
	}
}
