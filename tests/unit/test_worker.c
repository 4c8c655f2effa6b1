/* SPDX-License-Identifier: MIT */
#include <pthread.h>
#include <signal.h>

#include "unit.h"

#include "base/worker.h"

enum { TIMES = 1000, LONG_MS = 60000 };

static void
add_one(void *arg)
{
	int *n = arg;

	(*n)++;
}

static void
each_work_is_done_before_the_next(void **state)
{
	struct worker *worker = worker_new();
	int n = 0;

	(void)state;
	for (int i = 1; i <= TIMES; i++) {
		worker_begin(worker, add_one, &n);
		assert_true(worker_ended(worker, -1));
		assert_int_equal(n, i);
	}
	worker_free(worker);
}

struct counted {
	int *n;
	int number; /* -1: done */
};

static void
count_in_order(void *arg)
{
	struct counted *piece = arg;

	if (*piece->n == piece->number)
		(*piece->n)++;
	piece->number = -1;
}

/* More than wait at a time: none is lost, and what an old one used can be used
 * again. */
static void
many_are_done_one_after_the_other(void **state)
{
	enum { ROOM = WORKER_PIECES + 1 };
	struct counted pieces[ROOM];
	struct worker *worker = worker_new();
	int n = 0;

	(void)state;
	for (int i = 0; i < TIMES; i++) {
		struct counted *piece = &pieces[i % ROOM];

		if (i >= ROOM)
			assert_int_equal(piece->number, -1);
		*piece = (struct counted){&n, i};
		worker_begin(worker, count_in_order, piece);
	}
	assert_true(worker_ended(worker, -1));
	assert_int_equal(n, TIMES);
	worker_free(worker);
}

static void
take_lock(void *arg)
{
	pthread_mutex_t *lock = arg;

	pthread_mutex_lock(lock);
	pthread_mutex_unlock(lock);
}

/* It can't end before the lock is given back. */
static void
one_can_look_whether_it_has_ended(void **state)
{
	pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	struct worker *worker = worker_new();

	(void)state;
	pthread_mutex_lock(&lock);
	worker_begin(worker, take_lock, &lock);
	assert_false(worker_ended(worker, 0));
	assert_false(worker_ended(worker, 1));
	pthread_mutex_unlock(&lock);
	assert_true(worker_ended(worker, LONG_MS));
	assert_true(worker_ended(worker, 0));
	worker_free(worker);
}

static void
what_was_begun_is_done_in_the_end(void **state)
{
	struct worker *worker = worker_new();
	int n = 0;

	(void)state;
	worker_begin(worker, add_one, &n);
	worker_free(worker);
	assert_int_equal(n, 1);
	worker_free(NULL);
}

static void
look_at_mask(void *arg)
{
	pthread_sigmask(SIG_SETMASK, NULL, arg);
}

static void
signals_are_left_to_the_program(void **state)
{
	struct worker *worker = worker_new();
	sigset_t theirs, ours;

	(void)state;
	sigemptyset(&theirs);
	worker_begin(worker, look_at_mask, &theirs);
	assert_true(worker_ended(worker, -1));
	pthread_sigmask(SIG_SETMASK, NULL, &ours);
	assert_int_equal(sigismember(&theirs, SIGINT), 1);
	assert_int_equal(sigismember(&ours, SIGINT), 0);
	worker_free(worker);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_work_is_done_before_the_next),
	    cmocka_unit_test(many_are_done_one_after_the_other),
	    cmocka_unit_test(one_can_look_whether_it_has_ended),
	    cmocka_unit_test(what_was_begun_is_done_in_the_end),
	    cmocka_unit_test(signals_are_left_to_the_program),
	};

	return cmocka_run_group_tests_name("worker", tests, NULL, NULL);
}
