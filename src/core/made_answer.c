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
fits(const char *wanted, const char *given)
{
	return question_any(given) || strcmp(wanted, given) == 0;
}

/* What a question should be for. */
struct wish {
	const char *round, *company, *level;
};

static unsigned char
suits(const struct wish *wish, const struct question *question)
{
	if (strcmp(question->round, wish->round) != 0)
		return 0;
	return (unsigned char)(1 + 2 * fits(wish->level, question->level) +
			       fits(wish->company, question->company));
}

struct maker_fit *
maker_fits(const struct made_plan *plan, const struct made_session *session)
{
	struct maker_fit *all = mem_zero((size_t)plan->n_tasks, sizeof(*all));
	struct wish own = {session->round, session->company, session->level};
	struct wish everyone = {session->round, "", ""};

	for (int i = 0; i < plan->n_tasks; i++) {
		const struct question *question = &plan->tasks[i].question;

		all[i].own = suits(&own, question);
		all[i].everyone = suits(&everyone, question);
	}
	return all;
}

/* How well it can be asked now; -1 when it was asked already. */
static int
fit_now(const struct maker_fit *fit, bool for_everyone)
{
	if (fit->was_asked)
		return -1;
	return for_everyone ? fit->everyone : fit->own;
}

/* One of those that suit best and were not asked yet: which one is chosen by
 * `lot`.  The very first when none is left. */
static int
choose_task(const struct maker *maker, bool for_everyone, uint32_t lot)
{
	const struct made_plan *plan = maker->plan;
	int best = 0;
	uint32_t n = 0;

	for (int i = 0; i < plan->n_tasks; i++) {
		int how_well = fit_now(&maker->fits[i], for_everyone);

		if (how_well > best)
			n = 0;
		if (how_well >= best) {
			best = how_well;
			n++;
		}
	}
	if (n == 0)
		return 0;
	lot %= n;
	for (int i = 0; i < plan->n_tasks; i++)
		if (fit_now(&maker->fits[i], for_everyone) == best &&
		    lot-- == 0)
			return i;
	return 0;
}

/* A repeated question is the round's first that is for everyone: the same in
 * every session. */
static int
ask(struct maker *maker, int at)
{
	bool repeated = maker_befalls(maker, at, IS_REPEATED);
	uint32_t lot = rand_below(&maker->rand, UINT32_MAX);
	int task = choose_task(maker, repeated, repeated ? 0 : lot);

	maker->fits[task].was_asked = true;
	return task;
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
	int number = ask(maker, at);
	const struct task *task = &maker->plan->tasks[number];
	struct answer *answer = &made->answer;

	made->task = number;
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
