/* Handlers of the JSON API. */
#ifndef WEB_API_H
#define WEB_API_H

#include "web/app.h"

handler api_create, api_patch, api_act, api_get, api_list, api_mark, api_hints;
bool api_marks(struct req *r); /* a contact opens what waited for that */
bool api_list_marks(struct req *r);
handler api_list_mark;
handler api_today, api_today_change, api_timeline, api_search, api_my_questions, api_answer_questions,
    api_my_tokens, api_end_token, calendar_ics;
handler api_read; /* every row of rules/reads.c */
bool api_read_fits(struct req *r);
handler api_settings, api_change_settings, api_audit, api_audit_verify, api_actions, api_openapi, api_health,
    test_clock, test_outbox, test_letter;

/* Stores the settings and moves every due; false: refused, nothing stored. */
bool change_settings(struct req *r, json_t *values, struct refusal *ret);

/* ---- what handlers share ---------------------------------------------------- */

#define LIMIT_DEFAULT 50
#define LIMIT_MAX 200

/* Whether they may ask r->read, and the record it is about; false: answered. */
bool read_admits(struct req *r, const void **ret_rec);
/* 422 about one parameter of the address. */
void parameter_refuse(struct req *r, const char *name, const char *reason);
bool parameter_number(const char *s, int64_t low, int64_t high, int64_t *ret);
/* Which part of a list is asked for; what is not named stays.  False: refused. */
bool part_asked(struct req *r, int64_t *cursor, int64_t *limit);
/* "next": where the next page begins, null at the end. */
void next_json(struct req *r, struct jw *j, int64_t next);

#endif
