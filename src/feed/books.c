/* Lines of a ledger and of a log of calls.  One table says which headers mean what, as
 * for people; a figure, a day or a word that cannot be read skips its row, and says so. */
#include "feed/books.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "feed/columns.h"
#include "feed/figures.h"
#include "feed/reading.h"

enum field {
	CLIENT,
	DAY,
	HOUR,
	KIND,
	AMOUNT,
	HOURS,
	MINUTES,
	SECONDS,
	DURATION,
	DIRECTION,
	OUTCOME,
	NUMBER,
	PERSON,
	EMAIL,
	MANDATE,
	NOTE,
	FIELDS
};

#define ALIASES_MAX 32

/* Headers as text_fold makes them: plain French and English, accounting programs, time
 * sheets (Toggl, Harvest), telephone exchanges. */
static const char *const headers[FIELDS][ALIASES_MAX] = {
    [CLIENT] = {"client", "client name", "nom du client", "customer", "customer name", "company",
	"company name", "entreprise", "societe", "organization", "organisation", "account", "compte", "name",
	"nom"},
    [DAY] = {"date", "on", "le", "jour", "day", "invoice date", "date de facture", "date facture",
	"transaction date", "date de transaction", "date comptable", "spent date", "start date",
	"date de debut", "start time", "date time", "date et heure", "date heure", "call date", "call time",
	"date de l appel", "debut", "start", "timestamp", "horodatage"},
    [HOUR] = {"time", "heure", "hour", "start hour", "heure de debut", "heure de l appel", "at"},
    [KIND] = {"kind", "type", "nature", "categorie", "category", "transaction type", "type de transaction",
	"type d ecriture"},
    [AMOUNT] = {"amount", "montant", "total", "montant ht", "montant net", "net amount", "amount cad",
	"amount usd", "amount eur", "montant cad", "montant eur", "subtotal", "sous total", "revenue",
	"revenu", "credit", "prix", "price"},
    [HOURS] = {"hours", "heures", "hours worked", "heures travaillees", "nombre d heures", "nb heures",
	"temps", "quantite heures"},
    [MINUTES] = {"minutes", "min", "duration min", "duration minutes", "duree min", "duree minutes",
	"duree en minutes"},
    [SECONDS] = {"seconds", "secondes", "duration s", "duration sec", "duration seconds", "duree s",
	"duree secondes", "duree en secondes", "billsec"},
    [DURATION] = {"duration", "duree", "call duration", "duree de l appel", "talk time"},
    [DIRECTION] = {"direction", "sens", "call direction", "call type", "type d appel", "type", "kind"},
    [OUTCOME] = {"status", "statut", "disposition", "result", "resultat", "call status", "answered"},
    [NUMBER] = {"phone", "phone number", "number", "numero", "telephone", "numero de telephone", "caller",
	"caller id", "from", "to", "de", "a", "callee", "appelant", "appele", "numero appele",
	"numero appelant", "source", "src", "destination", "dst"},
    [PERSON] = {"contact", "contact name", "nom du contact", "person", "personne", "interlocuteur"},
    [EMAIL] = {"contact email", "courriel du contact", "email", "courriel"},
    [MANDATE] = {"engagement", "mandate", "mandat", "project", "projet", "dossier", "project name"},
    [NOTE] = {"note", "notes", "memo", "memo description", "description", "libelle", "commentaire", "comment",
	"details", "subject", "sujet", "objet", "task", "tache"},
};

/* Words for one thing; the last has none. */
struct word {
	const char *said, *means;
};

static const struct word kinds[] = {{"revenue", "revenue"}, {"revenu", "revenue"}, {"invoice", "revenue"},
    {"facture", "revenue"}, {"payment", "revenue"}, {"paiement", "revenue"}, {"sale", "revenue"},
    {"vente", "revenue"}, {"income", "revenue"}, {"encaissement", "revenue"}, {"acompte", "revenue"},
    {"hours", "hours"}, {"heures", "hours"}, {"time", "hours"}, {"temps", "hours"},
    {"extra hours", "extra_hours"}, {"heures supplementaires", "extra_hours"},
    {"heures hors entente", "extra_hours"}, {"unpaid hours", "extra_hours"}, {"non billable", "extra_hours"},
    {"write off", "write_off"}, {"writeoff", "write_off"}, {"radiation", "write_off"},
    {"remise", "write_off"}, {"credit note", "write_off"}, {"avoir", "write_off"},
    {"note de credit", "write_off"}, {"other cost", "other_cost"}, {"autre cout", "other_cost"},
    {"cost", "other_cost"}, {"cout", "other_cost"}, {"expense", "other_cost"}, {"depense", "other_cost"},
    {"frais", "other_cost"}, {0}};

static const struct word directions[] = {{"in", "in"}, {"inbound", "in"}, {"incoming", "in"},
    {"received", "in"}, {"entrant", "in"}, {"recu", "in"}, {"entree", "in"}, {"out", "out"},
    {"outbound", "out"}, {"outgoing", "out"}, {"placed", "out"}, {"sortant", "out"}, {"emis", "out"},
    {"sortie", "out"}, {"both", "both"}, {"missed", "missed"}, {"manque", "missed"}, {0}};

/* Nobody spoke. */
static const struct word outcomes[] = {{"missed", "missed"}, {"no answer", "missed"}, {"busy", "missed"},
    {"failed", "missed"}, {"voicemail", "missed"}, {"manque", "missed"}, {"sans reponse", "missed"},
    {"occupe", "missed"}, {"echec", "missed"}, {"messagerie", "missed"}, {"no", "missed"}, {"non", "missed"},
    {0}};

struct sheet {
	struct arena *a;
	const struct csv *csv;
	enum lang lang;
	struct columns columns[FIELDS];
	enum day_order order;
};

static const char *meaning(const struct sheet *s, const struct word *words, const char *cell)
{
	const char *folded = cell ? text_fold(s->a, cell) : "";
	for (; words->said; words++)
		if (strcmp(words->said, folded) == 0)
			return words->means;
	return NULL;
}

static const char *cell_of(const struct sheet *s, const struct csv_row *row, enum field f)
{
	return columns_cell(&s->columns[f], row);
}

int books_heads(const char *const *folded, int columns)
{
	int known = 0;

	for (int f = 0; f < FIELDS; f++)
		known += columns_any(headers[f], folded, columns);
	return known;
}

/* ---- days ------------------------------------------------------------------------- */

/* "13/2/2027" tells of all of them that the day comes first. */
static enum day_order order_told(const struct sheet *s)
{
	struct written_day d;

	for (int i = 0; i < s->csv->rows; i++) {
		const char *cell = cell_of(s, &s->csv->row[i], DAY);
		if (!cell || !figures_day(cell, &d) || d.year_first)
			continue;
		if (d.part[0] > 12)
			return DAY_FIRST;
		if (d.part[1] > 12)
			return MONTH_FIRST;
	}
	return s->lang == LANG_FR ? DAY_FIRST : MONTH_FIRST;
}

static struct sheet open_sheet(struct arena *a, const struct csv *c, enum lang lang)
{
	struct sheet s = {.a = a, .csv = c, .lang = lang};

	for (int f = 0; f < FIELDS; f++)
		s.columns[f] = columns_find(c, headers[f]);
	s.order = order_told(&s);
	return s;
}

static const char *shown(const struct sheet *s, const char *cell)
{
	return text_short(s->a, cell, 60);
}

/* Its day, and what the cell says after it. */
static const char *read_day(
    const struct sheet *s, const struct csv_row *row, const char **ret_rest, const char **why)
{
	struct written_day d;
	const char *cell = cell_of(s, row, DAY);
	const char *on = cell && figures_day(cell, &d) ? figures_iso(s->a, &d, s->order) : NULL;

	if (!cell)
		*why = tr(s->lang, N_("This row has no date."));
	else if (!on)
		*why = arena_printf(s->a, tr(s->lang, N_("“%s” is not a date.")), shown(s, cell));
	*ret_rest = on ? d.rest : "";
	return on;
}

/* ---- figures ------------------------------------------------------------------------ */

static bool read_amount(const struct sheet *s, const struct csv_row *row, struct booked *b, const char **why)
{
	const char *cell = cell_of(s, row, AMOUNT);

	if (cell && !figures_cents(cell, &b->cents))
		*why = arena_printf(s->a, tr(s->lang, N_("“%s” is not an amount.")), shown(s, cell));
	return !*why;
}

static bool read_time(
    const struct sheet *s, const struct csv_row *row, bool of_a_call, struct booked *b, const char **why)
{
	const struct {
		enum field f;
		int64_t unit;
	} ways[] = {{HOURS, 3600}, {MINUTES, 60}, {SECONDS, 1}, {DURATION, of_a_call ? 60 : 3600}};

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		const char *cell = cell_of(s, row, ways[i].f);
		int64_t seconds;
		if (!cell)
			continue;
		if (!figures_seconds(cell, ways[i].unit, of_a_call, &seconds)) {
			*why = arena_printf(
			    s->a, tr(s->lang, N_("“%s” is not a length of time.")), shown(s, cell));
			return false;
		}
		/* A minute begun is a minute of a call. */
		b->minutes = of_a_call ? (seconds + 59) / 60 : (seconds + 30) / 60;
		return true;
	}
	return true;
}

/* ---- a line of the ledger ----------------------------------------------------------- */

static bool is_time(const char *kind)
{
	return strcmp(kind, "hours") == 0 || strcmp(kind, "extra_hours") == 0;
}

/* What it is of: said, or plain from which figure it has. */
static void read_kind(const struct sheet *s, const struct csv_row *row, struct booked *b, const char **why)
{
	const char *cell = cell_of(s, row, KIND);

	b->kind = meaning(s, kinds, cell);
	if (cell && !b->kind) {
		*why = arena_printf(s->a,
		    tr(s->lang,
			N_("“%s” is no kind of line: revenue, hours, extra hours, write-off, other cost.")),
		    shown(s, cell));
		return;
	}
	bool money = b->cents != NOT_SAID, time = b->minutes != NOT_SAID;
	if (!b->kind && money && time)
		*why = tr(s->lang, N_("This row has an amount and a time, and does not say which it is of."));
	else if (!b->kind)
		b->kind = time ? "hours" : "revenue";
	if (*why)
		return;
	if (is_time(b->kind) ? !time : !money)
		*why = tr(
		    s->lang, is_time(b->kind) ? N_("This row has no time.") : N_("This row has no amount."));
	if (is_time(b->kind))
		b->cents = NOT_SAID;
	else
		b->minutes = NOT_SAID;
}

static struct told line_of(const struct sheet *s, const struct csv_row *row)
{
	struct booked *b = ARENA_NEW(s->a, struct booked);

	*b = (struct booked){.cents = NOT_SAID, .minutes = NOT_SAID, .mandate = cell_of(s, row, MANDATE)};
	return (struct told){.line = row->line,
	    .company = cell_of(s, row, CLIENT),
	    .note = cell_of(s, row, NOTE),
	    .booked = b,
	    .raw = row->raw,
	    .why_not = row->why_not ? tr(s->lang, row->why_not) : NULL};
}

static struct told read_line(const struct sheet *s, const struct csv_row *row)
{
	struct told t = line_of(s, row);
	struct booked *b = t.booked;
	const char *rest;

	t.name = t.company ? t.company : "";
	if (!t.why_not)
		b->on = read_day(s, row, &rest, &t.why_not);
	if (!t.why_not && read_amount(s, row, b, &t.why_not) && read_time(s, row, false, b, &t.why_not))
		read_kind(s, row, b, &t.why_not);
	return t;
}

/* ---- a call --------------------------------------------------------------------------- */

static void read_when(const struct sheet *s, const struct csv_row *row, struct booked *b, const char **why)
{
	const char *rest, *on = read_day(s, row, &rest, why), *cell = cell_of(s, row, HOUR);
	const char *hour = !on     ? NULL
			   : *rest ? figures_hour(s->a, rest)
			   : cell  ? figures_hour(s->a, cell)
				   : NULL;

	if (on && !hour)
		*why = tr(s->lang, N_("This row does not say at what time."));
	else if (on)
		b->at = arena_printf(s->a, "%s%s", on, hour);
}

static bool was_missed(const struct sheet *s, const struct csv_row *row, const struct booked *b)
{
	const char *outcome = meaning(s, outcomes, cell_of(s, row, OUTCOME));

	return outcome || b->minutes == 0 || (b->direction && strcmp(b->direction, "missed") == 0);
}

/* Who rang and who was rung: which of them is the client's is not for the file to say. */
static void read_numbers(const struct sheet *s, const struct csv_row *row, struct booked *b)
{
	const struct columns *columns = &s->columns[NUMBER];

	for (int i = 0; i < columns->n && b->nnumbers < NUMBERS_MAX; i++) {
		const char *number = reading_phone(s->a, row->cell[columns->at[i]]);
		if (number)
			b->number[b->nnumbers++] = number;
	}
}

static struct told read_call(const struct sheet *s, const struct csv_row *row)
{
	struct told t = line_of(s, row);
	struct booked *b = t.booked;
	const char *email = cell_of(s, row, EMAIL);

	read_numbers(s, row, b);
	for (int i = 0; i < b->nnumbers; i++)
		reached_add(&t.phones, b->number[i], NULL, 0);
	email = email ? reading_email(s->a, email) : NULL;
	if (email)
		reached_add(&t.emails, email, NULL, 0);
	t.name = cell_of(s, row, PERSON);
	b->direction = meaning(s, directions, cell_of(s, row, DIRECTION));
	if (!t.why_not && read_time(s, row, true, b, &t.why_not))
		read_when(s, row, b, &t.why_not);
	if (!t.why_not && was_missed(s, row, b))
		t.why_not = tr(s->lang, N_("Nobody answered: it was no exchange."));
	if (!b->direction)
		b->direction = "both";
	if (!t.name)
		t.name = t.company ? t.company : b->nnumbers ? b->number[0] : "";
	return t;
}

/* ---- tables ------------------------------------------------------------------------------ */

static bool lacks(const struct sheet *s, const char *english, char error[PEOPLE_ERROR])
{
	snprintf(error, PEOPLE_ERROR, "%s", tr(s->lang, english));
	return false;
}

static bool rows_read(const struct sheet *s,
    struct told (*read)(const struct sheet *, const struct csv_row *), struct told_rows *ret)
{
	*ret = (struct told_rows){.n = s->csv->rows, .row = ARENA_ARRAY(s->a, struct told, s->csv->rows)};
	for (int i = 0; i < s->csv->rows; i++)
		ret->row[i] = read(s, &s->csv->row[i]);
	return true;
}

bool books_ledger(
    struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret, char error[PEOPLE_ERROR])
{
	const struct sheet s = open_sheet(a, c, lang);

	if (!s.columns[DAY].n)
		return lacks(&s, N_("No column of this file is headed as a date."), error);
	if (!s.columns[AMOUNT].n && !s.columns[HOURS].n && !s.columns[MINUTES].n && !s.columns[DURATION].n)
		return lacks(&s, N_("No column of this file is headed as an amount or as hours."), error);
	return rows_read(&s, read_line, ret);
}

bool books_calls(
    struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret, char error[PEOPLE_ERROR])
{
	const struct sheet s = open_sheet(a, c, lang);

	if (!s.columns[DAY].n)
		return lacks(&s, N_("No column of this file is headed as a date."), error);
	if (!s.columns[CLIENT].n && !s.columns[NUMBER].n && !s.columns[EMAIL].n)
		return lacks(&s,
		    N_("No column of this file is headed as a client, a telephone number or an e-mail "
		       "address."),
		    error);
	return rows_read(&s, read_call, ret);
}
