/* The rows of what a firm may set. */
#include "rules/settings.h"

#define SETTING_ROW(name, otherwise_, low_, high_, ...) \
	{.key = #name, \
	    .offset = offsetof(struct settings, name), \
	    .otherwise = {otherwise_}, \
	    .low = low_, \
	    .high = high_, \
	    __VA_ARGS__},

const struct setting setting_rows[] = {
    FIRM_NUMBERS(SETTING_ROW){
	"voice_gap_d", SETTING_pair, offsetof(struct settings, voice_gap_d), {30, 60}, 1, 3650, NULL},
    {"fair_ratio", SETTING_ratio, offsetof(struct settings, fair_ratio), {3, 2}, 1, 10, NULL},
    {"mail_reminders", SETTING_flag, offsetof(struct settings, mail_reminders), {0}, 0, 1, NULL},
    {0},
};
const size_t settings_size = sizeof(struct settings);
