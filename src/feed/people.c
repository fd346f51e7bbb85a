/* Contacts and clients out of a CSV.  Every program names its columns in its
 * own way: one table says which headers mean what, and a row is then read field
 * by field from whichever of these columns says something. */
#include "feed/people.h"

#include <search.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "feed/charset.h"
#include "feed/columns.h"
#include "feed/reading.h"

enum field {
	FULL_NAME,
	FIRST_NAME,
	MIDDLE_NAME,
	LAST_NAME,
	EMAIL,
	PHONE,
	COMPANY,
	LANGUAGE,
	OWNER,
	NOTE,
	REFERRED_BY,
	KIND,
	FIELDS
};

#define ALIASES_MAX 64

/* Headers as text_fold makes them, the most telling first: plain French and
 * English, HubSpot, Pipedrive ("Person - Name"), Google Contacts ("E-mail 1 -
 * Value"), Outlook in English, French and German, EspoCRM ("emailAddress"),
 * Twenty ("Emails / Primary Email"), Atomic CRM ("email_work"). */
static const char *const headers[FIELDS][ALIASES_MAX] = {
    [FULL_NAME] = {"name", "full name", "nom complet", "prenom et nom", "nom et prenom", "display name",
	"nom affiche", "anzeigename", "person name", "contact name", "nom du contact", "contact", "person",
	"personne"},
    [FIRST_NAME] = {"first name", "firstname", "given name", "prenom", "vorname", "person first name",
	"contact first name", "name first name"},
    [MIDDLE_NAME] = {"middle name", "middlename", "additional name", "deuxieme prenom", "weitere vornamen"},
    [LAST_NAME] = {"last name", "lastname", "family name", "surname", "nom de famille", "nom", "nachname",
	"person last name", "contact last name", "name last name"},
    [EMAIL] = {"email", "e mail", "email address", "e mail address", "emailaddress", "courriel",
	"adresse courriel", "adresse e mail", "adresse email", "adresse de messagerie",
	"adresse electronique", "e mail adresse", "mail", "email work", "work email", "person email",
	"person email work", "contact email", "courriel professionnel", "email professionnel",
	"courriel bureau", "e mail 1 value", "emails primary email", "primary email", "email home",
	"home email", "person email home", "courriel personnel", "email personnel", "email other",
	"person email other", "e mail 2 value", "e mail 3 value", "e mail 2 address", "e mail 3 address",
	"adresse de messagerie 2", "adresse de messagerie 3", "e mail adresse 2", "e mail adresse 3",
	"e mail 2 adresse", "e mail 3 adresse", "email 2", "courriel 2", "secondary email"},
    [PHONE] = {"phone", "phone number", "phonenumber", "telephone", "tel", "numero de telephone",
	"phone work", "work phone", "business phone", "phonenumberoffice", "person phone",
	"person phone work", "telephone bureau", "tel bureau", "telephone professionnel",
	"telefon geschaftlich", "telefon", "primary phone", "phones primary phone number",
	"telephone principal", "haupttelefon", "phone 1 value", "mobile phone number", "mobile phone",
	"phonenumbermobile", "person phone mobile", "mobile", "cell", "cell phone", "cellulaire", "portable",
	"telephone cellulaire", "telephone mobile", "tel mobile", "mobiltelefon", "phone home", "home phone",
	"phonenumberhome", "person phone home", "telephone domicile", "tel domicile", "telefon privat",
	"phone other", "person phone other", "phone 2 value", "phone 3 value", "business phone 2",
	"telephone 2 bureau", "telephone 2", "phone 2"},
    [COMPANY] = {"client", "client name", "nom du client", "company", "company name", "organization",
	"organization name", "organisation", "organisation name", "entreprise", "nom de l entreprise",
	"societe", "nom de la societe", "raison sociale", "firma", "account", "account name", "accountname",
	"compte", "nom du compte", "associated company", "primary associated company", "person organization",
	"person organisation", "organization 1 name"},
    [LANGUAGE] = {"lang", "language", "langue", "sprache", "preferred language", "langue preferee",
	"langue de correspondance"},
    [OWNER] = {"owner email", "owner", "contact owner", "company owner", "account owner", "person owner",
	"organization owner", "responsible email", "responsible", "courriel du responsable", "responsable",
	"assigned user email", "assigned user", "assignedusername", "proprietaire", "charge de compte"},
    [NOTE] = {"note", "notes", "note body", "person note", "comment", "comments", "commentaire",
	"commentaires", "remarque", "remarques", "notizen", "background", "description"},
    [REFERRED_BY] = {"referred by", "refere par", "recommended by", "recommande par", "introduced by",
	"presente par", "referral", "recommandation", "empfohlen von"},
    [KIND] = {"kind", "nature", "client type", "type de client", "type"},
};

struct sheet {
	struct arena *a;
	const struct csv *csv;
	enum lang lang;
	struct columns columns[FIELDS];
	void *seen; /* what may stand in a file only once, a tree of struct seen */
};

/* ---- columns ------------------------------------------------------------ */

static struct sheet open_sheet(struct arena *a, const struct csv *c, enum lang lang)
{
	struct sheet s = {.a = a, .csv = c, .lang = lang};

	for (int f = 0; f < FIELDS; f++)
		s.columns[f] = columns_find(c, headers[f]);
	/* "First name, Name": beside a first name alone, a name is the last one. */
	if (s.columns[FIRST_NAME].n && !s.columns[LAST_NAME].n) {
		s.columns[LAST_NAME] = s.columns[FULL_NAME];
		s.columns[FULL_NAME].n = 0;
	}
	return s;
}

int people_heads(const char *const *folded, int columns)
{
	int known = 0;

	for (int f = 0; f < FIELDS; f++)
		known += columns_any(headers[f], folded, columns);
	return known;
}

static bool has_name(const struct sheet *s)
{
	return s->columns[FULL_NAME].n || s->columns[FIRST_NAME].n || s->columns[LAST_NAME].n;
}

/* ---- cells -------------------------------------------------------------- */

/* The first column of the field that is not empty, whatever it says, or NULL. */
static const char *any_cell(const struct sheet *s, const struct csv_row *row, enum field f)
{
	const struct columns *columns = &s->columns[f];

	for (int i = 0; i < columns->n; i++)
		if (*row->cell[columns->at[i]])
			return row->cell[columns->at[i]];
	return NULL;
}

/* The first column of the field that says something, or NULL. */
static const char *first_cell(const struct sheet *s, const struct csv_row *row, enum field f)
{
	return columns_cell(&s->columns[f], row);
}

/* Google Contacts says in the cell before it what a value is, "* Work" of the main one;
 * "" where no such cell is. */
static const char *label_of(const struct sheet *s, const struct csv_row *row, int column)
{
	const char *header = s->csv->folded[column];
	size_t n = strlen(header);
	bool labelled = column > 0 && n > 6 && strcmp(header + n - 6, " value") == 0;

	return labelled ? row->cell[column - 1] : "";
}

/* A fax answers nobody. */
static bool is_fax(struct arena *a, const char *label)
{
	const char *folded = text_fold(a, label);

	return strstr(folded, "fax") || strstr(folded, "telecop");
}

/* "one ::: * the main one ::: another", and of addresses "one, another": the next, and
 * what is left; NULL after the last. */
static const char *next_value(struct arena *a, const char **rest, const char *between)
{
	const char *s = *rest, *end = s ? strstr(s, ":::") : NULL;
	size_t n = s ? strcspn(s, between) : 0;

	if (!s)
		return NULL;
	if (end && (size_t)(end - s) <= n)
		*rest = end + 3;
	else
		*rest = s[n] ? s + n + 1 : NULL;
	return text_trim(a, arena_strndup(a, s, end && (size_t)(end - s) <= n ? (size_t)(end - s) : n));
}

/* All that can be read in the columns of a field, what is marked as the main one first. */
static struct reached every_value(const struct sheet *s, const struct csv_row *row, enum field f,
    const char *(*read)(struct arena *, const char *))
{
	const struct columns *columns = &s->columns[f];
	struct reached all = {0};

	for (int i = 0; i < columns->n; i++) {
		const char *label = label_of(s, row, columns->at[i]), *rest = row->cell[columns->at[i]], *one;
		bool main = *label == '*';
		if (is_fax(s->a, label))
			continue;
		const char *said = reading_label(s->a, *label ? label : s->csv->folded[columns->at[i]]);
		while ((one = next_value(s->a, &rest, f == EMAIL ? BETWEEN_ADDRESSES : ""))) {
			bool starred = strncmp(one, "* ", 2) == 0;
			const char *value = read(s->a, starred ? one + 2 : one);
			if (value)
				reached_add(&all, value, said, !(main || starred));
		}
	}
	return all;
}

static const char *best_value(const struct sheet *s, const struct csv_row *row, enum field f,
    const char *(*read)(struct arena *, const char *))
{
	return every_value(s, row, f, read).at[0].text;
}

static const char *row_name(const struct sheet *s, const struct csv_row *row)
{
	static const enum field parts[] = {FIRST_NAME, MIDDLE_NAME, LAST_NAME};
	const char *name = first_cell(s, row, FULL_NAME);

	if (name)
		return name;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *part = first_cell(s, row, parts[i]);
		if (part)
			name = name ? arena_printf(s->a, "%s %s", name, part) : part;
	}
	return name;
}

static const char *row_lang(const struct sheet *s, const struct csv_row *row)
{
	const char *cell = first_cell(s, row, LANGUAGE);

	return cell ? reading_lang(s->a, cell) : NULL;
}

/* A colleague or a boss is an internal client; any other kind is not, as
 * "International" or "Internship partner". */
static const char *row_kind(const struct sheet *s, const struct csv_row *row)
{
	static const char *const internal[] = {
	    "internal", "interne", "intern", "internal client", "client interne", NULL};
	const char *cell = first_cell(s, row, KIND);

	if (!cell)
		return NULL;
	const char *folded = text_fold(s->a, cell);
	for (int i = 0; internal[i]; i++)
		if (strcmp(folded, internal[i]) == 0)
			return "internal";
	return "external";
}

/* ---- what may stand in a file only once --------------------------------- */

struct seen {
	const char *key;
	int line;
};

static int compare_seen(const void *a, const void *b)
{
	return strcmp(((const struct seen *)a)->key, ((const struct seen *)b)->key);
}

static void keep_seen(void *seen)
{
	(void)seen; /* it is the arena's */
}

/* The line where the key stood before, or 0. */
static int earlier_line(struct sheet *s, const char *key, int line)
{
	struct seen *seen = ARENA_NEW(s->a, struct seen);

	*seen = (struct seen){key, line};
	struct seen **first = tsearch(seen, &s->seen, compare_seen);
	return first && *first != seen ? (*first)->line : 0;
}

/* ---- rows --------------------------------------------------------------- */

const char *email_not_read(struct arena *a, enum lang lang, const char *written)
{
	return arena_printf(a, tr(lang, "“%s” is not an e-mail address."), text_short(a, written, 80));
}

/* Where an address should stand and none does; NULL: nothing does, or what says so. */
static const char *email_refused(const struct sheet *s, const struct csv_row *row)
{
	const char *cell = first_cell(s, row, EMAIL);

	return cell && reading_company(s->a, cell) ? email_not_read(s->a, s->lang, cell) : NULL;
}

/* The same person of the same client at the same address. */
static const char *person_twice(struct sheet *s, const struct told *p)
{
	const char *key = arena_printf(s->a, "%s\n%s\n%s", text_name_folded(s->a, p->name),
	    p->company ? text_name_key(s->a, p->company) : "", p->emails.at[0].text);
	int earlier = earlier_line(s, key, p->line);
	return earlier ? arena_printf(s->a, tr(s->lang, "%s is already on line %d."), p->name, earlier)
		       : NULL;
}

/* A letter that was lost before is not kept as if it were one. */
static const char *lost_letters(const struct sheet *s, const struct told *t)
{
	const char *const texts[] = {t->name, t->company, t->referred_by};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (texts[i] && strstr(texts[i], LETTER_LOST))
			return arena_printf(s->a,
			    tr(s->lang, N_("“%s” has letters that were lost when this file was written.")),
			    text_short(s->a, texts[i], 80));
	return NULL;
}

const char *phone_left_out(struct arena *a, enum lang lang, const char *written)
{
	return arena_printf(a, tr(lang, N_("“%s” is no number that can be rung: it was left out.")),
	    text_short(a, written, 80));
}

static const char *person_refused(struct sheet *s, const struct csv_row *row, const struct told *p)
{
	if (row->why_not)
		return tr(s->lang, row->why_not);
	if (!p->name)
		return tr(s->lang, "This row has no name.");
	if (lost_letters(s, p))
		return lost_letters(s, p);
	return p->emails.n ? person_twice(s, p) : email_refused(s, row);
}

static struct told read_person(struct sheet *s, const struct csv_row *row)
{
	struct told p = {
	    .line = row->line,
	    .name = row_name(s, row),
	    .emails = every_value(s, row, EMAIL, reading_email),
	    .phones = every_value(s, row, PHONE, reading_phone),
	    .company = best_value(s, row, COMPANY, reading_company),
	    .lang = row_lang(s, row),
	    .owner_email = best_value(s, row, OWNER, reading_email),
	    .note = first_cell(s, row, NOTE),
	    .raw = row->raw,
	};

	const char *phone = p.phones.n ? NULL : any_cell(s, row, PHONE);
	if (phone)
		p.left_out = phone_left_out(s->a, s->lang, phone);
	p.why_not = person_refused(s, row, &p);
	return p;
}

static const char *client_refused(struct sheet *s, const struct csv_row *row, const struct told *c)
{
	if (row->why_not)
		return tr(s->lang, row->why_not);
	if (!c->name)
		return tr(s->lang, "This row has no name.");
	if (lost_letters(s, c))
		return lost_letters(s, c);
	int earlier = earlier_line(s, text_name_key(s->a, c->name), c->line);
	return earlier ? arena_printf(s->a, tr(s->lang, "%s is already on line %d."), c->name, earlier)
		       : NULL;
}

/* A client is a company, or a person where the file knows no company. */
static struct told read_client(struct sheet *s, const struct csv_row *row)
{
	const char *company = best_value(s, row, COMPANY, reading_company);
	struct told c = {
	    .line = row->line,
	    .name = company ? company : row_name(s, row),
	    .lang = row_lang(s, row),
	    .referred_by = best_value(s, row, REFERRED_BY, reading_company),
	    .owner_email = best_value(s, row, OWNER, reading_email),
	    .kind = row_kind(s, row),
	    .raw = row->raw,
	};

	c.why_not = client_refused(s, row, &c);
	return c;
}

/* What stands in the line that was taken for the heading. */
static const char *heading_said(const struct sheet *s)
{
	const struct csv *c = s->csv;
	const char *said = "";

	for (int i = 0; i < c->columns && strlen(said) < 100; i++)
		said = arena_printf(s->a, "%s%s%s", said, i ? ", " : "", text_short(s->a, c->header[i], 25));
	return said;
}

static bool no_name(const struct sheet *s, char error[PEOPLE_ERROR])
{
	snprintf(error, PEOPLE_ERROR,
	    tr(s->lang, N_("No column of this file is headed as a name: line %d was taken for the heading, "
			   "and says “%s”.")),
	    s->csv->header_line, heading_said(s));
	return false;
}

static bool no_email(const struct sheet *s, char error[PEOPLE_ERROR])
{
	snprintf(error, PEOPLE_ERROR,
	    tr(s->lang, N_("No column of this file is headed as an e-mail address: line %d was taken for the "
			   "heading, "
			   "and says “%s”.")),
	    s->csv->header_line, heading_said(s));
	return false;
}

/* People without an address come too; a column of them that is not known to be one
 * would be lost without a word. */
static bool addresses_are_headed(const struct sheet *s)
{
	const struct csv *c = s->csv;

	for (int i = 0; i < c->rows && !s->columns[EMAIL].n; i++)
		for (int j = 0; j < c->columns; j++)
			if (!columns_are_named(headers[OWNER], c->folded[j]) &&
			    !columns_are_named(headers[NOTE], c->folded[j]) &&
			    reading_email(s->a, c->row[i].cell[j]))
				return false;
	return true;
}

bool people_contacts(
    struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret, char error[PEOPLE_ERROR])
{
	struct sheet s = open_sheet(a, c, lang);

	if (!has_name(&s))
		return no_name(&s, error);
	if (!addresses_are_headed(&s))
		return no_email(&s, error);
	*ret = (struct told_rows){.n = c->rows, .row = ARENA_ARRAY(a, struct told, c->rows)};
	for (int i = 0; i < c->rows; i++)
		ret->row[i] = read_person(&s, &c->row[i]);
	tdestroy(s.seen, keep_seen);
	return true;
}

bool people_clients(
    struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret, char error[PEOPLE_ERROR])
{
	struct sheet s = open_sheet(a, c, lang);

	if (!has_name(&s) && !s.columns[COMPANY].n)
		return no_name(&s, error);
	*ret = (struct told_rows){.n = c->rows, .row = ARENA_ARRAY(a, struct told, c->rows)};
	for (int i = 0; i < c->rows; i++)
		ret->row[i] = read_client(&s, &c->row[i]);
	tdestroy(s.seen, keep_seen);
	return true;
}
