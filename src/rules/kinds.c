/* The kinds of record there are. */
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

const struct other_inputs other_inputs[] = {
    {"today.snooze", snooze_fields},
    {"today.hand_over", give_fields},
    {"today.useful", useful_fields},
    {"me.questions", fear_fields},
    {0},
};
