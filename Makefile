# Entente. `make run` and `make test` are all a newcomer needs; see README.md.
# Variants of the build are folders under build/: dev, san, fuzz, clang.

V        ?= dev
PREFIX   ?= /usr/local
PORT     ?= 8080
SECONDS  ?= 30
B        := build/$(V)
PKGS     := libevent libevent_pthreads sqlite3 libpq jansson libsodium glib-2.0 gmime-3.0 libcurl
MAKEFLAGS += --no-print-directory
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += --jobs=$(shell nproc)
endif

CC       ?= gcc
WARN     := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wconversion \
            -Wno-sign-conversion -Wswitch-enum -Wformat=2 -Wundef -Werror
CFLAGS.dev   := -O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2
CFLAGS.clang := -O1 -g
CFLAGS.san   := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
CFLAGS.fuzz  := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
CC.clang     := clang
CC.fuzz      := clang
COMPILE   = $(or $(CC.$(V)),$(CC)) -std=c17 -D_GNU_SOURCE $(WARN) $(CFLAGS.$(V)) -Isrc -I$(B) \
            $(shell pkg-config --cflags $(PKGS))
LIBS      = $(shell pkg-config --libs $(PKGS)) -lunistring -lcsv -lm -lpthread

SRC      := $(sort $(wildcard src/*/*.c))
OBJ      := $(SRC:src/%.c=$(B)/%.o) $(B)/assets.o
EMBEDDED := $(sort $(wildcard templates/*.html templates/*/*.html static/* demo/*.json))
UNIT     := $(patsubst tests/%.c,$(B)/%,$(wildcard tests/unit/*_test.c))
REPLAY   := $(patsubst tests/fuzz/%_fuzz.c,$(B)/replay/%,$(wildcard tests/fuzz/*_fuzz.c))
FUZZERS  := $(REPLAY:$(B)/replay/%=$(B)/fuzz/%)
LINT     := $(SRC:src/%.c=build/lint/%.ok) build/lint/main.ok

.PHONY: all run test san check lint fuzz bench golden install clean format programs tests fuzzers FORCE
.SECONDARY:
.DELETE_ON_ERROR:

all: build/entente

build/entente: build/.have-run FORCE
	@$(MAKE) V=dev programs
	@ln -sfn dev/entente $@

programs: $(B)/entente
tests: $(B)/entente $(UNIT) $(REPLAY)
fuzzers: $(FUZZERS)

# -- what a bare machine lacks: Debian packages (npm's own are fetched with the page)
build/.have-run: tools/setup.sh tools/debian-packages
	@tools/setup.sh build run
	@mkdir -p $(@D) && touch $@

build/.have-test: tools/setup.sh tools/debian-packages
	@tools/setup.sh build run test
	@mkdir -p $(@D) && touch $@ build/.have-run

build/.have-bench: tools/setup.sh tools/debian-packages
	@tools/setup.sh build run bench
	@mkdir -p $(@D) && touch $@

# -- using it: a demonstration firm, kept in var/
run: build/entente
	@mkdir -p var/mail
	@[ -e var/entente.db ] || build/entente demo --db sqlite:var/entente.db >var/logins.txt || \
		{ rm -f var/entente.db*; exit 1; }
	@sed 's|127.0.0.1:8080|127.0.0.1:$(PORT)|' var/logins.txt
	@exec build/entente serve --listen 127.0.0.1:$(PORT) --db sqlite:var/entente.db --mail-dir var/mail

install: build/entente
	install -D -m 755 build/dev/entente $(DESTDIR)$(PREFIX)/bin/entente
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/doc/entente README.md LICENSE
	for page in $(wildcard docs/*.1); do install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man1 $$page; done

# -- trusting it: parsers and rules under the sanitizers, stories on the program itself
test: build/.have-test build/entente
	@$(MAKE) V=san tests
	@tools/with-postgres.sh node tests/all.mjs build/dev build/san

san: build/.have-test
	@$(MAKE) V=san tests
	@tools/with-postgres.sh node tests/all.mjs build/san build/san

fuzz: build/.have-test
	@$(MAKE) V=fuzz fuzzers
	@tools/fuzz.sh $(SECONDS)

bench: build/.have-bench build/entente
	@tools/bench.sh build/entente 1000 100000
	@tools/bench.sh build/entente 10000 1000000

# What the program says of itself, kept in tests/golden: shows the difference, then takes it.
golden: build/.have-test build/entente
	@tools/with-postgres.sh node tests/golden.mjs build/dev/entente --renew

check: build/.have-test
	@tools/check.sh
	@$(MAKE) V=dev tests
	@$(MAKE) V=clang tests
	@$(MAKE) lint

format:
	clang-format -i $(wildcard src/*.c src/*/*.[ch] tests/*/*.[ch])

clean:
	rm -rf build

# -- compiling; a change of flags rebuilds
$(B)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(COMPILE)' | cmp -s - $@ || echo '$(COMPILE)' >$@
FORCE:

$(B)/%.o: src/%.c $(B)/flags
	@mkdir -p $(@D)
	@echo "  CC    $@"
	@$(COMPILE) -MMD -MP -c -o $@ $<

$(B)/entente: $(B)/main.o $(OBJ)
	@echo "  LINK  $@"
	@$(COMPILE) -o $@ $^ $(LIBS)

# Everything but main(): all statements and all kinds are in every test.
$(B)/unit/%_test: tests/unit/%_test.c $(OBJ)
	@mkdir -p $(@D)
	@echo "  TEST  $@"
	@$(COMPILE) -MMD -MP -MF $@.d -o $@ $< $(OBJ) $(LIBS)

$(B)/replay/%: tests/fuzz/%_fuzz.c tests/fuzz/replay.c $(OBJ)
	@mkdir -p $(@D)
	@echo "  TEST  $@"
	@$(COMPILE) -o $@ $< tests/fuzz/replay.c $(OBJ) $(LIBS)

$(B)/fuzz/%: tests/fuzz/%_fuzz.c $(OBJ)
	@mkdir -p $(@D)
	@echo "  FUZZ  $@"
	@$(COMPILE) -fsanitize=fuzzer -o $@ $< $(OBJ) $(LIBS)

lint: $(LINT)
build/lint/%.ok: src/%.c .clang-tidy
	@mkdir -p $(@D)
	@echo "  LINT  $<"
	@clang-tidy --quiet $< -- -std=c17 -D_GNU_SOURCE -Isrc $(shell pkg-config --cflags $(PKGS)) 2>/dev/null
	@touch $@

# -- what is built into the program
$(B)/assets.o: $(EMBEDDED) build/page/.done build/fr.mo tools/embed.sh $(B)/flags
	@tools/embed.sh $(B)/assets.S $(EMBEDDED) build/fr.mo $(wildcard build/page/*)
	@$(or $(CC.$(V)),$(CC)) -c -o $@ $(B)/assets.S

build/fr.mo: po/fr.po
	@mkdir -p $(@D)
	@msgfmt --check-format -o $@ $<

# -- fonts, styles, icons and htmx from npm, as they are served
build/page/.done: tools/page-assets.sh package-lock.json
	@tools/page-assets.sh $(@D) && touch $@

-include $(shell find $(B) -name '*.d' 2>/dev/null)
