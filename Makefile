# SPDX-License-Identifier: MIT
#
#   make            builds build/rehearse
#   make deps       installs what is missing to build and test
#   make run        builds and starts
#   make check      builds and runs every test
#   make install    into $(DESTDIR)$(prefix)
#   make bench      speed, as ratios measured side by side
#   make pictures   draws the README's pictures anew
#   make lint       format, layers, static analysis, shell scripts
#   make asan       the tests under the address and undefined sanitizers
#   make fuzz       each fuzzer for FUZZ_SECONDS

prefix  = /usr/local
bindir  = $(prefix)/bin
mandir  = $(prefix)/share/man
DESTDIR =

VERSION := 0.1.0

CC      = cc
BUILD   = build
INSTALL = install
WERROR  =
SANITIZE =
OPTIMISE = -O2
# `make STATIC=yes` links SQLite, ncurses, libunistring and libcsv in: that
# starts with two thirds of the instructions, and gets their fixes only by being
# built anew.
STATIC   =

# Recursively expanded on purpose: `make deps check` must not ask pkg-config
# before deps has installed it.
PKG_CONFIG = pkg-config
NCURSES_CFLAGS = $(shell $(PKG_CONFIG) --cflags-only-I ncursesw 2>/dev/null)
NCURSES_LIBS   = $(shell $(PKG_CONFIG) --libs ncursesw 2>/dev/null || echo -lncursesw -ltinfo)
SQLITE_CFLAGS  = $(shell $(PKG_CONFIG) --cflags-only-I sqlite3 2>/dev/null)
SQLITE_LIBS    = $(shell $(PKG_CONFIG) --libs sqlite3 2>/dev/null || echo -lsqlite3)
CMOCKA_LIBS    = $(shell $(PKG_CONFIG) --libs cmocka 2>/dev/null || echo -lcmocka)
VTERM_LIBS     = $(shell $(PKG_CONFIG) --libs vterm 2>/dev/null || echo -lvterm)

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
	-Wstrict-prototypes -Wmissing-prototypes -Wcast-qual -Wwrite-strings \
	-Wundef -Wformat=2 -Wvla -Wnull-dereference
HARDEN   = -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
CPPFLAGS_ALL = -D_XOPEN_SOURCE=700 -DREHEARSE_VERSION='"$(VERSION)"' -Isrc \
	$(CPPFLAGS)
CFLAGS_ALL   = -std=c17 -g $(OPTIMISE) $(WARNINGS) $(WERROR) \
	$(if $(SANITIZE),$(SANITIZE),$(HARDEN)) $(CFLAGS)
LDFLAGS_ALL  = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(SANITIZE) $(LDFLAGS)

LAYERS = base core store io tui screens cli
SRC    = $(foreach l,$(LAYERS),$(sort $(wildcard src/$(l)/*.c)))
OBJ    = $(filter $(FIRST),$(ANY)) $(filter-out $(FIRST),$(ANY)) \
	$(BUILD)/embedded.o
ANY    = $(SRC:src/%.c=$(BUILD)/%.o)

# What a start runs is linked side by side: the kernel brings the program in by
# 64 KB, and else brought in all of it.
FIRST = $(FIRST_NAMES:%=$(BUILD)/%.o)
FIRST_NAMES = \
	$(addprefix base/,child clock date ini mem option paths str utf8) \
	$(addprefix core/,lexicon query rules score suggest verdict) \
	$(addprefix store/,cold digest draft due found found_question history \
	latest lexicon open plan recent reference schedule schedule_first \
	schema scored sought statement suggest tally) \
	io/built_in \
	$(addprefix tui/,app cluster event flow keymap layout page plain \
	surface surface_draw term term_input term_keys term_loop term_mouse \
	term_signals theme) \
	$(addprefix screens/,frame home offer run voice voice_beside \
	voice_job voice_text) \
	$(addprefix cli/,args command context home interactive log main \
	output settings)
DATA   = questions.csv $(sort $(wildcard data/*.csv)) \
	$(sort $(wildcard data/schema/*.sql))

# What the unit tests link: everything but the terminal and the commands.
UNIT_OBJ  = $(filter-out $(BUILD)/tui/term.o $(BUILD)/cli/%.o,$(OBJ))
UNIT_SRC  = $(sort $(wildcard tests/unit/test_*.c tests/screens/test_*.c))
UNIT_BIN  = $(UNIT_SRC:tests/%.c=$(BUILD)/tests/%)
TERM_SRC  = $(sort $(wildcard tests/terminal/test_*.c))
TERM_BIN  = $(TERM_SRC:tests/%.c=$(BUILD)/tests/%)
FUZZ_SRC  = $(sort $(wildcard tests/fuzz/fuzz_*.c))
FUZZ_SECONDS = 20

# In this order names are looked up when the program starts: those who need
# most of them come first.
OWN_LIBS  = $(SQLITE_LIBS) $(if $(STATIC),,-lc) -lunistring
LAST_LIBS = -lcsv $(if $(STATIC),-Wl$(comma)-Bdynamic) -lm -pthread
UNIT_LIBS = $(LIBS_BEGIN) $(OWN_LIBS) $(LAST_LIBS)
LIBS      = $(LIBS_BEGIN) $(OWN_LIBS) $(NCURSES_LIBS) $(LAST_LIBS)
LIBS_BEGIN = $(if $(STATIC),-Wl$(comma)-Bstatic)
comma     = ,

JOBS = $(shell nproc 2>/dev/null || echo 2)

# `make V=1` shows the commands.
Q = $(if $(V),,@)
say = $(if $(V),,@printf '  %-5s %s\n' $(1) $(2))

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: all deps run check tests check-unit check-terminal check-cli install \
	uninstall bench conformance pictures lint format asan fuzz clean

all: $(BUILD)/rehearse

$(BUILD)/rehearse: $(OBJ) $(BUILD)/packed
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) @$(BUILD)/packed -o $@ $(OBJ) $(LIBS)

# Relocations take a tenth of the room packed: the flag for it, or nothing where
# the linker doesn't know it or the C library can't start what it makes.
PACK = -Wl,-z,pack-relative-relocs

$(BUILD)/packed:
	@mkdir -p $(@D)
	$(Q)echo 'int main(void) { return 0; }' > $@.c
	$(Q)if $(CC) -fPIE -pie $(LDFLAGS) -Wl,--fatal-warnings $(PACK) -o $@.out \
		$@.c 2>/dev/null && $(abspath $@.out); then echo '$(PACK)'; fi > $@

# A build without its libraries says which one is missing, once.
$(BUILD)/libraries: tests/libraries.sh
	@mkdir -p $(@D)
	@CC="$(CC)" CFLAGS="$(NCURSES_CFLAGS) $(SQLITE_CFLAGS)" sh tests/libraries.sh build
	@touch $@

$(BUILD)/%.o: src/%.c | $(BUILD)/libraries
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(CPPFLAGS_ALL) $(NCURSES_CFLAGS) $(SQLITE_CFLAGS) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# The data files are built in, so that the program runs from anywhere.
$(BUILD)/embed: data/embed.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) -std=c17 -O1 -o $@ $<

$(BUILD)/embedded.c: $(BUILD)/embed $(DATA)
	$(call say,EMBED,$@)
	$(Q)$(BUILD)/embed $(DATA) > $@

$(BUILD)/embedded.o: $(BUILD)/embedded.c
	$(call say,CC,$<)
	$(Q)$(CC) $(CPPFLAGS_ALL) -std=c17 -O1 $(SANITIZE) -fPIE -c -o $@ $<

# Tests.  tests/screens/*.c and tests/unit/*.c are headless programs.
$(BUILD)/tests/%.o: tests/%.c | $(BUILD)/libraries
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(CPPFLAGS_ALL) -Itests $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

$(BUILD)/libunit.a: $(UNIT_OBJ)
	$(call say,AR,$@)
	$(Q)rm -f $@
	$(Q)ar rcs $@ $(UNIT_OBJ)

SCREEN_HELP = $(patsubst tests/%.c,$(BUILD)/tests/%.o,$(filter-out $(UNIT_SRC),$(wildcard tests/screens/*.c tests/unit/*.c)))
TERM_HELP   = $(patsubst tests/%.c,$(BUILD)/tests/%.o,$(filter-out $(TERM_SRC),$(wildcard tests/terminal/*.c)))

$(UNIT_BIN): $(BUILD)/tests/%: $(BUILD)/tests/%.o $(SCREEN_HELP) $(BUILD)/libunit.a
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $< $(SCREEN_HELP) $(BUILD)/libunit.a $(UNIT_LIBS) $(CMOCKA_LIBS)

$(TERM_BIN): $(BUILD)/tests/%: $(BUILD)/tests/%.o $(TERM_HELP) $(BUILD)/libunit.a
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $< $(TERM_HELP) $(BUILD)/libunit.a $(UNIT_LIBS) $(CMOCKA_LIBS) $(VTERM_LIBS) -lutil

# Builds on all cores, also when make was not told to; tests one by one.
check:
	@$(MAKE) --no-print-directory -j$(JOBS) tests
	@$(MAKE) --no-print-directory check-unit
	@$(MAKE) --no-print-directory check-cli
	@$(MAKE) --no-print-directory check-terminal
	@sh tests/layers.sh
	@echo "make check: all tests passed"

tests: $(UNIT_BIN) $(TERM_BIN) $(BUILD)/rehearse

check-unit: $(UNIT_BIN)
	@sh tests/run.sh unit $(UNIT_BIN)

check-terminal: $(BUILD)/rehearse $(TERM_BIN)
	@REHEARSE=$(abspath $(BUILD))/rehearse sh tests/run.sh terminal $(TERM_BIN)

check-cli: $(BUILD)/rehearse
	@REHEARSE=$(abspath $(BUILD))/rehearse sh tests/run.sh cli $(sort $(wildcard tests/cli/test_*.sh))

deps:
	@sh tests/libraries.sh install

run: all
	$(BUILD)/rehearse

install: all
	$(INSTALL) -d $(DESTDIR)$(bindir) $(DESTDIR)$(mandir)/man1
	$(INSTALL) -m 755 $(BUILD)/rehearse $(DESTDIR)$(bindir)/rehearse
	$(INSTALL) -m 644 docs/rehearse.1 $(DESTDIR)$(mandir)/man1/rehearse.1

uninstall:
	rm -f $(DESTDIR)$(bindir)/rehearse $(DESTDIR)$(mandir)/man1/rehearse.1

# Fetches sets of CSV files with npm: nothing that `make check` needs.
conformance: all
	@REHEARSE=$(abspath $(BUILD))/rehearse sh tests/conformance.sh $(BUILD)/conformance

bench: all
	@REHEARSE=$(abspath $(BUILD))/rehearse CC="$(CC)" sh tests/bench/bench.sh

# The README's pictures, made from the real screens.
pictures: all
	$(Q)$(CC) -O1 -o $(BUILD)/picture tests/pictures/picture.c $(VTERM_LIBS) -lutil
	$(Q)sh tests/pictures/pictures.sh $(BUILD)

C_FILES = $(shell git ls-files '*.c' '*.h')

lint:
	sh tests/layers.sh
	clang-format --dry-run --Werror $(C_FILES)
	shellcheck -s sh tests/*.sh tests/*/*.sh .ci/run
	cppcheck --quiet -j $(JOBS) --std=c11 --error-exitcode=1 --inline-suppr \
		--enable=warning,portability,performance \
		--suppress=missingIncludeSystem -Isrc src
	printf '%s\n' $(SRC) | xargs -P $(JOBS) -n 16 sh -c \
		'clang-tidy --quiet "$$@" -- -std=c17 $(subst ','\'',$(CPPFLAGS_ALL)) $(NCURSES_CFLAGS)' sh

format:
	clang-format -i $(C_FILES)

asan:
	$(MAKE) BUILD=$(BUILD)/asan OPTIMISE=-O1 \
		SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer" check

fuzz: $(BUILD)/embedded.c
	@CPPFLAGS="$(CPPFLAGS_ALL)" LIBS="$(UNIT_LIBS)" sh tests/fuzz/run.sh $(FUZZ_SECONDS) $(FUZZ_SRC)

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
