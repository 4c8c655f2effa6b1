/* SPDX-License-Identifier: MIT */
#include "cli/settings.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/argv.h"
#include "base/file.h"
#include "base/ini.h"
#include "base/mem.h"
#include "base/paths.h"
#include "tui/theme.h"

enum { CONFIG_MAX = 1 << 20 }; /* bytes of a configuration file */

static const char *const no_yes[] = {"no", "yes", NULL};
static const char *const probe_counts[] = {"0", "1", "2", "3", NULL};

/* In the order of enum canvas_kind. */
static const char *const chart_names[] = {"braille", "block", "ascii", NULL};

static const struct setting_spec {
	const char *key, *variable;
	const char *built_in;
	const char *const *choices; /* NULL: any text */
	int option;                 /* 0: none */
	const char *option_value;   /* what a flag stands for */
	bool in_file;
	bool command; /* an argument list; "": the usual one */
} specs[SETTING_COUNT] = {
    [SETTING_DB] = {.key = "db",
	.variable = "REHEARSE_DB",
	.built_in = "",
	.option = OPTION_DB,
	.in_file = true},
    [SETTING_CONFIG] = {.key = "config",
	.variable = "REHEARSE_CONFIG",
	.built_in = "",
	.option = OPTION_CONFIG},
    [SETTING_THEME] = {.key = "theme",
	.variable = "REHEARSE_THEME",
	.built_in = "dark",
	.choices = scheme_names,
	.in_file = true},
    [SETTING_CHART] = {.key = "chart",
	.variable = "REHEARSE_CHART",
	.built_in = "braille",
	.choices = chart_names,
	.in_file = true},
    [SETTING_ASCII] = {.key = "ascii",
	.variable = "REHEARSE_ASCII",
	.built_in = "no",
	.choices = no_yes,
	.option = OPTION_ASCII,
	.option_value = "yes",
	.in_file = true},
    [SETTING_COLOR] = {.key = "color",
	.variable = "REHEARSE_COLOR",
	.built_in = "yes",
	.choices = no_yes,
	.option = OPTION_NO_COLOR,
	.option_value = "no",
	.in_file = true},
    [SETTING_MOUSE] = {.key = "mouse",
	.variable = "REHEARSE_MOUSE",
	.built_in = "no",
	.choices = no_yes,
	.in_file = true},
    [SETTING_PROBES] = {.key = "probes",
	.variable = "REHEARSE_PROBES",
	.built_in = "0",
	.choices = probe_counts,
	.option = OPTION_PROBES,
	.in_file = true},
    [SETTING_INTERRUPT] = {.key = "interrupt",
	.variable = "REHEARSE_INTERRUPT",
	.built_in = "no",
	.choices = no_yes,
	.option = OPTION_INTERRUPT,
	.option_value = "yes",
	.in_file = true},
    [SETTING_PRIVATE] = {.key = "private",
	.variable = "REHEARSE_PRIVATE",
	.built_in = "no",
	.choices = no_yes,
	.option = OPTION_PRIVATE,
	.option_value = "yes",
	.in_file = true},
    [SETTING_PLAN] = {.key = "plan",
	.variable = "REHEARSE_PLAN",
	.built_in = "core",
	.in_file = true},
    [SETTING_LOG] = {.key = "log",
	.variable = "REHEARSE_LOG",
	.built_in = "",
	.option = OPTION_LOG,
	.in_file = true},
    [SETTING_RECORDER] = {.key = "recorder",
	.variable = "REHEARSE_RECORDER",
	.built_in = "",
	.in_file = true,
	.command = true},
    [SETTING_PLAYER] = {.key = "player",
	.variable = "REHEARSE_PLAYER",
	.built_in = "",
	.in_file = true,
	.command = true},
    [SETTING_READER] = {.key = "reader",
	.variable = "REHEARSE_READER",
	.built_in = "",
	.in_file = true,
	.command = true},
    [SETTING_TRANSCRIBER] = {.key = "transcriber",
	.variable = "REHEARSE_TRANSCRIBER",
	.built_in = "",
	.in_file = true,
	.command = true},
    [SETTING_RECORD] = {.key = "record",
	.variable = "REHEARSE_RECORD",
	.built_in = "no",
	.choices = no_yes,
	.in_file = true},
    [SETTING_READ_ALOUD] = {.key = "read_aloud",
	.variable = "REHEARSE_READ_ALOUD",
	.built_in = "no",
	.choices = no_yes,
	.in_file = true},
};

static const char built_in[] = "built-in"; /* as a source */

/* Any colour switched off, as https://no-color.org asks for. */
static const char no_color_variable[] = "NO_COLOR";

const struct option_spec global_options[] = {
    {"db", "FILE", "the database; it is made when it is not there", OPTION_DB},
    {"config", "FILE", "the configuration file", OPTION_CONFIG},
    {"no-color", NULL, "no colours", OPTION_NO_COLOR},
    {"ascii", NULL, "nothing but ASCII on the screen", OPTION_ASCII},
    {"private", NULL, "lists don't show the text of answers", OPTION_PRIVATE},
    {"log", "FILE", "append what happens to a file, never what is answered",
	OPTION_LOG},
    {"help", NULL, "this help", OPTION_HELP},
    {"version", NULL, "the version", OPTION_VERSION},
    {NULL, NULL, NULL, 0},
};

const char *
setting_key(enum setting setting)
{
	return specs[setting].key;
}

static void
set(struct settings *settings, int at, const char *value, const char *source)
{
	char *old_value = settings->values[at];
	char *old_source = settings->sources[at];

	settings->values[at] = mem_text(value);
	settings->sources[at] = mem_text(source);
	free(old_value);
	free(old_source);
}

static void
set_path(struct settings *settings, int at,
    int (*find)(char **path, struct err *err))
{
	struct err ignored;
	char *path;

	/* Without a home directory it stays "": whoever needs it will say. */
	if (find(&path, &ignored) != 0)
		return;
	set(settings, at, path, built_in);
	free(path);
}

void
settings_init(struct settings *settings)
{
	*settings = (struct settings){0};
	for (int i = 0; i < SETTING_COUNT; i++)
		set(settings, i, specs[i].built_in, built_in);
	set_path(settings, SETTING_DB, paths_database);
	set_path(settings, SETTING_CONFIG, paths_config);
}

void
settings_release(struct settings *settings)
{
	for (int i = 0; i < SETTING_COUNT; i++) {
		free(settings->values[i]);
		free(settings->sources[i]);
	}
	*settings = (struct settings){0};
}

static int
place_of(const struct setting_spec *spec, const char *value)
{
	for (int i = 0; spec->choices[i] != NULL; i++)
		if (strcmp(spec->choices[i], value) == 0)
			return i;
	return -1;
}

static int
check_command(
    const struct setting_spec *spec, const char *value, struct err *err)
{
	struct argv argv;

	if (!spec->command || *value == '\0')
		return 0;
	if (argv_split(value, &argv, err) != 0)
		return -1;
	argv_release(&argv);
	return 0;
}

/* `status` is that of a value which will not do. */
static int
check_and_set(struct settings *settings, int at, const char *value,
    const char *source, enum err_status status, struct err *err)
{
	const struct setting_spec *spec = &specs[at];
	struct str choices = STR_INIT;

	if (check_command(spec, value, err) != 0)
		return fail_as(
		    err, status, "%s: %s: %s", source, spec->key, err->text);
	if (spec->choices == NULL || place_of(spec, value) >= 0) {
		set(settings, at, value, source);
		return 0;
	}
	for (int i = 0; spec->choices[i] != NULL; i++)
		str_addf(&choices, "%s%s", i > 0 ? ", " : "", spec->choices[i]);
	fail_as(err, status, "%s: %s can't be '%s'; it can be %s", source,
	    spec->key, value, choices.s);
	str_release(&choices);
	return -1;
}

static int
take_variable(struct settings *settings, int at, struct err *err)
{
	const char *value = getenv(specs[at].variable);

	if (value == NULL || *value == '\0')
		return 0;
	return check_and_set(
	    settings, at, value, specs[at].variable, ERR_USAGE, err);
}

static int
take_option(
    struct settings *settings, int at, const struct args *args, struct err *err)
{
	const struct setting_spec *spec = &specs[at];
	const char *value = spec->option_value;
	struct str source = STR_INIT;

	if (spec->option == 0 || !args_has(args, spec->option))
		return 0;
	if (value == NULL)
		value = args_text(args, spec->option);
	str_addf(&source, "--%s", args_name(args, spec->option));
	int result =
	    check_and_set(settings, at, value, source.s, ERR_USAGE, err);

	str_release(&source);
	return result;
}

/* A file's line: which file, and into which settings. */
struct config_file {
	struct settings *settings;
	const char *name;
};

static int
fail_key(
    const struct config_file *file, const char *key, int line, struct err *err)
{
	struct str keys = STR_INIT;

	for (int i = 0; i < SETTING_COUNT; i++)
		if (specs[i].in_file)
			str_addf(&keys, "%s%s", keys.len > 0 ? ", " : "",
			    specs[i].key);
	fail(err, "%s, line %d: there is no setting '%s'; there are %s",
	    file->name, line, key, keys.s);
	str_release(&keys);
	return -1;
}

static int
take_entry(
    void *arg, const char *key, const char *value, int line, struct err *err)
{
	struct config_file *file = arg;
	struct str source = STR_INIT;
	int at = 0;

	while (at < SETTING_COUNT &&
	       !(specs[at].in_file && strcmp(specs[at].key, key) == 0))
		at++;
	if (at == SETTING_COUNT)
		return fail_key(file, key, line, err);
	str_addf(&source, "%s, line %d", file->name, line);
	int result =
	    check_and_set(file->settings, at, value, source.s, ERR_FAILED, err);

	str_release(&source);
	return result;
}

static bool
is_there(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

/* A file that was asked for must be there; the usual one may be missing. */
static int
take_file(struct settings *settings, struct err *err)
{
	char *path = mem_text(settings->values[SETTING_CONFIG]);
	bool asked_for =
	    strcmp(settings->sources[SETTING_CONFIG], built_in) != 0;
	struct config_file file = {settings, path};
	struct str bytes = STR_INIT;
	int result = 0;

	if (asked_for || (*path != '\0' && is_there(path)))
		result = file_read(path, CONFIG_MAX, &bytes, err);
	if (result == 0)
		result =
		    ini_read(path, bytes.s, bytes.len, take_entry, &file, err);
	str_release(&bytes);
	free(path);
	return result;
}

static int
take_environment(struct settings *settings, struct err *err)
{
	const char *no_color = getenv(no_color_variable);

	for (int i = 0; i < SETTING_COUNT; i++)
		if (take_variable(settings, i, err) != 0)
			return -1;
	if (no_color != NULL && *no_color != '\0')
		set(settings, SETTING_COLOR, "no", no_color_variable);
	return 0;
}

int
settings_read(
    struct settings *settings, const struct args *args, struct err *err)
{
	/* First which file, then what is in it, then what overrules it. */
	if (take_variable(settings, SETTING_CONFIG, err) != 0 ||
	    take_option(settings, SETTING_CONFIG, args, err) != 0 ||
	    take_file(settings, err) != 0 ||
	    take_environment(settings, err) != 0)
		return -1;
	for (int i = 0; i < SETTING_COUNT; i++)
		if (take_option(settings, i, args, err) != 0)
			return -1;
	return 0;
}

int
setting_choice(const struct settings *settings, enum setting setting)
{
	return place_of(&specs[setting], settings->values[setting]);
}

bool
setting_yes(const struct settings *settings, enum setting setting)
{
	return setting_choice(settings, setting) == 1;
}
