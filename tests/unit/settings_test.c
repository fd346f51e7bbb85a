/* Each row of what a firm may set is whole: said in both languages, in its group,
 * with a default that the door takes. */
#include "rules/settings.h"

#include "base/lang.h"
#include "tap.h"

/* The catalogue's own text, even where both languages have the same. */
static bool has_french(const char *english)
{
	return english && tr(LANG_FR, english) != english;
}

static bool within(const struct setting *s, int64_t n)
{
	return n >= s->low && n <= s->high;
}

TEST(rows_are_said)
{
	for (const struct setting *s = setting_rows; s->key; s++) {
		ok(has_french(s->group), s->key);
		ok(has_french(s->sentence), s->key);
		ok(!s->unit->one || (has_french(s->unit->one) && has_french(s->unit->many)), s->key);
		is_text(setting_label(s->key), s->sentence, s->key);
	}
}

TEST(defaults_are_within_bounds)
{
	for (const struct setting *s = setting_rows; s->key; s++) {
		ok(s->low < s->high && within(s, s->otherwise), s->key);
		ok(s->type == SETTING_pair ? within(s, s->second) && s->otherwise <= s->second : !s->second,
		    s->key);
	}
}

/* The page opens a group where its name changes: each once. */
TEST(groups_stand_together)
{
	for (const struct setting *s = setting_rows; s->key; s++)
		for (const struct setting *later = s; later->key; later++)
			if (later > s && later->group == s->group)
				ok(later[-1].group == s->group, later->key);
}

TEST(each_key_once)
{
	for (const struct setting *s = setting_rows; s->key; s++)
		ok(setting_named(s->key) == s, s->key);
	is_text(setting_label("tz"), "Time zone", "the firm's own have a name too");
	ok(!setting_label("per_client_delay"), "there is no other");
}

static bool takes(const char *key, const char *json, int64_t want)
{
	json_t *v = json_loads(json, JSON_DECODE_ANY, NULL);
	int64_t n[2] = {-1, -1};
	bool read = setting_read(setting_named(key), v, n);
	json_decref(v);
	return read && n[0] == want;
}

TEST(values)
{
	ok(takes("reply_due_wh", "400", 400), "the highest number");
	ok(!takes("reply_due_wh", "401", 401), "one beyond");
	ok(!takes("reply_due_wh", "6.5", 6), "no whole number");
	ok(takes("fair_ratio", "1.01", 101), "the lowest ratio");
	ok(!takes("fair_ratio", "1", 100), "which is above one");
	ok(takes("fair_ratio", "10", 1000), "the highest");
	ok(!takes("fair_ratio", "10.01", 1001), "one step beyond");
	ok(!takes("fair_ratio", "1e300", 0), "far beyond");
	ok(!takes("fair_ratio", "\"1.5\"", 150), "a text is no ratio");
	ok(takes("voice_gap_d", "[30, 30]", 30), "a pair of the same");
	ok(!takes("voice_gap_d", "[31, 30]", 31), "a pair that falls");
	ok(takes("mail_reminders", "true", 1), "a flag");
	ok(!takes("mail_reminders", "1", 1), "a number is no flag");
}

TEST_MAIN()
