/* SPDX-License-Identifier: MIT */
/* A session is rated once on its level's rubric, when it has ended. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "screens/rate_kept.h"
#include "store/history.h"
#include "store/level.h"

/* All that was said: any of it may show the level. */
static int
load_text(struct rate_kept *kept, struct store *store, int64_t session_pk,
    struct err *err)
{
	struct str text = STR_INIT;
	struct answer_row *rows;
	int n;

	if (store_session_answers(store, session_pk, &rows, &n, err) != 0)
		return -1;
	for (int i = 0; i < n; i++) {
		if (*rows[i].answer.text == '\0')
			continue;
		str_addf(&text, "%s%s", text.len > 0 ? "\n\n" : "",
		    rows[i].answer.text);
	}
	answer_rows_free(rows, n);
	kept->text = str_detach(&text);
	return 0;
}

static int
load_level(struct rate_kept *kept, struct store *store,
    const struct session_row *session, struct err *err)
{
	struct level_rated level;
	struct str title = STR_INIT;
	int rc = store_level_rated(store, session, &level, err);

	if (rc == 0 && level.label == NULL)
		rc = fail(err, "this session has no level to rate");
	if (rc == 0) {
		str_addf(&title, "Rate yourself as %s", level.label);
		kept->title = str_detach(&title);
		rubric_copy(&kept->rubric, &level.rubric);
		kept->sheet.signals_only = true;
	}
	level_rated_release(&level);
	return rc;
}

static int
load(struct rate_kept *kept, const struct desk *desk, struct err *err)
{
	struct session_row session;
	int rc = store_session_get(desk->store, kept->id, &session, err);

	if (rc == 0)
		return fail(err, "no session '%s'", kept->id);
	if (rc < 0)
		return -1;
	kept->prompt = mem_text("The whole session, by what the level asks.");
	rc = load_level(kept, desk->store, &session, err);
	if (rc == 0 && desk->private)
		kept->text = mem_text("");
	else if (rc == 0)
		rc = load_text(kept, desk->store, session.pk, err);
	session_row_release(&session);
	return rc;
}

static int
save(const struct rate_kept *kept, const struct desk *desk, struct instant now,
    struct err *err)
{
	return store_level_rate(
	    desk->store, kept->id, &kept->rubric, &kept->sheet, now, err);
}

const struct rate_way rate_level = {.load = load, .save = save};
