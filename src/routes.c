/* The site map: every address, who may come, and whether it changes anything.
 * The first row that fits wins. */
#include "web/api.h"
#include "pages/composer.h"
#include "pages/pages.h"
#include "portal/entrance.h"
#include "portal/space.h"
#include "web/forms.h"
#include "web/page.h"
#include "web/session.h"

/* clang-format off */
#define READ(path_, need_, run_) {.method = "GET", .path = path_, .need = need_, .run = run_}
#define OF(path_, kind_, run_) {.method = "GET", .path = path_, .need = NEED_STAFF, .run = run_, .of = &kind_##_kind}
#define ALONE(path_, run_) {.method = "GET", .path = path_, .need = NEED_NOBODY, .run = run_, .alone = true}
#define SLOW(path_, need_, run_) {.method = "GET", .path = path_, .need = need_, .run = run_, .slow = true}
#define SEARCH(path_, need_, run_) {.method = "GET", .path = path_, .need = need_, .run = run_, .searches = true}
#define WRITE(method_, path_, need_, run_) {.method = method_, .path = path_, .need = need_, .run = run_, .writes = true}
#define MARK(path_, need_, run_, marks_, mark_) {.method = "GET", .path = path_, .need = need_, .run = run_, .marks = marks_, .mark = mark_}
#define ROWS(path_, need_, run_, fits_) {.method = "GET", .path = path_, .need = need_, .run = run_, .fits = fits_}
/* clang-format on */

const struct faces faces = {.staff = page_refusal, .clients = portal_refusal};

const struct route routes[] = {
    ALONE("/healthz", api_health),
    ALONE("/static/{file}", page_static),

    READ("/", NEED_NOBODY, home_page),
    READ("/connexion", NEED_NOBODY, login_page),
    {.method = "POST", .path = "/connexion", .need = NEED_NOBODY, .run = login, .own_input = true},
    READ("/connexion/oubli", NEED_NOBODY, forgot_page),
    WRITE("POST", "/connexion/oubli", NEED_NOBODY, forgot_ask),
    READ("/motdepasse/{secret}", NEED_NOBODY, password_page),
    WRITE("POST", "/motdepasse/{secret}", NEED_NOBODY, password_choose),
    WRITE("POST", "/deconnexion", NEED_ANYONE, logout),
    READ("/l/{pass}", NEED_NOBODY, link_page),
    WRITE("POST", "/l/{pass}", NEED_NOBODY, link_open),
    READ("/p/entrer", NEED_NOBODY, ask_page),
    WRITE("POST", "/p/entrer", NEED_NOBODY, ask_code),
    READ("/p/code", NEED_NOBODY, code_page),
    WRITE("POST", "/p/code", NEED_NOBODY, enter),
    MARK("/p", NEED_ANYONE, page_portal, portal_marks, portal_mark),
    MARK("/p/e/{pub}", NEED_ANYONE, page_portal_writing, portal_writing_marks, portal_writing_mark),
    READ("/p/d/{pub}", NEED_ANYONE, page_portal_decision),
    READ("/p/dire", NEED_ANYONE, page_portal_say),
    READ("/p/ecrire", NEED_ANYONE, page_portal_write),
    MARK("/p/echanges", NEED_ANYONE, page_portal_talk, talk_marks, talk_mark),
    MARK("/p/r/{pub}", NEED_ANYONE, page_portal_answer, portal_answer_marks, portal_answer_mark),
    MARK("/p/entente", NEED_ANYONE, page_portal_entente, promises_marks, promises_mark),
    READ("/p/moi", NEED_ANYONE, page_portal_me),
    READ("/calendar.ics", NEED_ANYONE, calendar_ics),
    READ("/auj", NEED_STAFF, page_today),
    READ("/noter", NEED_STAFF, page_note),
    READ("/clients", NEED_STAFF, page_clients),
    SLOW("/arbre", NEED_STAFF, page_tree),
    OF("/c/{id}", client, page_client),
    OF("/c/{id}/passage", client, page_passing),
    OF("/c/{id}/heures", client, page_hours),
    OF("/c/{id}/annee", client, page_year),
    OF("/promesse/{id}", promise, page_promise),
    READ("/probleme", NEED_STAFF, page_perceive),
    OF("/probleme/{id}", matter, page_matter),
    OF("/probleme/{id}/appel", matter, page_call),
    READ("/decision", NEED_STAFF, page_decide),
    OF("/decision/{id}", decision, page_decision),
    OF("/pourquoi/{id}", insight, page_why),
    OF("/moment/{id}", moment, page_moment),
    OF("/avis/{id}", rating, page_rating),
    READ("/point", NEED_STAFF, page_point),
    SLOW("/equite", NEED_STAFF, page_equity),
    READ("/vieprivee", NEED_STAFF, page_privacy),
    OF("/echange/{id}", exchange, page_exchange),
    OF("/echange/{id}/fiche", exchange, page_sheet),
    OF("/mandat/{id}", mandate, page_mandate),
    OF("/mandat/{id}/passage", mandate, page_passing),
    OF("/ecrit/{id}", writing, page_writing),
    READ("/bibliotheque", NEED_STAFF, page_library),
    READ("/equipe", NEED_STAFF, page_people),
    OF("/personne/{id}", person, page_person),
    OF("/personne/{id}/ailleurs", person, page_gone),
    READ("/reglages", NEED_STAFF, page_settings),
    SLOW("/journal", NEED_STAFF, page_journal),
    SEARCH("/recherche", NEED_STAFF, page_search),
    ROWS("/{page}", NEED_STAFF, page_read, page_read_fits),

    WRITE("POST", "/a/settings/patch", NEED_LEAD, form_settings),
    WRITE("POST", "/a/today/{key}/{verb}", NEED_STAFF, form_today),
    WRITE("POST", "/a/people/join", NEED_LEAD, form_join),
    WRITE("POST", "/a/me/questions", NEED_STAFF, form_questions),
    {.method = "POST",
	.path = "/a/clients/{id}/meetup",
	.need = NEED_STAFF,
	.run = form_meetup,
	.of = &client_kind,
	.writes = true},
    {.method = "POST",
	.path = "/a/matters/{id}/call",
	.need = NEED_STAFF,
	.run = form_call,
	.of = &matter_kind,
	.writes = true},
    {.method = "POST",
	.path = "/a/writings/{id}/compose",
	.need = NEED_STAFF,
	.run = form_compose,
	.of = &writing_kind,
	.inputs = composed_fields,
	.writes = true},
    {.method = "POST",
	.path = "/a/mandates/{id}/write_down",
	.need = NEED_STAFF,
	.run = form_write_down,
	.of = &mandate_kind,
	.inputs = agreement_fields,
	.writes = true},
    WRITE("POST", "/a/{kinds}", NEED_ANYONE, form_create),
    WRITE("POST", "/a/{kinds}/{id}/{action}", NEED_ANYONE, form_act),

    READ("/api/v1/openapi.json", NEED_NOBODY, api_openapi),
    READ("/api/v1/actions", NEED_ANYONE, api_actions),
    READ("/api/v1/calendar.ics", NEED_ANYONE, calendar_ics),
    MARK("/api/v1/portal", NEED_ANYONE, api_portal, portal_api_marks, portal_api_mark),
    READ("/api/v1/today", NEED_STAFF, api_today),
    WRITE("POST", "/api/v1/today/{key}/{verb}", NEED_STAFF, api_today_change),
    {.method = "POST", .path = "/api/v1/hints", .need = NEED_STAFF, .run = api_hints},
    SEARCH("/api/v1/search", NEED_STAFF, api_search),
    READ("/api/v1/settings", NEED_STAFF, api_settings),
    WRITE("PATCH", "/api/v1/settings", NEED_LEAD, api_change_settings),
    READ("/api/v1/audit", NEED_ANYONE, api_audit),
    SLOW("/api/v1/audit/verify", NEED_LEAD, api_audit_verify),
    READ("/api/v1/clients/{id}/timeline", NEED_ANYONE, api_timeline),
    READ("/api/v1/me/questions", NEED_STAFF, api_my_questions),
    WRITE("POST", "/api/v1/me/questions", NEED_STAFF, api_answer_questions),
    READ("/api/v1/me/tokens", NEED_ANYONE, api_my_tokens),
    WRITE("POST", "/api/v1/me/tokens/{id}/end", NEED_ANYONE, api_end_token),
    ROWS("/api/v1/{read}", NEED_ANYONE, api_read, api_read_fits),
    MARK("/api/v1/{kinds}", NEED_ANYONE, api_list, api_list_marks, api_list_mark),
    WRITE("POST", "/api/v1/{kinds}", NEED_ANYONE, api_create),
    MARK("/api/v1/{kinds}/{id}", NEED_ANYONE, api_get, api_marks, api_mark),
    WRITE("PATCH", "/api/v1/{kinds}/{id}", NEED_ANYONE, api_patch),
    WRITE("POST", "/api/v1/{kinds}/{id}/{action}", NEED_ANYONE, api_act),

    WRITE("POST", "/test/clock", NEED_STAFF, test_clock),
    WRITE("POST", "/test/letter", NEED_STAFF, test_letter),
    READ("/test/outbox", NEED_STAFF, test_outbox),
    {0},
};
