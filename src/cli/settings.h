/* SPDX-License-Identifier: MIT */
/*
 * The settings: what can be chosen by an option, an environment variable or
 * the configuration file, in this order, and is built in otherwise.  Each
 * remembers where its value is from.
 */
#ifndef CLI_SETTINGS_H
#define CLI_SETTINGS_H

#include <stdbool.h>

#include "base/err.h"
#include "cli/args.h"

enum setting {
	SETTING_DB,
	SETTING_CONFIG,
	SETTING_THEME,     /* enum scheme */
	SETTING_CHART,     /* enum canvas_kind */
	SETTING_ASCII,     /* yes, no */
	SETTING_COLOR,     /* yes, no */
	SETTING_MOUSE,     /* yes, no */
	SETTING_PROBES,    /* 0 … SESSION_PROBES */
	SETTING_INTERRUPT, /* yes, no */
	SETTING_PRIVATE,   /* yes, no */
	SETTING_PLAN,      /* a loop */
	SETTING_LOG,
	SETTING_RECORDER, /* from here on as enum voice_part */
	SETTING_PLAYER,
	SETTING_READER,
	SETTING_TRANSCRIBER,
	SETTING_RECORD,     /* yes, no */
	SETTING_READ_ALOUD, /* yes, no */
	SETTING_COUNT,
};

struct settings {
	char *values[SETTING_COUNT];  /* owned; "" means none */
	char *sources[SETTING_COUNT]; /* owned: `--db`, `REHEARSE_DB`, … */
};

/* The options that every command takes. */
extern const struct option_spec global_options[];

const char *setting_key(enum setting setting);

/* What is built in. */
void settings_init(struct settings *settings);
void settings_release(struct settings *settings);

/* Reads configuration file, environment and options over what is built in.
 * A wrong value fails, naming its place and what would do. */
int settings_read(
    struct settings *settings, const struct args *args, struct err *err);

/* The value's place among those that the setting can have: the number of an
 * enum, or of probes. */
int setting_choice(const struct settings *settings, enum setting setting);

bool setting_yes(const struct settings *settings, enum setting setting);

#endif
