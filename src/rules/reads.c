/* The derived reads there are (api.md 5).  Those that take parameters have a
 * handler of their own, in the site map. */
#include "rules/conditions.h"
#include "rules/demand.h"
#include "rules/derived.h"
#include "rules/drift.h"
#include "rules/equity.h"
#include "rules/portrait.h"
#include "rules/questions.h"
#include "rules/rating.h"
#include "rules/referrals.h"
#include "rules/sheet.h"

const struct read reads[] = {
    {"/clients/{id}/say_do", "say_do", &client_kind, BY_STAFF | BY_CONTACT, .json = say_do_json},
    {"/clients/{id}/transparency", "client_transparency", &client_kind, BY_STAFF, .json = transparency_json},
    {"/transparency", "transparency", NULL, BY_STAFF, .json = transparency_json},
    {"/clients/{id}/portrait", "portrait", &client_kind, BY_STAFF, .json = portrait_json},
    {"/clients/{id}/drift", "drift", &client_kind, BY_STAFF, .json = drift_json, .page = "/c/{id}/derive",
	.title = N_("What was agreed, and what is"), .template = "drifts"},
    {"/clients/{id}/demands", "demands", &client_kind, BY_STAFF, .json = demands_json,
	.page = "/c/{id}/demandes", .title = N_("What they asked for sooner"), .template = "demands"},
    {"/clients/{id}/steering", "steering", &client_kind, BY_STAFF, .json = steering_json,
	.page = "/c/{id}/volant", .title = N_("The shared wheel"), .template = "steering"},
    {"/clients/{id}/felt", "felt", &client_kind, BY_STAFF, .json = felt_json, .page = "/c/{id}/ressenti",
	.title = N_("How they felt treated"), .template = "felt"},
    {"/equity", "equity", NULL, BY_STAFF, .json = equity_json, .slow = true},
    {"/clients/{id}/equity", "client_equity", &client_kind, BY_STAFF, .json = client_equity_json,
	.slow = true, .page = "/c/{id}/attente", .title = N_("How long they wait"),
	.template = "client-equity"},
    {"/mandates/{id}/conditions", "conditions", &mandate_kind, BY_STAFF, .json = conditions_json},
    {"/referrals", "referrals", NULL, BY_STAFF, .json = referrals_json, .slow = true},
    {"/exchanges/{id}/sheet", "sheet", &exchange_kind, BY_STAFF, .json = sheet_json},
    {"/me/questions", "my_questions", NULL, BY_STAFF, .json = questions_json},
    {"/questions/firm", "firm_questions", NULL, BY_LEAD, .json = firm_questions_json},
    {0},
};
