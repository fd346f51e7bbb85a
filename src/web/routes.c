/* The site map: every address, who may come, and whether it changes anything.
 * The first row that fits wins. */
#include "web/api.h"
#include "web/forms.h"
#include "web/page.h"
#include "web/session.h"

/* clang-format off */
#define READ(path_, need_, run_) {.method = "GET", .path = path_, .need = need_, .run = run_}
#define SLOW(path_, need_, run_) {.method = "GET", .path = path_, .need = need_, .run = run_, .slow = true}
#define SEARCH(path_, need_, run_) {.method = "GET", .path = path_, .need = need_, .run = run_, .searches = true}
#define WRITE(method_, path_, need_, run_) {.method = method_, .path = path_, .need = need_, .run = run_, .writes = true}
/* clang-format on */

const struct route routes[] = {
    READ("/healthz", NEED_NOBODY, api_health),
    READ("/static/{file}", NEED_NOBODY, page_static),

    READ("/", NEED_ANYONE, page_home),
    READ("/connexion", NEED_NOBODY, login_page),
    {.method = "POST", .path = "/connexion", .need = NEED_NOBODY, .run = login, .own_input = true},
    WRITE("POST", "/deconnexion", NEED_ANYONE, logout),
    READ("/auj", NEED_STAFF, page_today),
    READ("/noter", NEED_STAFF, page_note),
    READ("/clients", NEED_STAFF, page_clients),
    READ("/c/{id}", NEED_STAFF, page_client),
    READ("/promesse/{id}", NEED_STAFF, page_promise),
    READ("/probleme", NEED_STAFF, page_perceive),
    READ("/probleme/{id}", NEED_STAFF, page_matter),
    READ("/echange/{id}", NEED_STAFF, page_exchange),
    READ("/mandat/{id}", NEED_STAFF, page_mandate),
    READ("/equipe", NEED_STAFF, page_people),
    READ("/personne/{id}", NEED_STAFF, page_person),
    READ("/reglages", NEED_STAFF, page_settings),
    SLOW("/journal", NEED_STAFF, page_journal),
    SEARCH("/recherche", NEED_STAFF, page_search),

    WRITE("POST", "/a/settings/patch", NEED_LEAD, form_settings),
    WRITE("POST", "/a/today/{key}/{verb}", NEED_STAFF, form_today),
    WRITE("POST", "/a/{kinds}", NEED_STAFF, form_create),
    WRITE("POST", "/a/{kinds}/{id}/{action}", NEED_STAFF, form_act),

    READ("/api/v1/openapi.json", NEED_NOBODY, api_openapi),
    READ("/api/v1/actions", NEED_ANYONE, api_actions),
    READ("/api/v1/today", NEED_STAFF, api_today),
    WRITE("POST", "/api/v1/today/{key}/{verb}", NEED_STAFF, api_today_change),
    READ("/api/v1/transparency", NEED_STAFF, api_transparency),
    SEARCH("/api/v1/search", NEED_STAFF, api_search),
    READ("/api/v1/settings", NEED_STAFF, api_settings),
    WRITE("PATCH", "/api/v1/settings", NEED_LEAD, api_change_settings),
    READ("/api/v1/audit", NEED_STAFF, api_audit),
    SLOW("/api/v1/audit/verify", NEED_LEAD, api_audit_verify),
    READ("/api/v1/clients/{id}/say_do", NEED_ANYONE, api_say_do),
    READ("/api/v1/clients/{id}/transparency", NEED_STAFF, api_client_transparency),
    READ("/api/v1/clients/{id}/timeline", NEED_ANYONE, api_timeline),
    READ("/api/v1/{kinds}", NEED_ANYONE, api_list),
    WRITE("POST", "/api/v1/{kinds}", NEED_ANYONE, api_create),
    READ("/api/v1/{kinds}/{id}", NEED_ANYONE, api_get),
    WRITE("PATCH", "/api/v1/{kinds}/{id}", NEED_ANYONE, api_patch),
    WRITE("POST", "/api/v1/{kinds}/{id}/{action}", NEED_ANYONE, api_act),

    WRITE("POST", "/test/clock", NEED_STAFF, test_clock),
    {0},
};
