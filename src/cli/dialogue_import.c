/* SPDX-License-Identifier: MIT */
/* A file in lines: what would become of its rows, what it is taken for, and
 * the import itself. */
#include "cli/dialogue_import.h"

#include <signal.h>
#include <stdio.h>

#include "base/number.h"
#include "cli/dialogue_file.h"
#include "cli/output.h"
#include "cli/progress.h"

static int
look_and_run(struct import_page *page, struct source *source, struct err *err)
{
	struct store *store = page->dialogue->store;
	struct err ignored; /* the run tells it */

	if (source_open(source, page->path, import_form_encoding(&page->form),
		err) != 0)
		return -1;
	if (page->options.dry_run) {
		import_look_release(&page->look);
		import_look(
		    store, &page->options, source, &page->look, &ignored);
		if (source_rewind(source, err) != 0)
			return -1;
	}
	return import_source(store, &page->options, source, &page->report, err);
}

/* A signal undoes what was begun, then does what it does elsewhere. */
static int
run(struct import_page *page, bool dry_run, struct err *err)
{
	bool is_bulk = import_is_bulk(&page->report);
	struct source source = {.fd = -1};
	struct progress progress;
	int rc, number;

	import_report_release(&page->report);
	import_form_options(&page->form, &page->options);
	page->options.name = page->path;
	page->options.dry_run = dry_run;
	page->options.keep = !dry_run && is_bulk;
	page->options.progress = progress_show;
	page->options.progress_arg = &progress;
	progress_begin(&progress);
	progress.on_terminal = false; /* nothing is drawn over */
	rc = look_and_run(page, &source, err);
	number = progress_end(&progress);
	source_close(&source);
	if (number != 0)
		raise(number);
	return rc;
}

static void
check(struct import_page *page)
{
	if (page->is_checked)
		return;
	page->refused = (struct err){0};
	run(page, true, &page->refused);
	page->is_checked = true;
}

static int
page_tell(void *data, struct choices *choices, struct err *err)
{
	struct import_page *page = data;

	(void)err;
	check(page);
	choices_fit(choices, IMPORT_CHOICES);
	import_tell(page);
	return 0;
}

/* The names that the pages tell may be among what came in. */
static int
import_now(struct import_page *page, struct err *err)
{
	struct dialogue *dialogue = page->dialogue;

	page->is_checked = false;
	if (run(page, false, err) != 0)
		return -1;
	import_tell_done(page);
	told_names_release(&dialogue->names);
	if (told_names_load(&dialogue->names, dialogue->store, err) != 0)
		return -1;
	return MENU_CHOSEN;
}

static int
ask_skip(struct import_page *page)
{
	struct lines *lines = &page->dialogue->lines;
	struct str question = STR_INIT;
	int64_t number;

	str_addf(&question,
	    "How many lines stand before the first row? 0 to %d, b goes back, "
	    "q leaves:",
	    FORM_SKIP_MAX);
	for (;;) {
		struct wish wish;

		output_sentence(question.s);
		if (!lines_read(lines))
			break;
		if (number_parse_int(
			lines->line.s, 0, FORM_SKIP_MAX, &number)) {
			page->form.skip_lines = (int)number;
			str_release(&question);
			return MENU_CHOSEN;
		}
		wish = wish_read(lines->line.s);
		if (wish.kind == WISH_BACK || wish.kind == WISH_LEAVE) {
			str_release(&question);
			return wish.kind == WISH_BACK ? MENU_CHOSEN
						      : MENU_LEAVE;
		}
		output_sentence("That is no such number.");
	}
	str_release(&question);
	return MENU_LEAVE;
}

static int
change(struct import_page *page, int setting, struct err *err)
{
	int row = import_form_rows(&page->look) - FORM_SETTINGS + setting;

	if (setting == FORM_KIND)
		return import_choose_kind(page, err);
	if (setting == FORM_SKIP)
		return ask_skip(page);
	import_form_change(&page->form, &page->look, row, 1);
	return MENU_CHOSEN;
}

static int
page_choose(void *data, int number, struct err *err)
{
	struct import_page *page = data;
	int rc;

	if (number == IMPORT_IT && import_is_worth(page))
		return import_now(page, err);
	rc = MENU_CHOSEN; /* looked at again */
	if (number == IMPORT_COLUMNS)
		rc = import_choose_column(page, err);
	else if (number >= IMPORT_SETTINGS)
		rc = change(page, number - IMPORT_SETTINGS, err);
	if (rc != MENU_CHOSEN)
		return rc;
	page->is_checked = false;
	return MENU_BACK;
}

/* A name that was mistyped is told before anything is made of it. */
static int
check_readable(const char *path, struct err *err)
{
	struct source source;
	int rc = source_open(&source, path, NULL, err);

	source_close(&source);
	return rc;
}

static int
import_path(struct dialogue *dialogue, const char *path, struct err *err)
{
	static const struct menu menu = {
	    .tell = page_tell,
	    .choose = page_choose,
	};
	struct import_page page = {.dialogue = dialogue, .path = path};
	int rc;

	if (check_readable(path, err) != 0)
		return -1;
	import_form_init(&page.form);
	rc = menu_run(&menu, &page, &dialogue->lines, err);
	import_look_release(&page.look);
	import_report_release(&page.report);
	return rc == MENU_CHOSEN ? MENU_BACK : rc;
}

int
dialogue_import(struct dialogue *dialogue, struct err *err)
{
	struct str path = STR_INIT;
	int rc = store_need_write(dialogue->store, err);

	if (rc == 0)
		rc = file_ask(dialogue,
		    "Which file is to be imported? A CSV file by its name; "
		    "first it is only looked at.",
		    &path);
	if (rc == MENU_CHOSEN)
		rc = import_path(dialogue, path.s, err);
	str_release(&path);
	return rc;
}
