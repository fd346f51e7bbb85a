/* What a kind of record is, and the one door through which records change.
 *
 * A kind is declared once, by the list of its fields.  Tables, validation,
 * JSON, forms, lists, history, search and the OpenAPI document all read that
 * list.  Every change, wherever it comes from, is a named action on a record:
 * one row that says who may, which inputs, which guards, what follows. */
#ifndef RECORD_KIND_H
#define RECORD_KIND_H

#include <jansson.h> /* JSON in; out is base/json.h, jw_ */

#include "base/json.h"
#include "record/declare.h"
#include "record/firm.h"
#include "record/refusal.h"

/* ---- who asks, and what for ------------------------------------------- */

enum role { NOBODY, CONTACT, MEMBER, LEAD };

struct kind;

struct who {
	int64_t id; /* person; 0: the program itself (a rule, the command line) */
	enum role role;
	int64_t client_id; /* of a contact */
	bool can_agree;    /* a contact who may agree to writings */
	const char *name;
	/* A contact whom a letter let in sees the record it was about, and no other. */
	const struct kind *only_kind; /* NULL: everything of theirs */
	int64_t only_id;
};

struct cached;
struct kept;
struct pending;

/* What every function below is given: never a global. */
struct ctx {
	struct arena *arena;
	struct db *db;
	const struct firm *firm;
	struct who who;
	enum lang lang;
	instant now;
	day today;
	const char *rule;        /* a rule of time acts, not a person (its row in rules.md) */
	bool takes_over;         /* what an import brings is past: nothing is owed for it */
	bool on_paper;           /* read another day: "today" is not said (conversation 16.6) */
	bool plays_post;         /* a test, the demonstration: letters leave by the clock, to nobody */
	struct cached *cache;    /* records read in this act */
	struct kept *kept;       /* by kind: what is kept of it; NULL: nothing is */
	int acting;              /* acts and changes under way, one within another */
	struct pending *pending; /* whose clocks are to be written at the end of them */
};

/* Who may: bits to be joined.  A contact who may not never learns that the
 * thing exists (404); staff get 403 with the code of what is missing. */
enum by {
	BY_LEAD = 1,
	BY_MEMBER = 2,
	BY_STAFF = BY_LEAD | BY_MEMBER,
	BY_CONTACT = 4,  /* of the record's client */
	BY_AGREEING = 8, /* such a contact with can_agree */
	BY_SELF = 16     /* the person whose record it is */
};

/* ---- fields ----------------------------------------------------------- */

/* Stored types and what they are in C:
 *   text, longtext  const char *, NULL when empty
 *   ref             id of another record, 0 when none
 *   link            a record of one of several kinds, as link_to() makes it, 0 when none
 *   flag            0 or 1
 *   choice          1 .. n in the order of .choices, 0 when unset
 *   instant, date   0 when none
 *   number          NO_NUMBER when unset
 *   refs            JSON array of ids, as text       words  JSON array of texts
 *   json            any JSON: written by actions, or by a caller as .read understands it
 *   derived         not stored: .write makes it */
enum field_type {
	FT_text,
	FT_longtext,
	FT_ref,
	FT_link,
	FT_flag,
	FT_choice,
	FT_instant,
	FT_date,
	FT_number,
	FT_refs,
	FT_words,
	FT_json,
	FT_derived
};

#define NO_NUMBER INT64_MIN

/* One of the values a field may have: its name in the API and in the table, and
 * what it is called. */
struct choice {
	const char *name;
	const char *text;   /* English, N_() */
	const char *theirs; /* … to the client, where that is something else */
	const char *icon;
};
struct act;

struct field {
	const char *name;
	const char *label; /* what people call it, English, N_(); NULL: secret, or derived */
	enum field_type type;
	size_t offset;
	const struct kind *to;        /* ref, refs */
	const struct choice *choices; /* ends with an empty row; of words: the only ones allowed */
	const char *kinds;            /* of a link: "term decision" */
	const struct field *parts;    /* of a json list of objects: what each is made of */
	const char *look;    /* of an input in a page: "email", "tel", "password"; of a choice "chips" */
	const char *example; /* what might be written there, English, N_() */
	/* A link whose kind other fields tell, declared before it: its value is an id
	 * alone, not {type, id}. NULL: to nothing. */
	const struct kind *(*kind_of)(const void *rec);
	/* A json field from a caller's value: NULL and its text (NULL: empty), or the
	 * reason it cannot be read. */
	const char *(*read)(struct act *a, const json_t *v, const char **ret);
	const char *otherwise;  /* default, as text */
	unsigned create, patch; /* who may set it: enum by; 0 nobody */
	const char *column;     /* in the table, where SQL has the name for itself; NULL: the same */
	bool required;          /* at creation, or as an action's input */
	bool same_client;       /* a ref must be of the record's own client */
	bool (*accepts)(const struct ctx *, const void *to); /* a ref must be such a record */
	bool past;                                           /* an instant or date that may not lie ahead */
	bool ahead;                                          /* an instant that must; a date may be today */
	int min, max;        /* characters; max 0: 200 for text, 20000 for longtext */
	const char *pattern; /* what a form lets be typed; the kind's check judges */
	int64_t low, high;   /* number; both 0: from 0 to 10^12 */
	bool in_hours;       /* a number of minutes; forms write hours, "37,5" */
	bool portal;         /* a contact of the client reads it */
	bool opened;         /* … when opening that record, not in a list */
	bool (*portal_if)(const struct ctx *, const void *rec); /* … only of such records */
	/* What a contact reads instead of the text itself. */
	const char *(*portal_text)(const struct ctx *, const void *rec, const char *text);
	bool leads;                                            /* of us, leads alone read it */
	bool (*staff_if)(const struct ctx *, const void *rec); /* of us, only whom this names reads it */
	bool secret;                                           /* nobody reads it */
	bool implied; /* the journal does not tell its changes: the action's name does */
	bool search;  /* its words find the record */
	bool filter;  /* lists can be narrowed by it */
	void (*write)(const struct ctx *, const void *rec, struct jw *); /* derived, json: its JSON value */
	const char *schema; /* derived, json: its OpenAPI type, "string" when NULL */
};

/* Every kind's struct begins with this. */
struct record {
	int64_t id, rev, created_at, created_by;
};

#define LINK_KINDS 64
int64_t link_to(const struct kind *k, int64_t id); /* 0 for id 0 */
const struct kind *link_kind(int64_t link);        /* NULL for 0 */
int64_t link_id(int64_t link);
/* The id it leads to when it leads to that kind, else 0. */
int64_t link_of(int64_t link, const struct kind *k);

/* ---- said to the reader ------------------------------------------------- */

/* The firm's day at that instant. */
day day_at(const struct ctx *c, instant at);
/* How these are said to this reader now (base/lang.h): near, or as "jeudi 11 mars", "11 mars". */
const char *instant_near(const struct ctx *c, instant at), *day_near(const struct ctx *c, day d);
const char *date_said(const struct ctx *c, day d), *short_date_said(const struct ctx *c, day d);
/* A sentence in the reader's language, filled in. */
const char *phrased(const struct ctx *c, const char *english, ...) __attribute__((format(printf, 2, 3)));

/* ---- the door --------------------------------------------------------- */

struct act;

/* What must hold; it may set refusal.detail, .where, .list when it does not. */
struct guard {
	const char *code;
	bool (*holds)(struct act *);
};

struct action {
	const char *name;
	const char *said;           /* in the journal, once done; English, N_(), as all words here */
	const char *button;         /* to do it */
	unsigned who;               /* enum by */
	const struct field *inputs; /* ends with an empty row; NULL: none */
	size_t input_size;
	const struct guard *guards; /* in the order of api.md 3; ends with an empty row; NULL: none */
	void (*effect)(struct act *);
	void (*hints)(struct act *);   /* fills act.hints; after the guards */
	const char *way;               /* what its form is folded under; NULL: the button's words */
	const char *help;              /* a sentence in its form; NULL: none */
	const char *noted;             /* to the client who did it */
	bool (*offered)(struct act *); /* a page offers it for such a record; NULL: for any */
	const char *told; /* on the page that one lands on, where `said` would say too much; NULL: said */
	const char *undo; /* the action that takes it back, offered where it was done; NULL: none */
};

#define MADE_MAX 64

/* One change under way. */
struct act {
	struct ctx *ctx;
	const struct kind *kind;
	const struct action *action; /* NULL: create or patch */
	const char *name;            /* for the journal: "create", "patch", "tell" … */
	void *rec;                   /* the record; effects change it, the door saves it */
	const void *before;          /* as it was; NULL at creation */
	const void *in;              /* struct of the action's inputs */
	const struct field *fields;  /* the rows that were read: the inputs', or the kind's; NULL: none */
	bool *given;                 /* by row: it was in the request */
	const char *reason;          /* goes into the journal */
	struct refusal refusal;
	struct hints hints;
	bool hints_ok; /* they were shown before */
	int nmade;
	struct {
		const struct kind *kind;
		int64_t id;
	} made[MADE_MAX]; /* other records this made */
	bool removes;     /* the record is to be removed, not saved */
};

/* ---- clocks ----------------------------------------------------------- */

/* What a clock is of: a place in the table of rules/clock_types.h. */
struct clock_type {
	const char *type, *sub; /* "c8", "next"; sub NULL when none */
	/* One that rings is not a row of anybody's day: at `due` a rule of time acts. */
	const char *action, *said;    /* its name in the journal, and what that says */
	const char *rule;             /* the row of rules.md it keeps */
	void (*effect)(struct act *); /* ctx.now is the rule's instant; NULL: it does not ring */
	/* Nobody waits for it: when thousands fall due at once they ring some at a time,
	 * still each at its own instant, and before anything else befalls its record.
	 * Such an effect reads nothing that may have come after that instant. */
	bool leisurely;
};
extern const struct clock_type clock_types[];            /* rules/clock_types.c; the last has no type */
int clock_type_named(const char *type, const char *sub); /* its place, -1: none; sub "" when none */

/* One clock of a record: a fact made from other facts (api.md 4). */
struct clock {
	int type;
	int64_t owner;              /* person */
	instant starts, shows, due; /* due 0: none */
	instant stopped;            /* 0: running */
	instant ends;               /* stops by itself then; 0: never */
	bool by_day;                /* its start is a day that settings may move: once stopped, it stays */
	bool each; /* several people have one each: told apart by whose it is, not by order of coming */
};

struct clocks {
	struct arena *arena;
	int n;
	struct clock *clock;
};

/* Appends a clock that shows when it starts; to be filled in before the next. */
struct clock *clock_add(struct clocks *out, int type, int64_t owner, instant starts);

/* ---- leanings --------------------------------------------------------- */

/* What the clocks of a kind lean on beside their own record.  When a record of the
 * kind `on` is made, changed or removed, the engine finds which of mine that
 * concerns and writes their clocks again, each once, at the end of the act: no rule
 * ever calls for it.  They are found as the record was and as it is, so that a
 * matter's former promise is concerned too:
 *
 *   {&matter_kind, "promise_id", .by = "promise_id"}      that field leads to mine
 *   {&promise_kind, "due state", .by = "source.about_id"} … through what it leads to
 *   {&person_kind, "privacy_officer", .found = &open}     or the ids that this finds
 *   {&promise_kind, "due", .by = "id", .found = &naming}  … with these values as $1, $2
 *
 * A value is a field, "id", or "link", the record as others link to it; nothing
 * names a record that is only being made, so there these two find nothing. */
#define LEANING_VALUES_MAX 8
struct leaning {
	const struct kind *on;
	/* The fields my clocks read there: others concern nobody.  A new record's are
	 * those it sets. */
	const char *when;
	const char *by;
	const struct sql *found; /* its one column: ids of mine */
};

/* ---- a kind ----------------------------------------------------------- */

struct kind {
	const char *name, *plural; /* "promise", "promises": table and path */
	const char *title;         /* what several of them are called, English, N_() */
	const char *noted;         /* to the client who made one; NULL: they make none */
	const char *undo;          /* the action that takes back that one was made; NULL: none */
	int number;                /* stored, below LINK_KINDS: never another one */
	size_t size;
	const struct field *fields;   /* ends with an empty row */
	const struct action *actions; /* ends with an empty row; NULL: none */
	unsigned create_by;
	bool by_letter;              /* … even by whom a letter let in to one other record */
	const char *cluster;         /* key the table is stored by, instead of the id */
	const char *const *indexes;  /* "column, column [WHERE …]"; ends with NULL */
	const struct leaning *leans; /* of its clocks; ends with an empty row; NULL: on themselves alone */
	size_t client;               /* offset of the client's id; 0: it has none */
	/* Offset of who is in charge of it, and so of the running clocks of its client:
	 * another one takes them all over; 0: nobody is. */
	size_t in_charge;
	size_t about;      /* offset of the text that names it; 0: none */
	size_t about_else; /* the text that does when that one is empty; 0: none */
	bool lags;         /* a leisurely rule of time may be behind with it */
	/* What an older version's records are given as they come up to date, $1 now: what
	 * began before a rule of time was made is not made up for.  NULL: nothing. */
	struct sql *from_older;
	bool is_client; /* the record itself is the client */
	bool is_person; /* … or somebody who may stand at the door */
	bool is_named;  /* found by the first letters of its name, before what only speaks of it */
	/* What who only reads keeps of its records from one request to the next, until
	 * one of them changes, here or in another program; NULL: nothing. */
	const void *(*kept)(struct ctx *);
	/* Called in this order; any may be NULL. */
	const char *(*may)(
	    struct act *, const json_t *input); /* creation and patch: NULL, or who may not (a code) */
	void (*check)(struct act *); /* creation and patch: inputs together; refuses with field_refuse */
	void (*begin)(struct act *); /* creation: what is not given; guards */
	void (*hints)(struct act *); /* creation and patch: fills act.hints */
	/* After every save and insertion: what follows in other records. */
	void (*after)(struct act *, const void *before, const void *rec);
	void (*clocks)(struct ctx *, const void *rec, struct clocks *out);
	/* The rule that now holds back what this running clock of it asks for, "R5": it is no
	 * row of anybody's day meanwhile.  Found when asked, never stored.  NULL: none. */
	const char *(*withheld)(struct ctx *, const void *rec, int type);
	bool (*staff)(const struct ctx *, const void *rec); /* whom of us it is for; NULL: all */
	bool (*portal)(
	    const struct ctx *, const void *rec); /* a contact of its client may see it; NULL: never */
	/* A condition on its columns that all such records meet, so that lists need not
	 * read what is hidden; NULL: none. */
	const char *portal_rows;
	/* A contact who opens it now makes something happen, told by the journal as
	 * "open"; NULL: never. */
	bool (*unopened)(struct ctx *, const void *rec);
	void (*opened)(struct act *);
	bool lists_open;         /* a list already shows what opening would */
	const char *page;        /* path of its page, "/promesse/{id}"; {x} is a field that leads elsewhere */
	const char *page_else;   /* … of one whose field leads nowhere */
	const char *ways;        /* where on it things are done, "#ways"; NULL: its page says it */
	const char *portal_page; /* "/p/e/{pub}", its client's own; NULL: it has none */
};

/* Inputs that are asked beside the door: of a row of Today, of one's own questions.
 * After the point stands what the journal calls it; without one, it tells nothing of it. */
struct other_inputs {
	const char *name; /* "today.snooze" */
	const struct field *fields;
	const char *path;  /* "/today/{key}/snooze", below /api/v1 */
	unsigned who;      /* BY_SELF: whose row it is */
	const char *codes; /* those of its guards, one blank between; NULL: it has none */
};
extern const struct other_inputs other_inputs[]; /* rules/kinds.c; the last has no name */

extern const struct kind *const kinds[]; /* rules/kinds.c; ends with NULL */
const struct kind *kind_named(const char *plural_or_name);
const struct kind *kind_numbered(int64_t number);

/* ---- reading records -------------------------------------------------- */

/* A statement that reads whole records: the tail after "SELECT … FROM table". */
#define SELECT(id, kind_, tail_) SQL_ENTRY(id) = {.name = #id, .text = tail_, .of = &kind_}
/* … some of their fields only, for long lists: the others stay unset. */
#define SELECT_ONLY(id, kind_, only_, tail_) \
	SQL_ENTRY(id) = {.name = #id, .text = tail_, .of = &kind_, .only = only_}

/* Composes what is sent for every kind and SELECT; once, before any thread. */
void store_init(void);

/* A record by id, NULL when there is none; read once in one act. */
const void *record_get(struct ctx *c, const struct kind *k, int64_t id);
#define GET(ctx, kind_, id) ((const struct kind_ *)record_get((ctx), &kind_##_kind, (id)))

/* The next record of a SELECT, NULL after the last. */
const void *record_next(struct ctx *c, const struct kind *k, struct db_query *q);
/* The first alone, NULL when there is none. */
const void *record_first(struct ctx *c, const struct kind *k, struct db_query *q);
/* Both from a SELECT and its values: FIRST(c, person, &officer, ""), and a loop over
 * all of them: foreach (c, promise, p, &open_promises, "i", client) …  Only `break`
 * leaves it before its end. */
#define FIRST(ctx, kind_, ...) \
	((const struct kind_ *)record_first((ctx), &kind_##_kind, db_query((ctx)->db, __VA_ARGS__)))
#define foreach(ctx, kind_, rec, ...) \
	for (struct db_query *rec##_rows = db_query((ctx)->db, __VA_ARGS__); rec##_rows; \
	     db_done(rec##_rows), rec##_rows = NULL) \
		for (const struct kind_ *rec; (rec = record_next((ctx), &kind_##_kind, rec##_rows));)

/* What is kept of a kind, as true as if it were read now; it lasts as long as the
 * request. */
const void *kind_kept(struct ctx *c, const struct kind *k);

/* Every id that a statement finds in its one column, whatever their number. */
int ids_found(struct ctx *c, struct db_query *q, const int64_t **ret);

/* A field of a record of the same client, or of nobody's, that leads to another one. */
struct naming {
	const struct kind *kind;
	int64_t id;
	const struct field *field;
};
/* All that name a record, by kind and id. */
int records_naming(struct ctx *c, const struct kind *k, int64_t id, const struct naming **ret);

/* Every record there is, kind after kind, whatever their number. */
void record_each(
    struct ctx *c, void (*visit)(struct ctx *, const struct kind *, const void *, void *), void *user);

/* Whether this caller may see it. */
bool record_visible(const struct ctx *c, const struct kind *k, const void *rec);
/* A record by what stands in a path or a reference: a number for staff, the
 * public name for a contact. NULL: not there for this caller. */
const void *record_find(struct ctx *c, const struct kind *k, const char *id);

int64_t record_client(const struct kind *k, const void *rec);
/* A part of its page, "#facts"; "": where things are done there. */
const char *record_place(struct ctx *c, const struct kind *k, int64_t id, const char *part);
/* The path of its page, and of its client's (only of kinds that have one). */
const char *record_page(struct ctx *c, const struct kind *k, int64_t id);
const char *record_portal_page(const struct ctx *c, const struct kind *k, int64_t id);
/* What it is about, in the reader's language; and as it is kept (record/wording.h). */
const char *record_about(const struct ctx *c, const struct kind *k, const void *rec);
const char *record_about_kept(const struct kind *k, const void *rec);
int64_t field_int(const struct field *f, const void *rec);
const char *field_text(const struct field *f, const void *rec);
/* The row of an action or a field; NULL: there is none of that name. */
const struct action *action_named(const struct kind *k, const char *name);
const struct field *field_named(const struct field *fields, const char *name);
bool field_is_text(const struct field *f);                        /* a const char * in C */
#define LIST_MAX 100                                              /* ids or words in one list */
int field_longest(const struct field *f);                         /* characters: of a text, or of each word */
int64_t field_highest(const struct field *f);                     /* of a number; the lowest is .low */
bool field_is_money(const struct field *f);                       /* a number of cents; forms write "12,50" */
const char *choice_name(const struct choice *choices, int64_t n); /* NULL for 0 */
int64_t choice_number(const struct choice *choices, const char *name); /* 0: not one of them */
/* JSON as a record keeps it; json_kept takes the reference. */
const char *json_text(struct arena *a, const json_t *v);
const char *json_kept(struct arena *a, json_t *v);
/* … and read again, NULL when it keeps nothing: it lives as long as the arena, like
 * any value that is lent to it. */
json_t *json_of(struct arena *a, const char *kept);
json_t *json_lent(struct arena *a, json_t *v);
const char *text_in(const json_t *object, const char *key); /* NULL: it has none */
/* The choices of a field of that kind, and the name of a record's own. */
const struct choice *choices_of(const struct kind *k, const char *field);
const char *record_choice(const struct kind *k, const char *field, const void *rec);

/* ---- changing records: only from actions, creations and rules of time --- */

/* A copy to change, then to save. */
void *record_edit(struct act *a, const struct kind *k, int64_t id);
#define EDIT(a, kind_, id) ((struct kind_ *)record_edit((a), &kind_##_kind, (id)))
/* Writes it with its history; its clocks, and those that lean on it, at the end
 * of the act. */
void record_save(struct act *a, const struct kind *k, void *rec);
/* A new record with all defaults, then inserted; counted in act.made. */
void *record_new(struct ctx *c, const struct kind *k);
void record_insert(struct act *a, const struct kind *k, void *rec);
/* Takes a record to which nothing refers away, with its clocks and its words in
 * the index; the journal says so. */
void record_remove(struct act *a, const struct kind *k, int64_t id);

/* A change that no request names, made because something else happened: a page
 * was opened, a rule's hour has come.  Journaled under `name`. */
void change(struct ctx *c, const struct kind *k, int64_t id, const char *name, void (*effect)(struct act *));
/* Whether it makes something happen that this caller opens it now (kind.unopened), and
 * makes it; of no record (NULL), nothing. */
bool record_unopened(struct ctx *c, const struct kind *k, const void *rec);
void record_open(struct ctx *c, const struct kind *k, const void *rec);

void refuse(struct act *a, const char *code);
/* It is mended on that record's page, unless something else was refused before. */
void mended_at(struct act *a, const struct kind *k, int64_t id);
/* What stands in the way, under its name: the first list of a name stays. */
void refuse_listing(struct act *a, const char *name, const char *json);
void field_refuse(struct act *a, const char *field, const char *reason);
bool refused(const struct act *a);
bool given(const struct act *a, const char *field);
/* Whether a field or input of that name, of whatever kind, is a list: a form may
 * say it several times. */
bool input_is_list(const char *name);
/* Reads an object as if these were an action's inputs: what is asked beside the
 * door. */
void inputs_read(struct act *a, const struct field *fields, bool form, json_t *object, void *into);
/* One object inside a value: NULL, or the first reason it cannot be read. */
const char *part_read(struct act *a, const struct field *fields, const json_t *v, void *into);

/* ---- asking the door -------------------------------------------------- */

struct call {
	const struct kind *kind;
	const char *verb;     /* "create", "patch" or an action's name */
	const char *id;       /* as in a path; NULL for create */
	json_t *input;        /* an object; NULL: empty */
	bool form;            /* values came as form texts: numbers and ticks are read from them */
	const char *if_match; /* NULL: not asked */
};

struct outcome {
	struct refusal refusal; /* .code NULL: done */
	const struct kind *kind;
	const void *rec; /* as it is now; NULL when removed */
	struct hints hints;
	int nmade;
	struct {
		const struct kind *kind;
		int64_t id;
	} made[MADE_MAX];
};

/* The id of its record, which is not removed. */
static inline int64_t outcome_id(const struct outcome *o)
{
	return ((const struct record *)o->rec)->id;
}

/* Whether a page offers it to this caller. */
bool action_offered(struct ctx *c, const struct kind *k, const struct action *action, const void *rec);
bool guards_agree(struct act *a); /* .offered, of an action without inputs: where it would be done */

/* A guard that does not hold, its sentence in the reader's language and the page where
 * it is mended (NULL: on its own). */
struct lack {
	const struct code *code;
	const char *sentence, *where;
};
#define LACKS_MAX 24
/* All that stands in the way of an action as the record is, in the order in which it
 * would be refused, with none of its inputs given; how many. */
int guards_lacking(
    struct ctx *c, const struct kind *k, const char *action, const void *rec, struct lack ret[LACKS_MAX]);

/* Does it, inside the caller's transaction and savepoint: on refusal nothing
 * was written and the savepoint can go either way.  False: refused. */
bool act(struct ctx *c, const struct call *call, struct outcome *ret);

/* A creation by the program itself (import, init), past the question of who. */
bool act_as_program(struct ctx *c, const struct call *call, struct outcome *ret);

/* ---- output ----------------------------------------------------------- */

void hints_json(const struct hints *h, struct jw *out);
/* One record as this caller may read it; clocks for staff. */
void record_json(struct ctx *c, const struct kind *k, const void *rec, struct jw *out);
/* Whether this caller reads that field of it; whole: the record was opened, not
 * listed. */
bool field_shown(const struct ctx *c, const struct field *f, const void *rec, bool whole);
/* One of its texts as this caller reads it; NULL: hidden from them, or empty. */
const char *record_text(const struct ctx *c, const struct kind *k, const void *rec, const char *field);
/* An id as this caller knows it: number, or public name; null for 0. */
void id_json(const struct ctx *c, const struct kind *k, int64_t id, struct jw *out);
/* … of what another record names, null when this caller cannot open it; the same for
 * every reference, link and list of them. */
void ref_json(const struct ctx *c, const struct kind *k, int64_t id, struct jw *out);
void instant_json(const struct ctx *c, instant at, struct jw *out);
void date_json(const struct ctx *c, day d, struct jw *out);
void number_json(int64_t n, struct jw *out); /* null for NO_NUMBER */
/* Changes with the record; the part before the point is all If-Match needs.  A
 * contact's is of what they read alone: a count would tell of changes they do not
 * see. */
const char *record_etag(const struct ctx *c, const void *rec, const struct buf *body);

#define LIST_FILTERS_MAX 8 /* of one kind */

struct list_query {
	const struct kind *kind;
	int nfilters;
	struct {
		const struct field *field;
		int64_t i;
		const char *t;
	} filter[LIST_FILTERS_MAX];
	int64_t after; /* id of the last one seen */
	int64_t limit;
};
/* Writes the items; *ret_next is where the next page begins, 0: none. */
void list_json(struct ctx *c, const struct list_query *l, struct jw *out, int64_t *ret_next);
/* The same records, one by one. */
void list_each(struct ctx *c, const struct list_query *l,
    void (*visit)(struct ctx *, const struct kind *, const void *rec, void *user), void *user,
    int64_t *ret_next);
/* Reads one filter; false: unknown or not a value of it. */
bool list_filter(struct ctx *c, struct list_query *l, const char *name, const char *value);

/* The table of actions (GET /actions). */
void actions_json(struct arena *a, struct jw *out);

/* ---- derived reads ---------------------------------------------------- */

/* Writes one value, made from facts, settings and now; `rec` as of `read.of`. */
typedef void derived_json(struct ctx *c, const void *rec, struct jw *out);

/* A question that the API, and perhaps a page, answers without a handler of its own. */
struct read {
	const char *path;      /* "/clients/{id}/say_do", below /api/v1 */
	const char *name;      /* its operation in the OpenAPI document */
	const struct kind *of; /* what {id} is; NULL: it is about the firm, or who asks */
	unsigned who;          /* BY_LEAD, BY_MEMBER, BY_CONTACT */
	derived_json *json;
	bool slow; /* counts through the whole firm: never on a loop's thread */
	/* The page of the team that shows it, below that of `of`: "/c/{id}/volant", its
	 * title, what it is drawn with; NULL: it has none. */
	const char *page, *title, *template;
};
extern const struct read reads[]; /* rules/reads.c; the last has no path */

/* ---- time ------------------------------------------------------------- */

/* Lets the rules of time act whose instant has come, and what becomes of letters by
 * time alone, each at its own, in order; of the leisurely ones a bounded number: then `lags` says that more
 * wait.  False when the database failed.  Inside a writing transaction. */
bool time_passes(struct ctx *c);
/* What comes next. */
struct ahead {
	instant at; /* 0: nothing */
	bool lags;  /* leisurely ones are due: another time_passes goes on with them */
};
struct ahead time_ahead(struct db *db, bool plays_post, instant now);

struct clock_row { /* a stored clock */
	int type;
	instant starts, shows, due, stopped;
};
/* All clocks of a record, by start. Rings are left out. */
int clocks_of(struct ctx *c, const struct kind *k, int64_t id, const struct clock_row **ret);
/* The first of that type that runs; NULL: none. */
const struct clock_row *running_clock(struct ctx *c, const struct kind *k, int64_t id, int type);

/* Rebuilds every clock of every record and counts those that differ from what
 * is stored; each difference is told in one line. */
int64_t clocks_doctor(struct ctx *c, void (*tell)(const char *line));
/* The running clocks of a client again, whose person in charge changed.  A stopped one
 * keeps what it had. */
void clocks_renew_client(struct ctx *c, int64_t client);
/* All of them after a change of settings: some at once, the others as time_passes goes on
 * (`lags`), each before it rings and before anything else befalls its record. */
void clocks_renew(struct ctx *c);

/* ---- history ---------------------------------------------------------- */

struct audit_line {
	const char *action, *field, *old_value, *new_value, *reason;
	const struct kind *kind;
	int64_t id;
};
void audit_add(struct ctx *c, const struct audit_line *line);
/* Whether whoever asks did that just now, to that record (0: to any, or to none), and has
 * not taken it back by `undo` (NULL: there is no way to) since. */
bool audit_just_did(const struct ctx *c, const struct audit_line *line, const char *undo);
/* Recomputes the chain: 0 when whole, else the id of the first bad line. */
int64_t audit_verify(struct db *db, struct arena *a, int64_t *ret_lines, const char **ret_head);

#endif
