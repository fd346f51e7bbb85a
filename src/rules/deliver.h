#ifndef RULES_DELIVER_H
#define RULES_DELIVER_H
#include "rules/rules.h"
bool deliver_has_reader(struct ctx *c, int64_t client_id);
void deliver_message(struct act *a, int64_t client_id, int64_t mandate_id, int64_t from, const char *text);
#endif
