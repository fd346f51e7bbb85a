/* How a request is answered: JSON, another page, or a refusal in the face that the
 * caller uses. */
#include "web/app.h"

#include <string.h>

#include "web/session.h"

static const char *title_of(int status)
{
	switch (status) {
	case 400:
		return "Bad Request";
	case 401:
		return "Unauthorized";
	case 403:
		return "Forbidden";
	case 404:
		return "Not Found";
	case 405:
		return "Method Not Allowed";
	case 409:
		return "Conflict";
	case 411:
		return "Length Required";
	case 412:
		return "Precondition Failed";
	case 413:
		return "Content Too Large";
	case 415:
		return "Unsupported Media Type";
	case 422:
		return "Unprocessable Content";
	case 429:
		return "Too Many Requests";
	default:
		return "Service Unavailable";
	}
}

static const char *detail_of(enum lang lang, const struct refusal *why)
{
	return why->detail ? why->detail : tr(lang, why->code->sentence);
}

static void fields_json(const struct refusal *why, struct jw *j)
{
	jw_object(jw_key(j, "fields"));
	for (int i = 0; i < why->nfields; i++)
		jw_text_of(j, why->field[i].field, why->field[i].reason);
	jw_end_object(j);
}

static void also_json(const struct refusal *why, struct jw *j)
{
	jw_array(jw_key(j, "also"));
	for (int i = 0; i < why->nalso; i++)
		jw_text(j, why->also[i]);
	jw_end_array(j);
}

static void problem_json(enum lang lang, const struct refusal *why, struct buf *out)
{
	struct jw j = jw_to(out);
	jw_object(&j);
	jw_text_of(&j, "type", "about:blank");
	jw_text_of(&j, "title", title_of(why->code->status));
	jw_int_of(&j, "status", why->code->status);
	jw_text_of(&j, "code", why->code->code);
	jw_text_of(&j, "detail", detail_of(lang, why));
	if (why->nfields)
		fields_json(why, &j);
	if (why->nalso)
		also_json(why, &j);
	if (why->where)
		jw_text_of(&j, "where", why->where);
	for (int i = 0; i < why->nlists; i++)
		jw_raw(jw_key(&j, why->list[i].name), why->list[i].json);
	if (why->hints) {
		hints_json(why->hints, jw_key(&j, "hints"));
	}
	jw_end_object(&j);
}

void answer_json(struct req *r, int status)
{
	http_set(r->x, "Content-Type", "application/json");
	http_set(r->x, "Cache-Control", "no-store");
	r->status = status;
}

/* Browsers pass over tabs and read a backslash as a slash. */
bool is_own_path(const char *path)
{
	if (!path || path[0] != '/' || path[1] == '/' || strchr(path, '\\'))
		return false;
	for (const char *s = path; *s; s++)
		if ((unsigned char)*s <= ' ' || *s == 0x7f)
			return false;
	return true;
}

void answer_redirect(struct req *r, const char *path)
{
	const char *home = r->who.role == CONTACT ? "/p" : "/auj";
	http_set(r->x, "Location", is_own_path(path) ? path : home);
	http_set(r->x, "Cache-Control", "no-store");
	r->status = 303;
}

void answer_refusal(struct req *r, const struct refusal *why)
{
	struct refusal told = *why;
	if (r->who.role == CONTACT) { /* where it is mended is ours, and what stands in the way */
		told.where = NULL;
		told.nlists = 0;
		why = &told;
	}
	http_forget(r->x);
	r->status = why->code->status;
	if (r->status == 429)
		http_set(r->x, "Retry-After", "60");
	if (r->api) {
		http_set(r->x, "Content-Type", "application/problem+json");
		http_set(r->x, "Cache-Control", "no-store");
		problem_json(r->lang, why, r->out);
	} else {
		(is_for_clients(r) ? faces.clients : faces.staff)(r, why, detail_of(r->lang, why));
	}
}

void answer_code(struct req *r, const char *code)
{
	answer_refusal(r, &(struct refusal){.code = code_find(code)});
}

void refusal_before(int status, struct buf *out, const char **ret_type)
{
	const char *code = status == 413 ? "too_large" : status == 429 ? "too_many_requests" : "bad_request";
	struct refusal why = {.code = code_find(code)};
	if (status == 413)
		why.detail = "This is too much at once.";
	*ret_type = "application/problem+json";
	problem_json(LANG_EN, &why, out);
}
