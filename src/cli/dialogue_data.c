/* SPDX-License-Identifier: MIT */
/* What goes in and out in lines: files to read, to send, and to keep. */
#include <stdio.h>

#include "base/clock.h"
#include "cli/dialogue_file.h"
#include "cli/output.h"
#include "store/backup.h"

static int
back_up_beside(struct dialogue *dialogue, struct err *err)
{
	struct instant now = clock_now();
	struct str path = STR_INIT;
	int rc = store_backup_beside(dialogue->store, now, err);

	store_backup_name(store_path(dialogue->store), now, &path);
	if (rc == 0)
		file_tell_written(path.s);
	str_release(&path);
	return rc;
}

static int
back_up_into(struct dialogue *dialogue, struct err *err)
{
	static const struct file_wanted wanted = {
	    .about = "Into which file does the copy go? One that is there is "
		     "replaced only where it is such a copy.",
	};
	struct str path = STR_INIT;
	int rc = file_ask_new(dialogue, &wanted, &path);

	if (rc == MENU_CHOSEN) {
		rc = store_backup(dialogue->store, path.s, err);
		if (rc == 0)
			file_tell_written(path.s);
	}
	str_release(&path);
	return rc;
}

/* In the order of their numbers. */
static const struct {
	const char *text;
	int (*run)(struct dialogue *dialogue, struct err *err);
} ways[] = {
    {"Export: rows of one kind, as CSV or JSON lines", dialogue_export},
    {"Report: a page on how practice went, to keep or to send",
	dialogue_report},
    {"Import: questions or other rows from a CSV file", dialogue_import},
    {"Backup: a copy of the whole database, beside it", back_up_beside},
    {"Backup into a file that you name", back_up_into},
};

enum { WAYS = sizeof(ways) / sizeof(ways[0]) };

static int
data_tell(void *data, struct choices *choices, struct err *err)
{
	const struct dialogue *dialogue = data;
	struct str line = STR_INIT;

	(void)err;
	str_addf(&line, "Your data is in %s", store_path(dialogue->store));
	menu_line(&line);
	str_release(&line);
	choices_fit(choices, WAYS);
	for (int i = 0; i < choices->n; i++) {
		menu_number(i + 1);
		output_sentence(ways[i].text);
	}
	return 0;
}

static int
data_choose(void *data, int number, struct err *err)
{
	return ways[number - 1].run(data, err);
}

int
dialogue_data(struct dialogue *dialogue, struct err *err)
{
	static const struct menu menu = {
	    .tell = data_tell,
	    .choose = data_choose,
	};

	return menu_run(&menu, dialogue, &dialogue->lines, err);
}
