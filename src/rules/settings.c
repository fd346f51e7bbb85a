/* The rows of what a firm may set, with the groups and the units they name. */
#include "rules/settings.h"

static const char answering[] = N_("Answering");
static const char telling[] = N_("Telling");
static const char problems[] = N_("When something is wrong");
static const char writing[] = N_("Agreeing in writing");
static const char promises[] = N_("Promises and conditions");
static const char relation[] = N_("Looking after the relation");
static const char fairness[] = N_("The same treatment");
static const char weighing[] = N_("When a relation weighs");
static const char today[] = N_("Today");
static const char keeping[] = N_("Privacy and keeping");

static const struct unit hours = {N_("working hours"), N_("working hour")};
static const struct unit working_days = {N_("working days"), N_("working day")};
static const struct unit days = {N_("days"), N_("day")};
static const struct unit years = {N_("years"), N_("year")};
static const struct unit seconds = {N_("seconds"), N_("second")};
static const struct unit minutes = {N_("minutes"), N_("minute")};
static const struct unit lines = {N_("lines"), N_("line")};
static const struct unit messages = {N_("messages"), N_("message")};
static const struct unit clients = {N_("clients"), N_("client")};
static const struct unit people = {N_("people"), N_("person")};
static const struct unit reviews = {N_("reviews"), N_("review")};
static const struct unit of_five = {N_("of 5"), N_("of 5")};
static const struct unit unitless; /* a factor, a flag; money has its currency */

#define SETTING_ROW(type_, name, otherwise_, low_, high_, group_, unit_, sentence_, ...) \
	{.key = #name, \
	    .type = SETTING_##type_, \
	    .offset = offsetof(struct settings, name), \
	    .otherwise = otherwise_, \
	    .low = low_, \
	    .high = high_, \
	    .group = group_, \
	    .unit = &unit_, \
	    .sentence = sentence_, \
	    __VA_ARGS__},

const struct setting setting_rows[] = {FIRM_SETTINGS(SETTING_ROW){0}};
const size_t settings_size = sizeof(struct settings);
