/* Handlers of the JSON API. */
#ifndef WEB_API_H
#define WEB_API_H

#include "web/app.h"

handler api_create, api_patch, api_act, api_get, api_list;
handler api_today, api_today_change, api_say_do, api_transparency, api_client_transparency, api_timeline,
    api_search;
handler api_settings, api_change_settings, api_audit, api_audit_verify, api_actions, api_openapi, api_health,
    test_clock;

/* Stores the settings and moves every due; false: refused, nothing stored. */
bool change_settings(struct req *r, json_t *values, struct refusal *ret);

#endif
