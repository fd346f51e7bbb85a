/* The kinds of record there are. */
#include "rules/rules.h"

const struct kind *const kinds[] = {
    &person_kind,
    &client_kind,
    &mandate_kind,
    &exchange_kind,
    &promise_kind,
    &matter_kind,
    NULL,
};
