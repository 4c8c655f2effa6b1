/* SPDX-License-Identifier: MIT */
/* What the files of practice in lines share. */
#ifndef CLI_PRACTICE_PARTS_H
#define CLI_PRACTICE_PARTS_H

#include "cli/lines.h"
#include "core/session.h"
#include "store/store.h"

/* What was said in place of an answer's end. */
enum leaves {
	LEAVES_NOTHING,
	LEAVES_QUESTION, /* it is skipped */
	LEAVES_SESSION,
	LEAVES_FOR_LATER, /* the draft stays */
};

/* A session in lines. */
struct practice {
	struct store *store;
	struct session session;
	struct lines *lines;
	bool refused; /* some of the text was: said once */
	enum leaves leaves;
	int64_t saved_ms; /* when the draft was kept last */
	char answer_id[ID_SIZE];
};

/* Reads the next line; meanwhile the time is told at each quarter of the
 * limit, and that the thinking is over, and the interviewer may interrupt.
 * False at the end of input, and where a word leaves the answer. */
bool practice_read(struct practice *practice);

/* True where the present line is a word that is no part of the answer, `.hint`
 * or `.help`, and was done; then whether reading goes on. */
bool practice_word(struct practice *practice, bool *goes_on);

/* Takes lines until a single `.` or the end of input, `most` bytes at most, the
 * present line too when it is `pending`; `?` asks for the time. */
int practice_read_text(struct practice *practice, struct str *text, size_t most,
    bool pending, struct err *err);

/* Says once that no more text is taken, and why. */
void practice_refuse(struct practice *practice, const char *why);

/* Says so where a strict answer's time is up. */
bool practice_is_locked(struct practice *practice);

/* Does what a word said in place of the answer's end. */
int practice_leave(struct practice *practice, struct err *err);

/* Ends the session here: what was answered is worth keeping.  Fails at the end
 * of input, to say so. */
int practice_stop(struct practice *practice, struct err *err);

/* Keeps the draft. */
int practice_keep_draft(struct practice *practice, struct err *err);

/* The same, as often as a kill may cost a few seconds of typing. */
int practice_save_typing(struct practice *practice, struct err *err);

/* Asks for the order of the backlog, if there is one, and for the trade-off of
 * each feature; of an answer that goes on, for what is missing.  Where
 * `pending`, the present line is the first reply. */
int practice_order(struct practice *practice, bool pending, struct err *err);

#endif
