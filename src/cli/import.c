/* entente import csv and import vcard: reading the file, telling what came of
 * it, and keeping what was skipped so that it can be mended and taken in
 * again. */
#include "cli/import.h"

#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "feed/books.h"
#include "feed/vcard.h"

#define FILE_MAX (33 << 20) /* a little more than the readers take, so that they say it */
#define SHOWN_MAX 5

/* ---- reading ------------------------------------------------------------ */

static bool file_read(const char *path, struct buf *ret, char error[256])
{
	FILE *f = fopen(path, "rb");
	char piece[16384];
	size_t n;
	*ret = (struct buf){.max = FILE_MAX};
	while (f && (n = fread(piece, 1, sizeof piece, f)) > 0 && !ret->failed)
		buf_add(ret, piece, n);
	bool read = f && !ferror(f);
	if (f)
		fclose(f);
	if (!read || ret->failed)
		snprintf(error, 256, "%.200s %s", path, read ? "is larger than 32 MB" : "cannot be read");
	return read && !ret->failed;
}

static void take_cards(struct import *im, const struct cards *cards, enum lang lang)
{
	im->rows.n = cards->n;
	im->rows.row = ARENA_ARRAY(im->arena, struct told, cards->n + 1);
	for (int i = 0; i < cards->n; i++) {
		const struct card *k = &cards->card[i];
		im->rows.row[i] = (struct told){.line = k->line,
		    .name = k->name,
		    .emails = k->emails,
		    .phones = k->phones,
		    .company = k->org,
		    .lang = k->lang,
		    .raw = k->raw};
		if (k->no_phone)
			im->rows.row[i].left_out = phone_left_out(im->arena, lang, k->no_phone);
		if (k->why_not)
			im->rows.row[i].why_not = tr(lang, k->why_not);
		else if (k->no_email)
			im->rows.row[i].why_not = email_not_read(im->arena, lang, k->no_email);
	}
}

/* ---- telling ------------------------------------------------------------ */

static void booked_print(const struct told *row)
{
	const struct booked *b = row->booked;
	printf("line %d: %s, %s", row->line, row->name, b->at ? b->at : b->on);
	if (b->kind)
		printf(", %s", b->kind);
	if (b->cents != NOT_SAID)
		printf(", %" PRId64 ".%02d", b->cents / 100, (int)(b->cents % 100));
	if (b->minutes != NOT_SAID)
		printf(", %" PRId64 " min", b->minutes);
	if (b->at)
		printf(", %s", b->direction);
	putchar('\n');
}

static void row_print(const struct told *row)
{
	if (row->booked) {
		booked_print(row);
		return;
	}
	const struct {
		const char *before, *text;
	} said[] = {{", of ", row->company}, {", introduced by ", row->referred_by},
	    {", in charge: ", row->owner_email}, {", in ", row->lang}};
	printf("line %d: %s", row->line, row->name);
	for (int i = 0; i < row->emails.n; i++)
		printf(" <%s>", row->emails.at[i].text);
	for (int i = 0; i < row->phones.n; i++)
		printf(", %s", row->phones.at[i].text);
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (said[i].text)
			printf("%s%s", said[i].before, said[i].text);
	putchar('\n');
}

/* What of the rows taken in was not. */
static void left_out_print(FILE *to, const struct import *im, int most)
{
	int n = 0;
	for (int i = 0; i < im->rows.n; i++) {
		const struct told *row = &im->rows.row[i];
		if (!row->why_not && row->left_out && n++ < most)
			fprintf(to, "line %d: %s\n", row->line, row->left_out);
	}
	if (n > most)
		fprintf(to, "… and %d more like it\n", n - most);
}

/* Which line gives the columns their names, where something stands above it. */
static void heading_print(FILE *to, const struct import *im)
{
	if (!im->csv || !im->csv->passed_over)
		return;
	fprintf(to, "line %d was taken for the heading:", im->csv->header_line);
	for (int i = 0; i < im->csv->columns; i++)
		fprintf(to, "%s %s", i ? "," : "", im->csv->header[i]);
	putc('\n', to);
}

static void dry_run_print(const struct import *im)
{
	int shown = 0;
	heading_print(stdout, im);
	for (int i = 0; i < im->rows.n && shown < SHOWN_MAX; i++)
		if (!im->rows.row[i].why_not) {
			row_print(&im->rows.row[i]);
			shown++;
		}
	if (im->made > shown)
		printf("… and %d more\n", im->made - shown);
	left_out_print(stdout, im, im->rows.n);
	for (int i = 0; i < im->rows.n; i++)
		if (im->rows.row[i].why_not)
			printf("skipped, line %d: %s\n", im->rows.row[i].line, im->rows.row[i].why_not);
	printf("%d would be imported, %d skipped\n", im->made, im->skipped);
}

/* ---- what was skipped --------------------------------------------------- */

/* The reason stands first, where it moves no cell away from its column's name. */
static void skipped_row(FILE *to, const struct import *im, const struct told *row)
{
	fprintf(to, "%s%c%s\n", csv_quote(im->arena, row->why_not), im->csv->delimiter, row->raw);
}

static void skipped_card(FILE *to, const struct told *row)
{
	size_t begin = strcspn(row->raw, "\r\n"), rest = begin + strspn(row->raw + begin, "\r\n");
	fprintf(to, "%.*s\r\nX-SKIPPED:%s\r\n%s\r\n", (int)begin, row->raw, row->why_not, row->raw + rest);
}

static void skipped_print(FILE *to, const struct import *im)
{
	if (im->csv)
		fprintf(to, "skipped because%c%s\n", im->csv->delimiter, im->csv->header_raw);
	for (int i = 0; i < im->rows.n; i++) {
		const struct told *row = &im->rows.row[i];
		if (row->why_not && im->csv)
			skipped_row(to, im, row);
		else if (row->why_not)
			skipped_card(to, row);
	}
}

static bool skipped_keep(const struct import *im)
{
	const char *path = arena_printf(im->arena, "%s.skipped", im->file);
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
	/* People's names and addresses: whoever imports reads them, nobody else. */
	FILE *to = file >= 0 && fchmod(file, S_IRUSR | S_IWUSR) == 0 ? fdopen(file, "w") : NULL;
	if (to)
		skipped_print(to, im);
	else if (file >= 0)
		close(file);
	bool kept = to && !ferror(to);
	if (to && fclose(to) != 0)
		kept = false;
	if (!kept)
		fail("the import is done, but %s could not be written", path);
	return kept;
}

/* ---- the commands ------------------------------------------------------- */

static int import_tell(const struct import *im)
{
	if (im->dry_run) {
		dry_run_print(im);
		return DONE;
	}
	printf("%d imported, %d skipped\n", im->made, im->skipped);
	heading_print(stderr, im);
	left_out_print(stderr, im, SHOWN_MAX);
	if (im->id)
		fprintf(stderr, "entente import undo %" PRId64 " --db URL takes it back\n", im->id);
	return im->skipped && !skipped_keep(im) ? FAILED : DONE;
}

/* Fills the rows of an import from its file; false with one sentence. */
typedef bool rows_read(struct import *im, const struct buf *file, enum lang lang, char error[PEOPLE_ERROR]);

/* What may be taken in from a table, and what its columns are told by. */
static const struct table {
	const char *name;
	int (*heads)(const char *const *folded, int columns);
	bool (*rows)(struct arena *a, const struct csv *c, enum lang lang, struct told_rows *ret,
	    char error[PEOPLE_ERROR]);
} tables[] = {
    [OF_CONTACTS] = {"contacts", people_heads, people_contacts},
    [OF_CLIENTS] = {"clients", people_heads, people_clients},
    [OF_LEDGER] = {"ledger", books_heads, books_ledger},
    [OF_CALLS] = {"calls", books_heads, books_calls},
};
#define TABLES ((int)(sizeof tables / sizeof *tables))

static bool csv_rows(struct import *im, const struct buf *file, enum lang lang, char error[PEOPLE_ERROR])
{
	struct csv *csv = ARENA_NEW(im->arena, struct csv);
	const struct table *table = &tables[im->of];
	const struct csv_way way = {.encoding = im->encoding, .heads = table->heads};
	if (!csv_read(im->arena, file->p, file->n, &way, csv, error))
		return false;
	im->csv = csv;
	return table->rows(im->arena, csv, lang, &im->rows, error);
}

static bool card_rows(struct import *im, const struct buf *file, enum lang lang, char error[PEOPLE_ERROR])
{
	struct cards cards;
	if (!vcard_read(im->arena, file->p, file->n, im->encoding, &cards, error))
		return false;
	take_cards(im, &cards, lang);
	return true;
}

static int import_file(struct import *im, struct desk *desk, rows_read *read)
{
	char error[PEOPLE_ERROR];
	struct buf file;
	enum lang lang = desk->firm->lang;
	bool sound = file_read(im->file, &file, error) && read(im, &file, lang, error);
	buf_free(&file);
	if (!sound)
		return fail("%s", tr(lang, error));
	if (!import_run(im, desk, error))
		return fail("%s", error);
	return import_tell(im);
}

static int import_with(const struct args *args, struct import *im, rows_read *read)
{
	im->arena = arena_new();
	im->file = args->operand;
	im->client = args_text(args, "client");
	im->encoding = args_text(args, "encoding");
	im->dry_run = args_text(args, "dry-run") != NULL;
	int status = import_file(im, args->desk, read);
	arena_free(im->arena);
	return status;
}

/* TABLES: there is no such. */
static int table_named(const char *name)
{
	int i = 0;
	while (i < TABLES && strcmp(tables[i].name, name) != 0)
		i++;
	return i;
}

int import_csv_judge(const struct args *args)
{
	int of = table_named(args_text(args, "as"));
	if (of == TABLES)
		return misuse(args->command, "--as is contacts, clients, ledger or calls");
	if (of == OF_CLIENTS && args_text(args, "client"))
		return misuse(args->command, "--client is for contacts, a ledger or calls");
	return DONE;
}

int import_csv_command(const struct args *args)
{
	int of = table_named(args_text(args, "as"));
	struct import im = {.what = tables[of].name, .of = of, .responsible = args_text(args, "responsible")};
	return import_with(args, &im, csv_rows);
}

int import_vcard_command(const struct args *args)
{
	struct import im = {
	    .what = "contacts", .of = OF_CONTACTS, .responsible = args_text(args, "responsible")};
	return import_with(args, &im, card_rows);
}
