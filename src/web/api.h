/* Handlers of the JSON API. */
#ifndef WEB_API_H
#define WEB_API_H

#include "web/app.h"

handler api_create, api_patch, api_act, api_get, api_list, api_mark, api_hints;
bool api_marks(struct req *r); /* a contact opens what waited for that */
handler api_today, api_today_change, api_say_do, api_transparency, api_client_transparency, api_portrait,
    api_timeline, api_search;
handler api_sheet, api_conditions, api_drift, api_felt;
handler api_demands, api_steering, api_questions, api_answer_questions, api_firm_questions;
handler calendar_ics;
handler api_settings, api_change_settings, api_audit, api_audit_verify, api_actions, api_openapi, api_health,
    test_clock, test_outbox;

/* Stores the settings and moves every due; false: refused, nothing stored. */
bool change_settings(struct req *r, json_t *values, struct refusal *ret);

/* ---- what handlers share ---------------------------------------------------- */

#define LIMIT_DEFAULT 50
#define LIMIT_MAX 200

/* The client of the path, for this caller; NULL: answered with 404. */
const struct client *client_of_path(struct req *r);
/* 422 about one parameter of the address. */
void parameter_refuse(struct req *r, const char *name, const char *reason);
bool parameter_number(const char *s, int64_t low, int64_t high, int64_t *ret);
/* "next": where the next page begins, null at the end. */
void next_json(struct req *r, struct jw *j, int64_t next);

#endif
