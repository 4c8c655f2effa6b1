/* SPDX-License-Identifier: MIT */
/* A file before it is imported, in lines, for dialogue_import*.c. */
#ifndef CLI_DIALOGUE_IMPORT_H
#define CLI_DIALOGUE_IMPORT_H

#include "cli/dialogue.h"
#include "screens/import_form.h"

struct import_page {
	struct dialogue *dialogue;
	const char *path;
	struct import_form form;
	struct import_options options;
	bool is_checked; /* what stands below is of the form as it is */
	struct import_look look;
	struct import_report report; /* of a dry run, then of the import */
	struct err refused;          /* why it would be; ERR_NONE: it won't */
};

/* Choices: what is done with the file, its columns, then the form's settings.
 */
enum {
	IMPORT_IT = 1,
	IMPORT_COLUMNS,
	IMPORT_SETTINGS,
	IMPORT_CHOICES = IMPORT_COLUMNS + FORM_SETTINGS,
};

/* There is something in it that is not yet in the database. */
bool import_is_worth(const struct import_page *page);

/* What the file is, what would become of its rows, and the choices. */
void import_tell(const struct import_page *page);

/* What became of them. */
void import_tell_done(const struct import_page *page);

/* Lets the kind, or the column of a field, be chosen: MENU_CHOSEN where the
 * form has changed, else as menu_run(). */
int import_choose_kind(struct import_page *page, struct err *err);
int import_choose_column(struct import_page *page, struct err *err);

#endif
