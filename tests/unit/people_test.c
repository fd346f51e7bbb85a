/* Contacts and clients as other programs export them. */
#include "feed/people.h"

#include "tap.h"

static struct arena *arena;
static char error[PEOPLE_ERROR];

static struct csv table(const char *bytes, size_t n)
{
	const struct csv_way way = {.heads = people_heads};
	struct csv c = {0};

	arena_free(arena);
	arena = arena_new();
	error[0] = '\0';
	ok(csv_read(arena, bytes, n, &way, &c, error), "it is CSV");
	return c;
}

static struct told_rows contacts(const char *text)
{
	struct csv c = table(text, strlen(text));
	struct told_rows rows = {0};

	people_contacts(arena, &c, LANG_EN, &rows, error);
	return rows;
}

static const char *file(const char *path)
{
	static char bytes[64 * 1024];
	FILE *f = fopen(path, "rb");
	size_t n = f ? fread(bytes, 1, sizeof bytes - 1, f) : 0;

	if (f)
		fclose(f);
	bytes[n] = '\0';
	return bytes;
}

static struct told_rows contacts_file(const char *path)
{
	return contacts(file(path));
}

/* The one contact of a file. */
static struct told contact(const char *text)
{
	struct told_rows rows = contacts(text);

	is_text(error, "", "it is read");
	return rows.n ? rows.row[0] : (struct told){0};
}

static struct told_rows clients(const char *text)
{
	struct csv c = table(text, strlen(text));
	struct told_rows rows = {0};

	people_clients(arena, &c, LANG_EN, &rows, error);
	return rows;
}

TEST(french_excel)
{
	struct told_rows p = contacts_file("tests/data/contacts_excel.csv");

	if (!is_int(p.n, 5, "rows"))
		return;
	is_text(p.row[0].name, "Hélène Côté", "first and last name");
	is_text(p.row[0].email, "helene.cote@oeufs.example", "address in lower case");
	is_text(p.row[0].phone, "514 555-0101", "telephone");
	is_text(p.row[0].company, "Les Œufs d’Émile", "company");
	is_text(p.row[0].lang, "fr", "language");
	is_text(p.row[0].note, "Préfère l’après-midi;\nappeler avant", "note");
	ok(!p.row[0].why_not, "can be imported");
	is_text(p.row[1].lang, "en", "anglais");
	is_int(p.row[1].line, 4, "the line after a note of two");
	is_text(p.row[2].why_not, "“anouk(a)forge.example” is not an e-mail address.", "a bad address");
	is_text(p.row[3].why_not, "This row has no name.", "no name");
	is_text(p.row[4].why_not, "helene.cote@oeufs.example is already on line 2.", "the same address");
	is_text(p.row[3].raw, ";;Sans Nom inc.;info@sansnom.example;;;", "as it was");
}

TEST(google)
{
	struct told_rows p = contacts_file("tests/data/contacts_google.csv");

	if (!is_int(p.n, 2, "rows"))
		return;
	is_text(p.row[0].email, "ines@clair.example", "the address whose label is starred");
	is_text(p.row[0].phone, "514 555-0110", "the first of two in a cell");
	is_text(p.row[0].company, "Studio Clair", "organization");
	is_text(p.row[1].name, "Paul B. Roy", "three parts of a name");
	is_text(p.row[1].email, "paul@roy.example", "the starred one of two in a cell");
	is_text(p.row[1].note, "* met in May", "a star in a note means nothing");
	struct told old = contact("Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,"
				  "Organization 1 - Name\nDr Zoe Roy,Zoe,Roy,*,z@r.example,Roy inc.\n");
	is_text(old.name, "Dr Zoe Roy", "the whole name of the old export");
	is_text(old.email, "z@r.example", "its address");
	is_text(old.company, "Roy inc.", "its organization");
}

TEST(hubspot)
{
	struct told p = contact("Record ID,First Name,Last Name,Email,Phone Number,Lead Status,"
				"Create Date,Associated Company,Country/Region,Contact owner\n"
				"1,Zoe,Roy,z@r.example,514 555-0100,,,Acme,,Lea@firm.example\n");

	is_text(p.name, "Zoe Roy", "name");
	is_text(p.phone, "514 555-0100", "phone");
	is_text(p.company, "Acme", "company");
	is_text(p.owner_email, "lea@firm.example", "owner");
}

TEST(pipedrive)
{
	struct told p = contact(
	    "Person - Name,Person - Email,Person - Phone,Organization - Name,Person - Note,Person - Owner\n"
	    "Zoe Roy,\"bad, z@r.example\",514 555-0100,Acme,hello,Lea Roy\n");

	is_text(p.name, "Zoe Roy", "name");
	is_text(p.email, "z@r.example", "the first of several that is one");
	is_text(p.company, "Acme", "organization");
	is_text(p.note, "hello", "note");
	ok(!p.owner_email, "an owner by name is nobody we know");
}

TEST(outlook)
{
	struct told en = contact("First Name,Middle Name,Last Name,Company,Business Fax,Business Phone,"
				 "Mobile Phone,E-mail Address,E-mail 2 Address,Language,Notes\n"
				 "Zoe,,Roy,Acme,1,,514 555-0100,,z@r.example,English,n\n");
	is_text(en.name, "Zoe Roy", "English: name");
	is_text(en.email, "z@r.example", "English: the second address when the first is empty");
	is_text(en.phone, "514 555-0100", "English: the mobile phone, not the fax");
	is_text(en.lang, "en", "English: language");
	struct told fr =
	    contact("Prénom,Deuxième prénom,Nom,Société,Télécopie (bureau),Téléphone (bureau),Tél. mobile,"
		    "Adresse de messagerie\nZoé,,Roy,Acmé,111,222,333,z@r.example\n");
	is_text(fr.name, "Zoé Roy", "French: name");
	is_text(fr.company, "Acmé", "French: company");
	is_text(fr.phone, "222", "French: telephone");
	is_text(fr.email, "z@r.example", "French: address");
	struct told de =
	    contact("Vorname,Weitere Vornamen,Nachname,Firma,Fax geschäftlich,Telefon geschäftlich,"
		    "E-Mail-Adresse,Notizen\nZoe,,Roy,Acme,111,222,z@r.example,n\n");
	is_text(de.name, "Zoe Roy", "German: name");
	is_text(de.company, "Acme", "German: company");
	is_text(de.phone, "222", "German: telephone");
	is_text(de.note, "n", "German: note");
}

TEST(other_programs)
{
	struct told espo = contact("name,firstName,lastName,accountName,emailAddress,phoneNumberOffice,"
				   "phoneNumberHome\nZoe Roy,Zoe,Roy,Acme,z@r.example,,514 555-0100\n");
	is_text(espo.name, "Zoe Roy", "EspoCRM: name");
	is_text(espo.company, "Acme", "EspoCRM: account");
	is_text(espo.phone, "514 555-0100", "EspoCRM: phone");
	struct told twenty =
	    contact("Name / First Name,Name / Last Name,Emails / Primary Email,Phones / Primary Phone Number,"
		    "Company / Name\nZoe,Roy,z@r.example,514 555-0100,Acme\n");
	is_text(twenty.name, "Zoe Roy", "Twenty: name");
	is_text(twenty.email, "z@r.example", "Twenty: address");
	is_text(twenty.phone, "514 555-0100", "Twenty: phone");
	is_text(twenty.company, "Acme", "Twenty: company");
	struct told atomic = contact("first_name,last_name,background,company_name,sales,email_work,"
				     "email_home,email_other,phone_work,phone_home\n"
				     "Zoe,Roy,b,Acme,Jane Doe,,,z@r.example,,514 555-0100\n");
	is_text(atomic.name, "Zoe Roy", "Atomic CRM: name");
	is_text(atomic.email, "z@r.example", "Atomic CRM: the only address of three");
	is_text(atomic.phone, "514 555-0100", "Atomic CRM: the only phone of two");
	is_text(atomic.company, "Acme", "Atomic CRM: company");
	ok(!atomic.owner_email, "Atomic CRM: no owner's address");
}

TEST(plain_headers)
{
	struct told p = contact("NOM;Courriel;Client;Responsable\nZoé Roy;z@r.example;Acmé;l@f.example\n");
	is_text(p.name, "Zoé Roy", "a name in one column");
	is_text(p.company, "Acmé", "its client");
	is_text(p.owner_email, "l@f.example", "its responsible");
	is_text(contact("First name,Name,Mail\nZoe,Roy,z@r.example\n").name, "Zoe Roy",
	    "beside a first name, a name is the last one");
}

TEST(contacts_refused)
{
	struct told_rows p = contacts("name,email\nZoe,\nBob,b@b.example,x\n");
	is_text(p.row[0].why_not, "This row has no e-mail address.", "no address");
	is_text(p.row[1].why_not, "This row has more cells than the header line.", "what the CSV says of it");
	contacts("foo,email\na,b\n");
	is_text(error,
	    "No column of this file is headed as a name: line 1 was taken for the heading, and says “foo, "
	    "email”.",
	    "no column for names, and what was read");
	contacts("name,phone\na,b\n");
	is_text(error,
	    "No column of this file is headed as an e-mail address: line 1 was taken for the heading, and "
	    "says “name, phone”.",
	    "none for addresses");
	is_int(contacts("name,email\n").n, 0, "a file without rows has no contacts");
	p = contacts("name,email\nA,x\nB,x\nC,c@c.example\n,c@c.example\nD,c@c.example\n");
	is_text(p.row[4].why_not, "c@c.example is already on line 4.", "only rows that count come before");
}

TEST(client_rows)
{
	struct told_rows c =
	    clients("Client,Type,Langue,Référé par,Responsable\nForge du Nord,Interne,fr,Zoé,l@f.example\n"
		    "Acme,Customer,English,,Lea\nFORGE DU NORD,,,,\n,,fr,,\n");

	if (!is_int(c.n, 4, "rows"))
		return;
	is_text(c.row[0].name, "Forge du Nord", "name");
	is_text(c.row[0].kind, "internal", "kind");
	is_text(c.row[0].lang, "fr", "language");
	is_text(c.row[0].referred_by, "Zoé", "who referred it");
	is_text(c.row[0].owner_email, "l@f.example", "owner");
	is_text(c.row[1].kind, "external", "any other kind");
	ok(!c.row[1].owner_email, "an owner by name");
	is_text(c.row[2].why_not, "FORGE DU NORD is already on line 2.", "the same name");
	ok(!c.row[2].kind, "no kind said");
	is_text(c.row[3].why_not, "This row has no name.", "no name");
	is_text(clients("Name\nAcme\n").row[0].name, "Acme", "a plain name");
	is_text(clients("Prénom;Nom\nZoé;Roy\n").row[0].name, "Zoé Roy", "a person");
	clients("email\na@b.example\n");
	is_text(error,
	    "No column of this file is headed as a name: line 1 was taken for the heading, and says “email”.",
	    "no column for names");
}

TEST(what_names_no_company)
{
	struct told_rows p = contacts_file("tests/data/companies_none.csv");

	is_int(p.n, 9, "rows");
	for (int i = 0; i < p.n; i++)
		ok(!p.row[i].company, "a placeholder names no company");
	is_text(clients("Nom,Société\nZoé Roy,N/A\n").row[0].name, "Zoé Roy", "so the client is the person");
	is_text(clients("Nom\n★\n").row[0].name, "★", "a sign may be a name");
	is_text(clients("Nom\n…\n").row[0].why_not, "This row has no name.", "dots are none");
}

TEST(companies_that_are_not_the_same)
{
	struct told_rows c = clients("Nom\nMüller\nMuller\nC++\nC#\nMU\u0308LLER\n müller \n");

	for (int i = 0; i < 4; i++)
		ok(!c.row[i].why_not, "accents and signs make another firm");
	is_text(c.row[4].why_not, "MU\u0308LLER is already on line 2.",
	    "case does not, nor how an accent is coded");
	is_text(c.row[5].why_not, "müller is already on line 2.", "nor blanks");
}

TEST(phones_from_a_spreadsheet)
{
	struct told_rows p = contacts_file("tests/data/phones_excel.csv");

	if (!is_int(p.n, 9, "rows"))
		return;
	ok(!p.row[0].phone, "4.18556E+09 has lost its last digits");
	is_text(p.row[0].left_out, "“4.18556E+09” is no number that can be rung: it was left out.",
	    "which is said");
	ok(!p.row[0].why_not, "and keeps nobody out");
	is_text(p.row[1].phone, "0418555010", "unwrapped of =\"…\"");
	is_text(p.row[2].phone, "+33123456789", "and of its apostrophe");
	is_text(p.row[3].phone, "+33 1 23 45 67 89", "as it was written");
	for (int i = 4; i <= 6; i++)
		ok(!p.row[i].phone && p.row[i].left_out, "4,18556E+09, #N/A and 0 are left out");
	is_text(p.row[7].phone, "555-0101 / 555-0102", "two numbers are kept as they are written");
	ok(!p.row[8].phone && !p.row[8].left_out, "nothing is nothing");
}

TEST(a_fax_is_no_phone)
{
	struct told_rows p = contacts_file("tests/data/contacts_fax.csv");

	is_text(p.row[0].phone, "418 555 0100", "the other one, though the fax is starred");
	ok(!p.row[1].phone, "none where there is only a fax");
}

TEST(kinds_of_clients)
{
	struct told_rows c = clients(file("tests/data/clients_kinds.csv"));
	static const char *const kinds[] = {"external", "internal", "external", "internal", "external"};

	for (int i = 0; i < c.n; i++)
		is_text(c.row[i].kind, kinds[i], c.row[i].name);
}

TEST(mail_addresses)
{
	struct told_rows p = contacts_file("tests/data/contacts_mails.csv");
	static const char *const read[] = {"info@müller.example", "c@x.example", "d@x.example", "g@x.example",
	    "h@x.example", "i@x.example", "p@x.example", "f@x.example", "m@xn--mller-kva.example"};

	if (!is_int(p.n, 13, "rows"))
		return;
	for (int i = 0; i < 9; i++)
		is_text(p.row[i].email, read[i], "is read");
	for (int i = 9; i < 13; i++)
		ok(p.row[i].why_not && !p.row[i].email, "is no address, nor half of one");
}

TEST(above_the_heading)
{
	struct told_rows p = contacts_file("tests/data/contacts_sep.csv");
	is_text(p.row[0].name, "Jean Noël, fils", "sep=; says what stands between cells");
	is_int(p.row[0].line, 3, "and is a line");
	p = contacts_file("tests/data/contacts_title.csv");
	is_int(p.n, 1, "a title is passed over");
	is_text(p.row[0].company, "Café Lune", "down to the line that heads columns");
	p = clients("Liste des clients\n\nNom\nAcme\n");
	is_text(p.row[0].name, "Acme", "of one column too");
	p = contacts("Contact\nNom,Courriel,Société\nZoé,z@x.example,Acme\n");
	is_text(p.row[0].name, "Zoé", "though the title could head one");
	contacts("Rapport\nFoo,Courriel\na,b\n");
	is_text(error,
	    "No column of this file is headed as a name: line 1 was taken for the heading, and says "
	    "“Rapport”.",
	    "what was taken for the heading is said");
}

TEST(letters_that_were_lost)
{
	struct told_rows p =
	    contacts("Nom,Courriel,Société,Notes\nH\ufffdl\ufffdne,h@x.example,X,\nA,a@x.example,X,\ufffd\n");
	is_text(p.row[0].why_not, "“H\ufffdl\ufffdne” has letters that were lost when this file was written.",
	    "are not kept");
	ok(!p.row[1].why_not, "but where nothing is kept of them");
}

TEST_MAIN()
