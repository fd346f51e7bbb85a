/* How a file of rules declares its kind: the members and the rows that come from one
 * list of fields, and the functions of one expression that the rows name.  What each
 * is for is said in kind.h, which includes this. */
#ifndef RECORD_DECLARE_H
#define RECORD_DECLARE_H

/* What every kind's row begins with: KIND(promise, "promises", KIND_PROMISE). */
#define KIND(kind_, plural_, number_) \
	.name = #kind_, .plural = plural_, .number = number_, .size = sizeof(struct kind_), \
	.fields = kind_##_fields

/* ---- lists that end with an empty row ------------------------------------ */

#define CHOICE(name_, text_) \
	{ \
		.name = name_, .text = text_ \
	}
#define CHOICES(...) ((const struct choice[]){__VA_ARGS__, {0}})
#define GUARDS(...) ((const struct guard[]){__VA_ARGS__, {0}})
#define LEANS(...) ((const struct leaning[]){__VA_ARGS__, {0}})

/* ---- fields and inputs ---------------------------------------------------- */

/* From a list of fields F(S, type, name, label, …): the members of the struct S and
 * the rows of its table. */
#define FIELD_MEMBER(S, type, name, ...) AS_##type(const char *name;, int64_t name;, )
#define FIELD_ROW(S, type_, name_, label_, ...) \
	{.name = #name_, \
	    .label = label_, \
	    .type = FT_##type_, \
	    .offset = AS_##type_(offsetof(S, name_), offsetof(S, name_), 0), \
	    __VA_ARGS__},
/* Which of three goes with a type: a text in C, a number, or nothing stored. */
#define AS_text(text, number, none) text
#define AS_longtext(text, number, none) text
#define AS_ref(text, number, none) number
#define AS_link(text, number, none) number
#define AS_flag(text, number, none) number
#define AS_choice(text, number, none) number
#define AS_instant(text, number, none) number
#define AS_date(text, number, none) number
#define AS_number(text, number, none) number
#define AS_refs(text, number, none) text
#define AS_words(text, number, none) text
#define AS_json(text, number, none) text
#define AS_derived(text, number, none) none

#define INPUTS(S) .inputs = S##_fields, .input_size = sizeof(struct S)
/* The struct that inputs are read into, and their rows, from their list. */
#define INPUTS_OF(S, LIST) \
	struct S { \
		LIST(FIELD_MEMBER, _) \
	}; \
	static const struct field S##_fields[] = {LIST(FIELD_ROW, struct S){0}}

/* ---- functions of one expression ------------------------------------------- */

/* Who uses one says whether it is static, and ends it with a semicolon, which would
 * be a stray one after a function's brace: `struct act` is there to be ended by it.
 *
 * A field's functions that are one expression over the record, called `var`, and c:
 * whether something holds of it, and what is derived, written to `out`. */
#define HOLDS(name_, kind_, var, ...) \
	bool name_(const struct ctx *c __attribute__((unused)), const void *rec_) \
	{ \
		const struct kind_ *var = rec_; \
		return __VA_ARGS__; \
	} \
	struct act
#define DERIVED(name_, kind_, var, ...) \
	void name_(const struct ctx *c __attribute__((unused)), const void *rec_, struct jw *out) \
	{ \
		const struct kind_ *var = rec_; \
		__VA_ARGS__; \
	} \
	struct act

/* The record of a change under way, and its inputs. */
#define REC(a, kind_) ((struct kind_ *)(a)->rec)
#define IN(a, S) ((const struct S *)(a)->in)
/* A guard that is one condition: static GUARD(is_told, REC(a, matter)->told_at != 0); */
#define GUARD(name_, ...) \
	bool name_(struct act *a) \
	{ \
		return __VA_ARGS__; \
	} \
	struct act

#endif
