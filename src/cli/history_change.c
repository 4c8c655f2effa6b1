/* SPDX-License-Identifier: MIT */
#include "cli/history_change.h"

#include <stdio.h>

#include "base/clock.h"
#include "cli/output.h"
#include "store/annotate.h"

enum { SECOND_MS = 1000 };

/* Undeleting first: a note can go with it; deleting last, for the same. */
static const int changes[] = {
    OPTION_UNDELETE,
    OPTION_NOTE,
    OPTION_ADD_TAG,
    OPTION_REMOVE_TAG,
    OPTION_DELETE,
};

enum { CHANGES = sizeof(changes) / sizeof(changes[0]) };

bool
history_changes(const struct args *args)
{
	for (int i = 0; i < CHANGES; i++)
		if (args_has(args, changes[i]))
			return true;
	return false;
}

int
history_no_session(const char *session_id, struct err *err)
{
	return fail(err,
	    "no session '%s'; see `rehearse history --plain` for the ids",
	    session_id);
}

/* As the store's functions: 0 where there is no such session. */
static int
change(struct store *store, int option, const char *value,
    const char *session_id, struct err *err)
{
	int64_t now_s = clock_now().wall_ms / SECOND_MS;

	if (option == OPTION_UNDELETE)
		return store_session_undelete(store, session_id, err);
	if (option == OPTION_NOTE)
		return store_session_note_set(
		    store, session_id, value, now_s, err);
	if (option == OPTION_DELETE)
		return store_session_delete(store, session_id, now_s, err);
	return store_session_tag_set(
	    store, session_id, value, option == OPTION_ADD_TAG, now_s, err);
}

static int
fail_missing(int option, const char *session_id, struct err *err)
{
	if (option == OPTION_UNDELETE)
		return fail(err,
		    "no session '%s' was deleted; see `rehearse history "
		    "--deleted --plain` for those that were",
		    session_id);
	return history_no_session(session_id, err);
}

/* Each time that the option was given. */
static int
change_each(struct store *store, const struct args *args, int option,
    const char *session_id, struct err *err)
{
	for (size_t i = 0; i < args->n_given; i++) {
		int rc;

		if (args->given[i].id != option)
			continue;
		rc = change(
		    store, option, args->given[i].value, session_id, err);
		if (rc < 0)
			return -1;
		if (rc == 0)
			return fail_missing(option, session_id, err);
	}
	return 0;
}

static int
check_tags(const struct args *args, struct err *err)
{
	for (size_t i = 0; i < args->n_given; i++)
		if ((args->given[i].id == OPTION_ADD_TAG ||
			args->given[i].id == OPTION_REMOVE_TAG) &&
		    *args->given[i].value == '\0')
			return fail_as(err, ERR_USAGE, "a tag can't be empty");
	return 0;
}

int
history_change(struct context *context, const struct args *args,
    const char *session_id, struct err *err)
{
	if (check_tags(args, err) != 0 ||
	    args_exclude(args, OPTION_DELETE, OPTION_UNDELETE, err) != 0)
		return -1;
	for (int i = 0; i < CHANGES; i++)
		if (change_each(
			context->store, args, changes[i], session_id, err) != 0)
			return -1;
	if (args_has(args, OPTION_DELETE)) {
		fputs("deleted; rehearse history ", stdout);
		output_text(session_id);
		puts(" --undelete brings it back");
	}
	return 0;
}
