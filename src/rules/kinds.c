/* The kinds of record there are. */
#include "rules/hints.h"
#include "rules/questions.h"
#include "rules/today.h"

/* In this order a page shows them: whom, what for, then what is said and agreed. */
const struct kind *const kinds[] = {
    &client_kind,
    &person_kind,
    &mandate_kind,
    &matter_kind,
    &promise_kind,
    &exchange_kind,
    &writing_kind,
    &decision_kind,
    &term_kind,
    &insight_kind,
    &moment_kind,
    &rating_kind,
    &privacy_case_kind,
    &entry_kind,
    NULL,
};

static const struct field nothing[] = {{0}};

const struct other_inputs other_inputs[] = {
    {"today.snooze", snooze_fields, "/today/{key}/snooze", BY_SELF, "someone_waits snooze_too_long"},
    {"today.hand_over", give_fields, "/today/{key}/hand_over", BY_SELF, "person_inactive"},
    {"today.useful", useful_fields, "/today/{key}/useful", BY_SELF, "always_useful"},
    {"me.questions", fear_fields, "/me/questions", BY_STAFF, NULL},
    {"me.token_ended", nothing, "/me/tokens/{id}/end", BY_STAFF | BY_CONTACT, NULL},
    {"hints", hint_fields, "/hints", BY_STAFF, NULL},
    {0},
};
