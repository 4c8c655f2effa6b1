/* SPDX-License-Identifier: MIT */
/* Rating an answer that is kept, or a calibration answer; the old scores are
 * shown only afterwards. */
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "screens/rate_kept.h"

enum { SECOND_MS = 1000, DAY_CHARS = 10 }; /* of `2026-11-20 10:30` */

const char rate_is_private[] =
    "an answer can't be rated unread, and --private hides its text: start "
    "without it";

static char *
title_of(const struct subject *subject)
{
	struct str title = STR_INIT;
	char when[DATE_SIZE];

	date_local(when, subject->started_at, subject->utc_offset_min);
	switch (subject->kind) {
	case SUBJECT_SELF:
		str_addf(&title, "Rate your answer of %.*s", DAY_CHARS, when);
		break;
	case SUBJECT_COLD:
		str_addf(
		    &title, "Once more: your answer of %.*s", DAY_CHARS, when);
		break;
	case SUBJECT_PEER:
		str_addf(&title, "%s rates the answer", subject->rater);
		break;
	case SUBJECT_CALIBRATION:
		str_add(&title, "Rate this answer as a panel would");
		break;
	}
	return str_detach(&title);
}

/* Only an answer that nobody rated lacks the word on its measured result. */
static void
fill_in(struct rate_kept *kept, const struct subject *subject)
{
	kept->title = title_of(subject);
	kept->prompt = mem_text(subject->prompt);
	kept->text = mem_text(subject->text);
	kept->sheet.signals_only = subject->kind != SUBJECT_SELF;
	rubric_copy(&kept->rubric, subject->rubric);
}

static int
load(struct rate_kept *kept, const struct desk *desk, struct err *err)
{
	enum subject_kind kind = kept->way->kind;
	struct subject subject;

	if (desk->private && kind != SUBJECT_CALIBRATION)
		return fail(err, "%s", rate_is_private);
	if (store_subject(
		desk->store, kind, kept->rater, kept->id, &subject, err) != 0)
		return -1;
	fill_in(kept, &subject);
	subject_release(&subject);
	return 0;
}

static int
save(const struct rate_kept *kept, const struct desk *desk, struct instant now,
    struct err *err)
{
	struct subject subject;
	int rc = store_subject(
	    desk->store, kept->way->kind, kept->rater, kept->id, &subject, err);

	if (rc != 0)
		return -1;
	rc = store_subject_keep(
	    desk->store, &subject, &kept->sheet, now.wall_ms / SECOND_MS, err);
	subject_release(&subject);
	return rc;
}

const struct rate_way rate_self = {
    .load = load,
    .save = save,
    .read_first = true,
    .kind = SUBJECT_SELF,
};

const struct rate_way rate_cold = {
    .load = load,
    .save = save,
    .read_first = true,
    .after = &compare_screen,
    .kind = SUBJECT_COLD,
};

const struct rate_way rate_peer = {
    .load = load,
    .save = save,
    .read_first = true,
    .after = &compare_screen,
    .kind = SUBJECT_PEER,
};

const struct rate_way rate_calibration = {
    .load = load,
    .save = save,
    .read_first = true,
    .after = &compare_screen,
    .kind = SUBJECT_CALIBRATION,
};
