# Entente. `make run` and `make test` are all a newcomer needs; see README.md.
# Variants of the build are folders under build/: dev, san, fuzz, clang; goals of
# several may be asked for at once.

V        ?= dev
PREFIX   ?= /usr/local
PORT     ?= 8080
SECONDS  ?= 30
PKGS     := libevent libevent_pthreads sqlite3 libpq jansson libsodium glib-2.0 gmime-3.0 libcurl
MAKEFLAGS += --no-print-directory
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += --jobs=$(shell nproc)
endif

ifeq ($(origin CC),default)
CC       := gcc
endif
WARN     := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wconversion \
            -Wno-sign-conversion -Wswitch-enum -Wformat=2 -Wundef -Werror
CFLAGS.dev   := -O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2
CFLAGS.clang := -O1 -g
CFLAGS.san   := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
CFLAGS.fuzz  := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
CC.clang     := clang
CC.fuzz      := clang
# $(call compile,VARIANT)
compile   = $(or $(CC.$1),$(CC)) -std=c17 -D_GNU_SOURCE $(WARN) $(CFLAGS.$1) -Isrc \
            $(shell pkg-config --cflags $(PKGS))
LIBS      = $(shell pkg-config --libs $(PKGS)) -lunistring -lcsv -lm -lpthread

SRC      := $(sort $(wildcard src/*/*.c)) src/routes.c
EMBEDDED := $(sort $(wildcard templates/*.html templates/*/*.html static/* demo/*.json))
UNIT     := $(patsubst tests/%.c,%,$(wildcard tests/unit/*_test.c))
REPLAY   := $(patsubst tests/fuzz/%_fuzz.c,replay/%,$(wildcard tests/fuzz/*_fuzz.c))
LINT     := $(SRC:src/%.c=build/lint/%.ok) build/lint/main.ok
# $(call checked,VARIANT): the program, and what tests its parts
checked   = $(addprefix build/$1/,entente unit/rights $(UNIT) $(REPLAY))

.PHONY: all run test quick san objections check lint fuzz bench mutants golden install clean format programs tests FORCE
.SECONDARY:
.DELETE_ON_ERROR:

all: build/entente

build/entente: build/dev/entente
	@ln -sfn dev/entente $@

programs: build/$(V)/entente
tests: $(call checked,$(V))

# -- what a bare machine lacks: Debian packages (npm's own are fetched with the page).
#    It is set up once, before anything is made, for all that is asked for: who only
#    runs the program needs no browser.
GOALS    := $(or $(MAKECMDGOALS),all)
USES     := run $(if $(filter-out all run install bench,$(GOALS)),test) $(if $(filter bench,$(GOALS)),bench)
SETUP    := $(USES:%=build/.have-%)

$(SETUP) &: tools/setup.sh tools/debian-packages
	@tools/setup.sh build $(USES)
	@mkdir -p build && touch $(SETUP)

# -- using it: a demonstration firm, kept in var/
run: build/entente
	@mkdir -p var/mail
	@[ -e var/entente.db ] || build/entente demo --db sqlite:var/entente.db >var/logins.txt || \
		{ rm -f var/entente.db*; exit 1; }
	@sed 's|127.0.0.1:8080|127.0.0.1:$(PORT)|' var/logins.txt
	@exec build/entente serve --listen 127.0.0.1:$(PORT) --db sqlite:var/entente.db --mail-dir var/mail --site http://127.0.0.1:$(PORT)

install: build/entente
	install -D -m 755 build/dev/entente $(DESTDIR)$(PREFIX)/bin/entente
	install -D -m 644 docs/entente.1 $(DESTDIR)$(PREFIX)/share/man/man1/entente.1
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/doc/entente README.md LICENSE

# -- trusting it: parsers, rules and the stories under the sanitizers, all else on the program itself
test: build/entente build/dev/unit/rights $(call checked,san)
	@tools/with-postgres.sh node tests/all.mjs build/dev build/san

# Between two edits: what says most in least time.
quick: build/entente build/dev/unit/rights $(UNIT:%=build/dev/%)
	@node tests/all.mjs build/dev build/dev "stories, SQLite" unit golden rights

san: $(call checked,san)
	@tools/with-postgres.sh node tests/all.mjs build/san build/san

fuzz: $(REPLAY:replay/%=build/fuzz/fuzz/%)
	@tools/fuzz.sh $(SECONDS)

# Judges the tests: small changes to the rules, one by one, each of which they have to see.
mutants: build/entente
	@node tests/mutants.mjs

bench: build/entente
	@tools/bench.sh build/entente 1000 100000
	@tools/bench.sh build/entente 10000 1000000

# What the program says of itself, kept in tests/golden: shows the difference, then takes it.
golden: build/entente build/dev/unit/rights
	@tools/with-postgres.sh node tests/golden.mjs build/dev/entente --renew
	@node tests/rights.mjs build/dev/entente --renew
	@node tests/word.mjs build/dev/entente --renew

check: objections $(call checked,dev) $(call checked,clang) lint

objections: | $(SETUP)
	@tools/check.sh

format: | $(SETUP)
	clang-format -i $(wildcard src/*.c src/*/*.[ch] tests/*/*.[ch])

clean:
	rm -rf build

# -- compiling, each variant in a folder of its own; a change of flags rebuilds
define variant
OBJ.$1 := $(SRC:src/%.c=build/$1/%.o) build/$1/assets.o

build/$1/flags: FORCE | $(SETUP)
	@mkdir -p $$(@D)
	@echo '$$(call compile,$1)' | cmp -s - $$@ || echo '$$(call compile,$1)' >$$@

build/$1/%.o: src/%.c build/$1/flags
	@mkdir -p $$(@D)
	@echo "  CC    $$@"
	@$$(call compile,$1) -MMD -MP -c -o $$@ $$<

build/$1/entente: build/$1/main.o $$(OBJ.$1)
	@echo "  LINK  $$@"
	@$$(call compile,$1) -o $$@ $$^ $$(LIBS)

# Everything but main(): all statements and all kinds are in every test.
build/$1/unit/%: tests/unit/%.c $$(OBJ.$1)
	@mkdir -p $$(@D)
	@echo "  TEST  $$@"
	@$$(call compile,$1) -MMD -MP -MF $$@.d -o $$@ $$< $$(OBJ.$1) $$(LIBS)

build/$1/replay/%: tests/fuzz/%_fuzz.c tests/fuzz/replay.c $$(OBJ.$1)
	@mkdir -p $$(@D)
	@echo "  TEST  $$@"
	@$$(call compile,$1) -o $$@ $$< tests/fuzz/replay.c $$(OBJ.$1) $$(LIBS)

build/$1/assets.o: $(EMBEDDED) build/page/.done build/fr.mo tools/embed.sh build/$1/flags
	@tools/embed.sh $$(@:o=S) $(EMBEDDED) build/fr.mo build/page/*
	@$$(or $$(CC.$1),$$(CC)) -c -o $$@ $$(@:o=S)
endef
$(foreach v,dev clang san fuzz,$(eval $(call variant,$v)))

FORCE:

build/fuzz/fuzz/%: tests/fuzz/%_fuzz.c $(OBJ.fuzz)
	@mkdir -p $(@D)
	@echo "  FUZZ  $@"
	@$(call compile,fuzz) -fsanitize=fuzzer -o $@ $< $(OBJ.fuzz) $(LIBS)

lint: $(LINT)
build/lint/%.ok: src/%.c .clang-tidy | $(SETUP)
	@mkdir -p $(@D)
	@echo "  LINT  $<"
	@clang-tidy --quiet $< -- -std=c17 -D_GNU_SOURCE -Isrc $(shell pkg-config --cflags $(PKGS)) 2>/dev/null
	@touch $@

# -- what is built into the program, besides templates and the demonstration
build/fr.mo: po/fr.po | $(SETUP)
	@mkdir -p $(@D)
	@msgfmt --check-format -o $@ $<

# -- fonts, styles, icons and htmx from npm, as they are served
build/page/.done: tools/page-assets.sh package-lock.json | $(SETUP)
	@tools/page-assets.sh $(@D) && touch $@

-include $(shell find build -name '*.d' 2>/dev/null)
