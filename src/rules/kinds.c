/* The kinds of record there are. */
#include "rules/questions.h"
#include "rules/today.h"

const struct kind *const kinds[] = {
    &person_kind,
    &client_kind,
    &mandate_kind,
    &exchange_kind,
    &promise_kind,
    &matter_kind,
    &term_kind,
    &writing_kind,
    &decision_kind,
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
