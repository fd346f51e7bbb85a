/* When they were last heard and how often they come to us; when somebody last spoke
 * with them.  Each read ends with the first row that tells. */
#include "rules/rhythm.h"

#include "base/stats.h"

#define WAS_SAID "held = 1 AND cancelled_at IS NULL "
#define THE_LAST "ORDER BY at DESC, id DESC LIMIT "
/* An index knows by these words those in which somebody may have spoken. */
#define LIVE "(channel IN ('in_person', 'phone', 'video') OR direction = 'both') "

SQL(last_inbound, "SELECT id, at FROM exchange WHERE client_id = $1 AND at < $2 AND direction = 'in' "
		  "AND " WAS_SAID THE_LAST "1");
SQL(last_together, "SELECT id, at FROM exchange WHERE client_id = $1 AND at < $2 AND " LIVE
		   "AND direction = 'both' AND " WAS_SAID THE_LAST "1");
SQL(inbound_between, "SELECT at FROM exchange WHERE client_id = $1 AND at > $2 AND at <= $3 "
		     "AND direction = 'in' AND " WAS_SAID THE_LAST "$4");
SELECT_ONLY(last_live, exchange_kind, "client_id at channel direction contact_ids",
    "WHERE client_id = $1 AND at < $2 AND " LIVE "AND " WAS_SAID THE_LAST "$3");
SQL(first_running, "SELECT min(started_on) FROM mandate WHERE client_id = $1 AND state = 'running'");

#define PACE_DAYS 180 /* model 5.1, R2c */
#define PACE_MAX 1000
#define LIVE_MAX 200 /* looked through for a voice */

/* ---- silences ------------------------------------------------------------------ */

static struct last_time last_of(struct ctx *c, struct sql *s, int64_t client, instant before)
{
	struct last_time ret = {0};
	db_one(db_query(c->db, s, "ii", client, before), "ii", &ret.id, &ret.at);
	return ret;
}

/* Between the times they reached out in the days before the last one. */
static void read_pace(struct ctx *c, int64_t client, instant last, struct quiet *s)
{
	int64_t *gap = ARENA_ARRAY(c->arena, int64_t, PACE_MAX);
	instant at;
	day next = 0; /* the one that came after it */
	struct db_query *q = db_query(
	    c->db, &inbound_between, "iiii", client, last - PACE_DAYS * DAY_SECONDS, last, (int64_t)PACE_MAX);
	for (; db_row(q, "i", &at); s->times++) {
		day d = day_at(c, at);
		if (s->times > 0)
			gap[s->times - 1] = next - d;
		next = d;
	}
	if (s->times < PACE_FROM)
		return;
	int gaps = (int)s->times - 1;
	numbers_sort(gap, gaps);
	s->gap2 = median_twice(gap, gaps);
}

struct quiet quiet_read(struct ctx *c, int64_t client, instant before)
{
	struct last_time wrote = last_of(c, &last_inbound, client, before),
			 talked = last_of(c, &last_together, client, before);
	struct quiet s = {.heard = talked.at > wrote.at ? talked : wrote};
	if (wrote.id)
		read_pace(c, client, wrote.at, &s);
	if (s.times < PACE_FROM)
		return s;
	int64_t floor2 = 2 * settings_of(c)->silence_floor_d,
		usual2 = settings_of(c)->silence_factor * s.gap2;
	s.limit2 = usual2 > floor2 ? usual2 : floor2;
	return s;
}

day quiet_unusual_from(const struct ctx *c, const struct quiet *s)
{
	return s->limit2 ? day_at(c, s->heard.at) + s->limit2 / 2 + 1 : 0;
}

/* "5", "4,5": half of a number. */
static const char *halved(const struct ctx *c, int64_t twice)
{
	const char *half = twice % 2 == 0 ? "" : c->lang == LANG_FR ? ",5" : ".5";
	return arena_printf(c->arena, "%lld%s", (long long)(twice / 2), half);
}

const char *quiet_said(struct ctx *c, const struct quiet *s)
{
	int days = (int)(c->today - day_at(c, s->heard.at));
	const char *heard = days == 0   ? tr(c->lang, N_("Heard today"))
			    : days == 1 ? tr(c->lang, N_("Heard yesterday"))
					: phrased(c, N_("Last heard %d days ago"), days);
	return s->gap2 <= 2 ? phrased(c, N_("%s; usually every day"), heard)
			    : phrased(c, N_("%s; usually every %s days"), heard, halved(c, s->gap2));
}

/* ---- the voice ------------------------------------------------------------------- */

struct last_time voice_before(struct ctx *c, int64_t client, instant before)
{
	struct last_time ret = {0};
	foreach (c, exchange, x, &last_live, "iii", client, before, (int64_t)LIVE_MAX)
		if (exchange_is_voice(c, x)) {
			ret = (struct last_time){x->r.id, x->at};
			break;
		}
	return ret;
}

day works_since(struct ctx *c, int64_t client)
{
	return db_int(c->db, &first_running, 0, "i", client);
}

day voice_missed_from(const struct ctx *c, instant spoke, day works)
{
	int64_t days = settings_of(c)->voice_gap_d[0];
	day missed = spoke ? day_at(c, spoke) + days + 1 : works + days;
	return missed > works ? missed : works;
}
