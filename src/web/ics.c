/* /calendar.ics: our own appointments and promises; to a client theirs, without
 * a word of what they are about. */
#include "feed/ical.h"
#include "web/api.h"
#include "web/parts.h"

SELECT(own_appointments, exchange_kind,
    "WHERE planned = 1 AND at > $1 AND (our_person_id = $2 OR aid_notetaker_id = $2) "
    "AND cancelled_at IS NULL ORDER BY at, id LIMIT 500");
SELECT(own_promises, promise_kind, "WHERE person_id = $1 AND state = 'open' ORDER BY due, id LIMIT 500");
SELECT(client_appointments, exchange_kind,
    "WHERE client_id = $1 AND at > $2 AND planned = 1 AND cancelled_at IS NULL ORDER BY at, id LIMIT 500");
SELECT(client_promises, promise_kind,
    "WHERE client_id = $1 AND shared = 1 AND state = 'open' ORDER BY due, id LIMIT 500");

#define DAYS_BACK 30

static const char *name_of_client(struct req *r, int64_t id)
{
	const struct client *k = GET(r->c, client, id);
	return k ? k->name : r->c->firm->name;
}

static const char *appointment_said(struct req *r, const struct exchange *x)
{
	if (r->who.role == CONTACT)
		return phrase(r, N_("Appointment with %s"), r->c->firm->name);
	const char *client = name_of_client(r, x->client_id);
	return x->subject ? phrase(r, N_("%s: %s"), client, x->subject) : client;
}

static const char *promise_said(struct req *r, const struct promise *p)
{
	if (r->who.role != CONTACT)
		return phrase(r, N_("%s: %s"), name_of_client(r, p->client_id), p->text);
	return p->side == OURS ? phrase(r, N_("%s promised you something for today"), r->c->firm->name)
			       : phrase(r, N_("You promised something to %s for today"), r->c->firm->name);
}

static const char *uid_of(struct req *r, const struct kind *k, int64_t id)
{
	return arena_printf(r->c->arena, "%s@entente", pub_of(r, k, id));
}

static void add_appointments(struct req *r, struct db_query *q)
{
	const struct exchange *x;
	while ((x = record_next(r->c, &exchange_kind, q)))
		if (record_visible(r->c, &exchange_kind, x))
			ical_add(r->out, &(struct ical_event){.uid = uid_of(r, &exchange_kind, x->r.id),
					     .summary = appointment_said(r, x),
					     .place = x->place,
					     .from = x->at,
					     .to = x->minutes == NO_NUMBER ? 0 : x->at + x->minutes * 60});
}

static void add_promises(struct req *r, struct db_query *q)
{
	const struct promise *p;
	while ((p = record_next(r->c, &promise_kind, q)))
		if (record_visible(r->c, &promise_kind, p))
			ical_add(r->out, &(struct ical_event){.uid = uid_of(r, &promise_kind, p->r.id),
					     .summary = promise_said(r, p),
					     .on = p->due});
}

void calendar_ics(struct req *r)
{
	struct ctx *c = r->c;
	instant from = c->now - DAYS_BACK * DAY_SECONDS;
	bool contact = r->who.role == CONTACT;
	ical_begin(r->out, c->firm->name);
	add_appointments(r, contact ? db_query(c->db, &client_appointments, "ii", c->who.client_id, from)
				    : db_query(c->db, &own_appointments, "ii", from, c->who.id));
	add_promises(r, contact ? db_query(c->db, &client_promises, "i", c->who.client_id)
				: db_query(c->db, &own_promises, "i", c->who.id));
	ical_end(r->out);
	http_set(r->x, "Content-Type", "text/calendar; charset=utf-8");
	http_set(r->x, "Content-Disposition", "inline; filename=\"entente.ics\"");
	http_set(r->x, "Cache-Control", "no-store");
	r->status = r->out->failed ? 503 : 200;
}
