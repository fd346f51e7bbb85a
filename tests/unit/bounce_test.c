/* Letters that came back: what each kind of report says, and what is none. */
#include "tap.h"

#include <stdlib.h>

#include "base/buf.h"
#include "mail/bounce.h"
#include "mail/compose.h"

static struct arena *mem;

__attribute__((constructor)) static void world_new(void)
{
	compose_init();
	mem = arena_new();
}

__attribute__((destructor)) static void memory_free(void)
{
	arena_free(mem);
}

#define HEAD \
	"From: Mail Delivery System <MAILER-DAEMON@mx.dube.example>\nTo: bonjour@mistral.example\n" \
	"Subject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\n"
#define REPORT HEAD "Content-Type: multipart/report; report-type=delivery-status; boundary=B\n\n"
#define WORDS "--B\nContent-Type: text/plain\n\nI could not deliver it.\n"
#define STATUS "--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.dube.example\n\n"
#define READER "Final-Recipient: rfc822; Louise@dube.example\n"
#define FAILED READER "Action: failed\nStatus: 5.1.1\n"
#define RETURNED \
	"--B\nContent-Type: text/rfc822-headers\n\nSubject: s\nMessage-ID: <abc-1_2@mistral.example>\n"
#define END "--B--\n"

static struct bounce read_all(const char *mail, bool came_back, const char *what)
{
	struct bounce b;
	ok(bounce_read(mem, mail, strlen(mail), &b) == came_back, what);
	return b;
}

static bool fails(const char *block)
{
	struct bounce b;
	const char *mail = arena_printf(mem, REPORT WORDS STATUS "%s" RETURNED END, block);
	return bounce_read(mem, mail, strlen(mail), &b) && b.failed;
}

TEST(report)
{
	struct bounce b = read_all(REPORT WORDS STATUS FAILED
	    "Diagnostic-Code: smtp; 550 5.1.1 nobody\n  of that name: \xe9t\xc3\xa9\n" RETURNED END,
	    true, "it came back");
	ok(b.failed, "for good");
	is_text(b.message, "abc-1_2", "the letter");
	is_text(b.address, "Louise@dube.example", "whom it did not reach");
	is_text(b.why, "550 5.1.1 nobody   of that name: ?t??", "why, in plain letters on one line");
	b = read_all(REPORT WORDS STATUS FAILED RETURNED END, true, "without words of the server");
	is_text(b.why, "5.1.1", "its number");
}

TEST(returned)
{
	struct bounce b = read_all(REPORT WORDS STATUS FAILED
	    "--B\nContent-Type: message/rfc822\n\nMessage-ID: <whole@m>\nSubject: s\n\nHello.\n" END,
	    true, "the whole letter comes along");
	is_text(b.message, "whole", "named by its head");
	b = read_all(REPORT STATUS FAILED
	    "--B\nContent-Type: text/rfc822-headers\n"
	    "Content-Transfer-Encoding: base64\n\nTWVzc2FnZS1JRDogPGI2NEBtPgo=\n" END,
	    true, "its head, encoded");
	is_text(b.message, "b64", "is read all the same");
	b = read_all(REPORT STATUS FAILED
	    "--B\nContent-Type: message/global-headers\n\nmessage-id:\n <folded@m>\n" END,
	    true, "the head of a letter in any letters");
	is_text(b.message, "folded", "on two lines");
	b = read_all(REPORT STATUS FAILED END, true, "nothing comes along");
	ok(!b.message && b.failed, "then only the address says it");
	b = read_all(REPORT STATUS FAILED RETURNED "\nMessage-ID: <below@m>\n" END, true, "words below");
	is_text(b.message, "abc-1_2", "are no head");
}

TEST(for_good)
{
	ok(fails(READER "Action: failed\nStatus: 5.0.0\n"), "failed");
	ok(fails(READER "action:FAILED\nStatus: 4.4.7\n"), "given up after so many days");
	ok(fails(READER "Status: 5.2.1\n"), "the number alone");
	ok(!fails(READER "Action: delayed\nStatus: 4.4.1\n"), "not what is late");
	ok(!fails(READER "Action: delayed\nStatus: 5.4.1\n"), "whatever its number");
	ok(!fails(READER "Action: relayed\nStatus: 2.0.0\n") && !fails(READER "Action: delivered\n"),
	    "nor what arrived");
	ok(!fails(READER "Status: 4.2.2\n") && !fails(READER "Status: 50\n") && !fails(""),
	    "nor what is not said");
	ok(fails(READER "Action: delayed\nStatus: 4.0.0\n\n" FAILED), "one of two");
}

TEST(no_report)
{
	struct bounce b =
	    read_all("Return-Path: <>\n" HEAD "\nI'm afraid I could not.\n", true, "by its empty path");
	ok(!b.failed && !b.message, "of which nothing is known");
	read_all("Return-Path: < >\nFrom: POSTMASTER@x.example\n\nNo.\n", false, "a path that is not empty");
	read_all("return-path:<>\nFrom: postmaster\n\nNo.\n", true, "the postmaster, of no host");
	read_all(HEAD "\nNo path at all.\n", false, "no path");
	read_all("Return-Path: <>\nFrom: Paul <paul@dube.example>\n\nAway.\n", false, "a person's vacation");
	read_all("Return-Path: <>\nFrom: mailer-daemon-fan@x.example\n\nHi.\n", false, "another name");
	read_all("From: Paul <paul@dube.example>\nSubject: Catalogue\n\nBonjour.\n", false, "a letter");
	read_all(HEAD
	    "Content-Type: multipart/report; report-type=disposition-notification; boundary=B\n\n" WORDS END,
	    false, "a receipt");
	read_all(HEAD
	    "Content-Type: multipart/mixed; report-type=delivery-status; boundary=B\n\n" WORDS STATUS FAILED
		END,
	    false, "a report's name on another");
	read_all("", false, "nothing");
	read_all("From nobody Wed Mar 10 2027\n" REPORT WORDS STATUS FAILED RETURNED END, true,
	    "with its envelope");
}

/* Ends, with an answer: parts in parts, a head without end, a letter of one line. */
TEST(hostile)
{
	struct buf b = {.max = 8 << 20};
	struct bounce one;
	for (int i = 0; i < 3000; i++)
		buf_printf(&b,
		    "Content-Type: multipart/report; report-type=delivery-status; boundary=B%d\n\n--B%d\n", i,
		    i);
	ok(bounce_read(mem, b.p, b.n, &one) && !one.failed, "three thousand levels");
	buf_clear(&b);
	buf_puts(&b, REPORT);
	for (int i = 0; i < 20000; i++)
		buf_puts(&b, STATUS FAILED);
	ok(bounce_read(mem, b.p, b.n, &one) && one.failed, "twenty thousand parts");
	buf_clear(&b);
	buf_puts(&b, REPORT STATUS "Diagnostic-Code: smtp;");
	for (int i = 0; i < 100000; i++)
		buf_puts(&b, " 550 never\n");
	buf_puts(&b, "Action: failed\n" RETURNED END);
	ok(bounce_read(mem, b.p, b.n, &one) && strcmp(one.message, "abc-1_2") == 0, "a field of a megabyte");
	ok(!one.failed, "whose end is not looked at");
	buf_clear(&b);
	buf_puts(&b, REPORT STATUS READER "Action: failed\nDiagnostic-Code: ");
	for (int i = 0; i < 5000; i++)
		buf_puts(&b, "never ");
	buf_puts(&b, "\n" RETURNED END);
	ok(bounce_read(mem, b.p, b.n, &one) && one.failed, "a long reason");
	is_int((int64_t)strlen(one.why), 200, "is cut");
	static const char zeros[] = "\0\0\0From: \0\n\0\n";
	ok(!bounce_read(mem, zeros, sizeof zeros, &one), "bytes that are no text");
	buf_free(&b);
}

TEST_MAIN()
