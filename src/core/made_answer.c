/* SPDX-License-Identifier: MIT */
/* Made answers: which question, how long, what was said. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "core/made_maker.h"
#include "core/made_text.h"

enum { PERCENT = 100, TENTHS = 10 };

/* Percent of the limit, or of an even share. */
static const struct maker_range think_share = {30, 100};
static const struct maker_range answer_share = {50, 97};
static const struct maker_range late_share = {104, 118};
static const struct maker_range split_share = {50, 130};

static const struct maker_range pause_s = {8, 90};
static const struct maker_range opening_tenths = {12, 60};

static bool
was_asked(const struct made_session *session, int before, const char *id)
{
	for (int i = 0; i < before; i++)
		if (strcmp(session->answers[i].answer.question_id, id) == 0)
			return true;
	return false;
}

static bool
fits(const char *wanted, const char *given)
{
	return question_any(given) || strcmp(wanted, given) == 0;
}

/* What a question should be for. */
struct wish {
	const char *round, *company, *level;
};

static int
suits(const struct wish *wish, const struct question *question)
{
	if (strcmp(question->round, wish->round) != 0)
		return 0;
	return 1 + 2 * fits(wish->level, question->level) +
	       fits(wish->company, question->company);
}

/* One of those that suit best and were not asked yet: which one is chosen by
 * `lot`.  The very first when none is left. */
static const struct task *
choose_task(const struct maker *maker, int before, const struct wish *wish,
    uint32_t lot)
{
	const struct made_plan *plan = maker->plan;
	const struct task **found =
	    mem_zero((size_t)plan->n_tasks, sizeof(*found));
	const struct task *chosen = &plan->tasks[0];
	int best = 0;
	uint32_t n = 0;

	for (int i = 0; i < plan->n_tasks; i++) {
		const struct question *question = &plan->tasks[i].question;
		int how_well = suits(wish, question);

		if (how_well < best ||
		    was_asked(maker->session, before, question->id))
			continue;
		if (how_well > best)
			n = 0;
		best = how_well;
		found[n++] = &plan->tasks[i];
	}
	if (n > 0)
		chosen = found[lot % n];
	free(found);
	return chosen;
}

/* A repeated question is the round's first that is for everyone: the same in
 * every session. */
static const struct task *
ask(struct maker *maker, int at)
{
	const struct made_session *session = maker->session;
	struct wish wish = {session->round, session->company, session->level};
	uint32_t lot = rand_below(&maker->rand, UINT32_MAX);

	if (maker_befalls(maker, at, IS_REPEATED)) {
		wish.company = wish.level = "";
		lot = 0;
	}
	return choose_task(maker, at, &wish, lot);
}

/* `signal:seconds|…`, of random lengths that fill the answer. */
static char *
make_splits(const struct rubric *rubric, int64_t ms, struct rand *rand)
{
	struct str splits = STR_INIT;

	for (size_t i = 0; i < rubric->n; i++) {
		int64_t left = (int64_t)(rubric->n - i);
		int64_t share =
		    left == 1
			? ms
			: ms / left * maker_within(rand, split_share) / PERCENT;

		str_addf(&splits, "%s%s:%" PRId64 ".%03" PRId64,
		    i > 0 ? "|" : "", rubric->signals[i].key,
		    share / MADE_SECOND_MS, share % MADE_SECOND_MS);
		ms -= share;
	}
	return str_detach(&splits);
}

static double
in_seconds(int64_t ms)
{
	return (double)ms / MADE_SECOND_MS;
}

/* A share of a limit, in tenths of a second. */
static int64_t
share_ms(struct rand *rand, double limit_s, struct maker_range percent)
{
	enum { TENTH_MS = MADE_SECOND_MS / TENTHS };
	int64_t ms = (int64_t)(limit_s * MADE_SECOND_MS);

	ms = ms * maker_within(rand, percent) / PERCENT;
	return ms - ms % TENTH_MS;
}

/* The times, and what they move the clock on by. */
static void
take_time(
    struct maker *maker, int at, const struct task *task, struct answer *answer)
{
	struct rand *rand = &maker->rand;
	bool late = maker_befalls(maker, at, IS_IN_OVERTIME);
	int64_t think_ms = share_ms(rand, task->think_s, think_share);
	int64_t answer_ms =
	    share_ms(rand, task->limit_s, late ? late_share : answer_share);
	int64_t paused_ms = 0, opening_ms;

	if (maker_befalls(maker, at, IS_PAUSED))
		paused_ms = maker_within(rand, pause_s) * MADE_SECOND_MS;
	answer->limit_s = task->limit_s;
	answer->think_s = in_seconds(think_ms);
	answer->answer_s = in_seconds(answer_ms);
	answer->paused_s = in_seconds(paused_ms);
	answer->opening_s = -1;
	if (answer->mode == MODE_SPOKEN) {
		opening_ms = maker_within(rand, opening_tenths) *
			     MADE_SECOND_MS / TENTHS;
		answer->opening_s = in_seconds(opening_ms);
		answer->splits =
		    make_splits(&task->rubric, answer_ms - opening_ms, rand);
	} else {
		answer->splits = mem_text("");
	}
	maker->clock_s +=
	    (think_ms + answer_ms + paused_ms) / MADE_SECOND_MS + 1;
}

static char *
make_text(struct maker *maker, const struct answer *answer,
    const struct made_opinion *self, bool measured)
{
	enum { OWNED_FROM = 3 };
	struct str text = STR_INIT;
	struct made_style style = {
	    .round = answer->round,
	    .measured = measured,
	    .owned = self->n > 0 && self->ratings[0].value >= OWNED_FROM,
	};

	made_text(&text, &style, &maker->rand);
	return str_detach(&text);
}

static char *
make_probes(struct maker *maker, const struct task *task)
{
	struct str joined = STR_INIT, one = STR_INIT, reply = STR_INIT;
	struct list_of probes;

	list_of_parse(&probes, task->question.probes);
	if (probes.n > 0) {
		made_reply(&reply, &maker->rand);
		str_addf(&one, "%s=%s",
		    probe_text(&task->rubric, probes.items[0]), reply.s);
		list_of_join(&joined, one.s);
	}
	list_of_release(&probes);
	str_release(&one);
	str_release(&reply);
	return str_detach(&joined);
}

static char *
specific(const char *of_question, const char *of_session)
{
	return mem_text(question_any(of_question) ? of_session : of_question);
}

static void
begin_answer(
    struct maker *maker, int at, const struct task *task, struct answer *answer)
{
	const struct made_session *session = maker->session;
	char id[ID_SIZE];

	maker_id(id, maker->clock_s, &maker->rand);
	*answer = (struct answer){
	    .id = mem_text(id),
	    .session_id = mem_text(session->id),
	    .question_id = mem_text(task->question.id),
	    .started_at = maker->clock_s,
	    .round = mem_text(task->question.round),
	    .company = specific(task->question.company, session->company),
	    .level = specific(task->question.level, session->level),
	    .rubric = mem_text(task->rubric.key),
	    .mode = session->mode,
	    .hint = maker_befalls(maker, at, TAKES_A_HINT),
	    .skipped = maker_befalls(maker, at, IS_SKIPPED),
	    .prompt = mem_text(task->question.prompt),
	};
}

/* What was said, and whether it ended on a measured result. */
static void
speak(struct maker *maker, int at, const struct task *task,
    struct made_answer *made)
{
	struct answer *answer = &made->answer;
	bool measured = !maker_befalls(maker, at, HAS_NO_METRIC);

	if (task->rubric.metric)
		answer->metric = measured ? GIVEN_YES : GIVEN_NO;
	answer->text = make_text(maker, answer, &made->self, measured);
	answer->probes = maker_befalls(maker, at, IS_PROBED)
			     ? make_probes(maker, task)
			     : mem_text("");
}

void
maker_answer(struct maker *maker, int at)
{
	struct made_answer *made = &maker->session->answers[at];
	const struct task *task = ask(maker, at);
	struct answer *answer = &made->answer;

	begin_answer(maker, at, task, answer);
	take_time(maker, at, task, answer);
	if (answer->skipped) {
		answer->text = mem_text("");
		answer->probes = mem_text("");
		return;
	}
	maker_rate_answer(maker, at, &task->rubric, made);
	speak(maker, at, task, made);
}
