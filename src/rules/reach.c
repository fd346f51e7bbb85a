/* How somebody is reached.  The first address and the first number are fields of
 * their own, by which people are found; a list is kept only where it says more than
 * its first, and a person of before has none. */
#include "rules/reach.h"

#include <string.h>

#include "base/phone.h"
#include "base/text.h"
#include "record/visitor.h"

SQL(taken, "SELECT id FROM person WHERE id IN " PEOPLE_AT " AND id <> $3 AND (role <> 'contact' OR $4 = "
	   "CAST(1 AS BIGINT)) LIMIT 1");

struct address_in {
	ADDRESS_INPUTS(FIELD_MEMBER, _)
};
struct number_in {
	NUMBER_INPUTS(FIELD_MEMBER, _)
};
const struct field address_fields[] = {ADDRESS_INPUTS(FIELD_ROW, struct address_in){0}};
const struct field number_fields[] = {NUMBER_INPUTS(FIELD_ROW, struct number_in){0}};

struct reach {
	const char *one, *all; /* the fields of a person */
	size_t one_at, all_at;
	const char *key; /* what holds the text of one in the list */
	bool has_extension;
};
const struct reach by_mail = {.one = "email",
    .all = "emails",
    .one_at = offsetof(struct person, email),
    .all_at = offsetof(struct person, emails),
    .key = "address"};
const struct reach by_phone = {.one = "phone",
    .all = "phones",
    .one_at = offsetof(struct person, phone),
    .all_at = offsetof(struct person, phones),
    .key = "number",
    .has_extension = true};

static const char **text_at(const struct person *p, size_t offset)
{
	return (const char **)((char *)p + offset);
}

/* ---- telephone numbers ---------------------------------------------------------- */

/* The extension that stands in what was written; NULL: none does. */
static const char *extension_inside(struct arena *a, const char *number)
{
	const char *rung = phone_dialled(a, number), *comma = rung ? strchr(rung, ',') : NULL;
	return comma ? comma + 1 : NULL;
}

const char *number_rung(struct arena *a, const struct way *number)
{
	const char *rung = phone_dialled(a, number->text);
	return rung && number->extension ? arena_printf(a, "%s,%s", rung, number->extension) : rung;
}

const char *number_said(const struct ctx *c, const struct way *number)
{
	return number->extension ? phrased(c, N_("%s ext. %s"), number->text, number->extension)
				 : number->text;
}

const char *phone_said(const struct ctx *c, const struct person *p)
{
	struct ways all = ways_read(c, p, &by_phone);
	return all.n ? number_said(c, &all.way[0]) : NULL;
}

const char *phone_rung(const struct ctx *c, const struct person *p)
{
	struct ways all = ways_read(c, p, &by_phone);
	return all.n ? number_rung(c->arena, &all.way[0]) : NULL;
}

/* ---- the list ------------------------------------------------------------------- */

static struct ways ways_of(const struct ctx *c, const char *kept, const struct reach *by)
{
	struct ways all = {0};
	const json_t *list = json_of(c->arena, kept);
	for (size_t i = 0; i < json_array_size(list) && all.n < WAYS_MAX; i++) {
		const json_t *one = json_array_get(list, i);
		all.way[all.n++] = (struct way){text_in(one, by->key), text_in(one, "extension"),
		    choice_number(address_fields[1].choices, text_in(one, "label"))};
	}
	return all;
}

struct ways ways_read(const struct ctx *c, const struct person *p, const struct reach *by)
{
	struct ways all = ways_of(c, *text_at(p, by->all_at), by);
	const char *first = *text_at(p, by->one_at);
	if (!all.n && first)
		all.way[all.n++] = (struct way){.text = first, .label = AT_WORK};
	return all;
}

static json_t *way_object(const struct reach *by, const struct way *one, const char *extension)
{
	json_t *object = json_pack("{s:s}", by->key, one->text);
	if (by->has_extension)
		json_object_set_new(object, "extension", extension ? json_string(extension) : json_null());
	json_object_set_new(object, "label", json_string(choice_name(address_fields[1].choices, one->label)));
	return object;
}

static const char *ways_text(const struct ctx *c, const struct reach *by, const struct ways *all)
{
	json_t *list = json_array();
	for (int i = 0; i < all->n; i++)
		json_array_append_new(list, way_object(by, &all->way[i], all->way[i].extension));
	return json_kept(c->arena, list);
}

void ways_keep(const struct ctx *c, struct person *p, const struct reach *by, const struct ways *all)
{
	const struct way *first = &all->way[0];
	bool says_more = all->n > 1 || (all->n && (first->label != AT_WORK || first->extension));
	*text_at(p, by->one_at) = all->n ? first->text : NULL;
	*text_at(p, by->all_at) = says_more ? ways_text(c, by, all) : NULL;
}

bool way_is_same(struct arena *a, const struct reach *by, const struct way *one, const struct way *other)
{
	return by == &by_mail ? text_same(one->text, other->text)
			      : text_same(number_rung(a, one), number_rung(a, other));
}

static bool ways_have(struct arena *a, const struct reach *by, const struct ways *all, const struct way *one)
{
	for (int i = 0; i < all->n; i++)
		if (way_is_same(a, by, &all->way[i], one))
			return true;
	return false;
}

bool addresses_left(const struct ctx *c, const struct person *was, const struct person *p)
{
	struct ways before = ways_read(c, was, &by_mail), now = ways_read(c, p, &by_mail);
	for (int i = 0; i < before.n; i++)
		if (!ways_have(c->arena, &by_mail, &now, &before.way[i]))
			return true;
	return false;
}

/* Said twice, it is kept once. */
static void ways_add(struct arena *a, const struct reach *by, struct ways *all, const struct way *one)
{
	if (all->n < WAYS_MAX && !ways_have(a, by, all, one))
		all->way[all->n++] = *one;
}

/* ---- to a caller ----------------------------------------------------------------- */

static void ways_json(const struct ctx *c, const struct person *p, const struct reach *by, struct jw *out)
{
	struct ways all = ways_read(c, p, by);
	jw_array(out);
	for (int i = 0; i < all.n; i++) {
		const struct way *one = &all.way[i];
		bool apart = one->extension || !by->has_extension;
		const char *extension = apart ? one->extension : extension_inside(c->arena, one->text);
		json_t *object = json_lent(c->arena, way_object(by, one, extension));
		jw_raw(out, json_text(c->arena, object));
	}
	jw_end_array(out);
}

void write_addresses(const struct ctx *c, const void *person, struct jw *out)
{
	ways_json(c, person, &by_mail, out);
}

void write_numbers(const struct ctx *c, const void *person, struct jw *out)
{
	ways_json(c, person, &by_phone, out);
}

/* ---- from a caller ---------------------------------------------------------------- */

static bool looks_like_address(const char *s)
{
	const char *at = strchr(s, '@');
	return at && at != s && strchr(at, '.') && !strchr(at + 1, '@') && !strpbrk(s, ",;<>\"\\") &&
	       !text_has_white(s) && s[strlen(s) - 1] != '.';
}

/* An extension stands in the number or beside it: which of two counts, nobody knows. */
static bool extension_is_sound(struct arena *a, struct way *number)
{
	const char *inside = extension_inside(a, number->text), *apart = number->extension;
	if (!apart)
		return true;
	if (inside)
		number->extension = NULL;
	return strspn(apart, "0123456789") == strlen(apart) && (!inside || strcmp(inside, apart) == 0);
}

/* As it is kept; false: it reaches nobody, which is said of it. */
static bool way_is_sound(struct act *a, const struct reach *by, struct way *one)
{
	struct arena *arena = a->ctx->arena;
	if (by == &by_mail)
		one->text = text_lower(arena, text_visible(arena, one->text));
	bool sound = by == &by_mail ? looks_like_address(one->text)
				    : phone_dialled(arena, one->text) && extension_is_sound(arena, one);
	const char *shown = text_short(arena, one->text, 80);
	if (!sound)
		a->refusal.detail = by == &by_mail
					? phrased(a->ctx, N_("“%s” is not an e-mail address."), shown)
					: phrased(a->ctx, N_("“%s” is no number that can be rung."), shown);
	return sound;
}

/* What was there before stays, even if nobody would take it any more. */
static bool was_there(struct act *a, const struct reach *by, const struct way *one)
{
	const struct ways before = a->before ? ways_read(a->ctx, a->before, by) : (struct ways){0};
	for (int i = 0; i < before.n; i++)
		if (text_same(before.way[i].text, one->text) &&
		    text_same(before.way[i].extension, one->extension))
			return true;
	return false;
}

static const char *read_way(struct act *a, const struct reach *by, const json_t *v, struct way *ret)
{
	struct address_in mail = {.label = AT_WORK};
	struct number_in phone = {.label = AT_WORK};
	const char *why =
	    by == &by_mail ? part_read(a, address_fields, v, &mail) : part_read(a, number_fields, v, &phone);
	*ret = by == &by_mail ? (struct way){.text = mail.address, .label = mail.label}
			      : (struct way){phone.number, phone.extension, phone.label};
	return why ? why : was_there(a, by, ret) || way_is_sound(a, by, ret) ? NULL : "bad_value";
}

static const char *read_ways(struct act *a, const struct reach *by, const json_t *v, const char **ret)
{
	if (!json_is_array(v) || json_array_size(v) > WAYS_MAX)
		return "bad_value";
	const char *why = NULL;
	struct ways all = {0};
	for (size_t i = 0; !why && i < json_array_size(v); i++) {
		struct way one;
		why = read_way(a, by, json_array_get(v, i), &one);
		if (!why)
			ways_add(a->ctx->arena, by, &all, &one);
	}
	*ret = all.n ? ways_text(a->ctx, by, &all) : NULL;
	return why;
}

const char *read_addresses(struct act *a, const json_t *v, const char **ret)
{
	return read_ways(a, &by_mail, v, ret);
}

const char *read_numbers(struct act *a, const json_t *v, const char **ret)
{
	return read_ways(a, &by_phone, v, ret);
}

/* The first is another one (NULL: none), which keeps what the first was labelled. */
static struct ways with_first(struct act *a, const struct reach *by, const struct ways *all, const char *text)
{
	struct ways now = {0};
	struct way first = {.text = text, .label = all->n ? all->way[0].label : AT_WORK};
	if (text && !was_there(a, by, &first) && !way_is_sound(a, by, &first))
		field_refuse(a, by->one, "bad_value");
	if (text && all->n && text_same(all->way[0].text, text))
		first.extension = all->way[0].extension;
	if (text)
		ways_add(a->ctx->arena, by, &now, &first);
	for (int i = 1; i < all->n; i++)
		ways_add(a->ctx->arena, by, &now, &all->way[i]);
	return now;
}

/* Where both are said they say the same. */
static void settle(struct act *a, const struct reach *by)
{
	struct person *p = a->rec;
	const char *one = *text_at(p, by->one_at);
	struct ways all = given(a, by->all) ? ways_of(a->ctx, *text_at(p, by->all_at), by)
			  : a->before       ? ways_read(a->ctx, a->before, by)
					    : (struct ways){0};
	if (!given(a, by->one) && !given(a, by->all))
		return;
	if (given(a, by->one) && given(a, by->all)) {
		const char *typed = by == &by_mail && one ? text_lower(a->ctx->arena, one) : one;
		if (!text_same(typed, all.n ? all.way[0].text : NULL))
			field_refuse(a, by->one, "bad_value");
	} else if (given(a, by->one)) {
		all = with_first(a, by, &all, one);
	}
	ways_keep(a->ctx, p, by, &all);
}

/* What one of us has nobody else has; contacts may share theirs (conversation 20.2). */
static void refuse_taken(struct act *a, const char *field, const struct person *p, const char *address)
{
	const char *inside = address_inside(a->ctx->arena, address);
	int64_t alone = p->role != ROLE_CONTACT;
	if (refused(a) || !db_int(a->ctx->db, &taken, 0, "ttii", address, inside, p->r.id, alone))
		return;
	field_refuse(a, field, "bad_value");
	a->refusal.detail = tr(a->ctx->lang, N_("Someone already has this e-mail address."));
}

void ways_check(struct act *a)
{
	const struct person *p = a->rec;
	settle(a, &by_mail);
	settle(a, &by_phone);
	if (!given(a, by_mail.one) && !given(a, by_mail.all))
		return;
	struct ways all = ways_read(a->ctx, p, &by_mail);
	for (int i = 0; i < all.n; i++)
		refuse_taken(a, given(a, by_mail.all) ? by_mail.all : by_mail.one, p, all.way[i].text);
}

struct ways address_before(
    struct act *a, const struct person *p, const char *address, const struct ways *others)
{
	struct ways all = {0};
	struct way first = {.text = address, .label = AT_WORK};
	if (address && !way_is_sound(a, &by_mail, &first))
		field_refuse(a, by_mail.one, "bad_value");
	if (address)
		ways_add(a->ctx->arena, &by_mail, &all, &first);
	if (address)
		refuse_taken(a, by_mail.one, p, first.text);
	for (int i = 0; i < others->n; i++)
		ways_add(a->ctx->arena, &by_mail, &all, &others->way[i]);
	return all;
}
