/* How the checks of a rule become its state (model 5.1): the worst first, then what the
 * key ones know; every set of four checks, against the rule said another way. */
#include "rules/portrait.h"

#include "tap.h"

#define STATES 5

static bool is_known(enum check_state s)
{
	return s != NOT_KNOWN && s != NOT_APPLICABLE;
}

static bool any(const struct check *checks, int n, enum check_state s)
{
	for (int i = 0; i < n; i++)
		if (checks[i].state == s)
			return true;
	return false;
}

static bool some_key_is_known(const struct check *checks, int n)
{
	for (int i = 0; i < n; i++)
		if (checks[i].key && is_known(checks[i].state))
			return true;
	return false;
}

static enum check_state expected(const struct check *checks, int n)
{
	if (any(checks, n, HURTING))
		return HURTING;
	if (any(checks, n, NEEDS_CARE))
		return NEEDS_CARE;
	return some_key_is_known(checks, n) ? ALIVE : NOT_KNOWN;
}

static void all_sets(bool second_key)
{
	int wrong = 0, silent = 0;
	for (int i = 0; i < STATES * STATES * STATES * STATES; i++) {
		struct check checks[4] = {{.key = true}, {.key = second_key}};
		for (int k = 0, rest = i; k < 4; k++, rest /= STATES)
			checks[k].state = (enum check_state)(rest % STATES);
		wrong += rule_state(checks, 4) != expected(checks, 4);
		const struct check *telling = check_telling(checks, 4);
		silent += is_known(rule_state(checks, 4)) && telling->state != rule_state(checks, 4);
	}
	is_int(wrong, 0, second_key ? "with two keys, one is enough" : "with one key");
	is_int(silent, 0, "the check that tells is as the rule is");
}

TEST(roll_up)
{
	all_sets(false);
	all_sets(true);
}

TEST(not_known_is_never_good_or_bad)
{
	struct check checks[2] = {{.key = true, .state = NOT_KNOWN}, {.state = ALIVE}};
	is_int(rule_state(checks, 2), NOT_KNOWN, "a rule is not alive while its key is not known");
	checks[0].state = NOT_APPLICABLE;
	is_int(rule_state(checks, 2), NOT_KNOWN, "nor while there is nothing it is about");
	checks[1].state = HURTING;
	is_int(rule_state(checks, 2), HURTING, "what hurts is said whatever is not known");
}

TEST(states_are_told_apart)
{
	for (int s = ALIVE; s <= NOT_APPLICABLE; s++)
		for (int other = ALIVE; other < s; other++)
			ok(strcmp(check_state_said(s), check_state_said(other)) != 0, check_state_said(s));
}

TEST_MAIN()
