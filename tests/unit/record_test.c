/* What a template may name of a record: nothing its reader has no right to, as it
 * is kept or in words, and nothing that they are to read in other words. */
#include "rules/decision.h"
#include "rules/entry.h"
#include "rules/rules.h"
#include "tap.h"
#include "web/record.h"

static const struct view *named(const struct view *v, const char *how, const char *field)
{
	return view_get(view_get(v, how, view_tag(how)), field, view_tag(field));
}

static const struct view *as_seen(struct ctx *c, enum role role, const struct kind *k, const void *rec)
{
	struct req *r = ARENA_NEW(c->arena, struct req);
	struct view *v = view_new(c->arena);
	r->c = c;
	r->who.role = c->who.role = role;
	record_view(r, v, k, rec);
	return v;
}

TEST(rights)
{
	struct ctx c = {.arena = arena_new()};
	const struct person p = {.name = "Claire", .phone = "514", .password = "$argon2id$"};
	const struct decision d = {.state = DECISION_REVIEWED, .asked_at = 1, .question = "Laquelle ?"};
	const struct view *lead = as_seen(&c, LEAD, &person_kind, &p);
	ok(named(lead, "kept", "phone") && named(lead, "said", "name"),
	    "a colleague's name and number are shown");
	ok(!named(lead, "kept", "password") && !named(lead, "said", "password"), "their password to nobody");
	const struct view *member = as_seen(&c, MEMBER, &entry_kind, &(struct entry){.cents = 100});
	ok(!named(member, "kept", "cents") && !named(member, "said", "cents"),
	    "what was paid, to leads alone");
	const struct view *contact = as_seen(&c, CONTACT, &decision_kind, &d);
	ok(named(contact, "kept", "question") && named(contact, "said", "question"),
	    "a client reads what is asked");
	ok(!named(contact, "kept", "state") && !named(contact, "said", "state"),
	    "and not that we looked back on it");
	arena_free(c.arena);
}

TEST_MAIN()
