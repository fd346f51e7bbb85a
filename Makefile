# Entente. `make run` and `make test` are all a newcomer needs; see README.md.
# Variants of the build are folders under build/: dev, san, fuzz, clang.

V        ?= dev
PREFIX   ?= /usr/local
PORT     ?= 8080
B        := build/$(V)
PKGS     := libevent libevent_pthreads sqlite3 libpq jansson libsodium

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

.PHONY: all setup run test check san fuzz bench install clean format
all: build/entente

build/entente: build/.setup
	@$(MAKE) -s --no-print-directory V=dev build/dev/entente
	@ln -sf dev/entente $@

# -- what a bare machine lacks: Debian packages and page assets
setup: build/.setup
build/.setup: tools/setup.sh tools/debian-packages package.json package-lock.json
	@tools/setup.sh
	@mkdir -p build && touch $@

# -- compiling; a change of flags rebuilds
$(B)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(COMPILE)' | cmp -s - $@ || echo '$(COMPILE)' > $@
FORCE:

$(B)/%.o: src/%.c $(B)/flags
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -c -o $@ $<

$(B)/entente: $(OBJ) $(B)/main.o
	$(COMPILE) -o $@ $^ $(LIBS)

$(B)/assets.o: $(EMBEDDED) build/page/.done build/fr.mo tools/embed.sh $(B)/flags
	@tools/embed.sh $(B)/assets.S $(EMBEDDED) build/fr.mo $(wildcard build/page/*)
	$(or $(CC.$(V)),$(CC)) -c -o $@ $(B)/assets.S

build/fr.mo: po/fr.po
	@mkdir -p build
	@msgfmt --check-format -o $@ $<

# -- fonts, styles, icons and htmx from npm, as they are served
build/page/.done: tools/page-assets.sh package-lock.json
	@tools/page-assets.sh build/page && touch $@

-include $(shell find $(B) -name '*.d' 2>/dev/null)
