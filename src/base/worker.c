/* SPDX-License-Identifier: MIT */
#include "base/worker.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"

enum { SECOND_MS = 1000, MS_NS = 1000000, SECOND_NS = 1000000000 };

struct worker {
	bool has_thread;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	struct piece {
		void (*work)(void *arg);
		void *arg;
	} pieces[WORKER_PIECES];
	size_t first; /* is being done, where there is one */
	size_t n;
	bool leave;
};

enum {
	/* Who waits for room sleeps until there is room for several pieces: to
	 * be woken after each takes longer than the piece. */
	PIECES_LEFT = WORKER_PIECES / 2,
};

/* Unlocked meanwhile. */
static void
do_first(struct worker *worker)
{
	const struct piece piece = worker->pieces[worker->first];

	pthread_mutex_unlock(&worker->lock);
	piece.work(piece.arg);
	pthread_mutex_lock(&worker->lock);
	worker->first = (worker->first + 1) % WORKER_PIECES;
	worker->n--;
	if (worker->n == PIECES_LEFT || worker->n == 0)
		pthread_cond_broadcast(&worker->changed);
}

static void *
run(void *arg)
{
	struct worker *worker = arg;

	pthread_mutex_lock(&worker->lock);
	while (!worker->leave) {
		if (worker->n > 0)
			do_first(worker);
		else
			pthread_cond_wait(&worker->changed, &worker->lock);
	}
	pthread_mutex_unlock(&worker->lock);
	return NULL;
}

static void
init_condition(pthread_cond_t *changed)
{
	pthread_condattr_t attributes;

	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(changed, &attributes);
	pthread_condattr_destroy(&attributes);
}

struct worker *
worker_new(void)
{
	struct worker *worker = mem_zero(1, sizeof(*worker));
	sigset_t all, before;

	pthread_mutex_init(&worker->lock, NULL);
	init_condition(&worker->changed);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	worker->has_thread =
	    pthread_create(&worker->thread, NULL, run, worker) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return worker;
}

void
worker_free(struct worker *worker)
{
	if (worker == NULL)
		return;
	worker_ended(worker, -1);
	if (worker->has_thread) {
		pthread_mutex_lock(&worker->lock);
		worker->leave = true;
		pthread_cond_broadcast(&worker->changed);
		pthread_mutex_unlock(&worker->lock);
		pthread_join(worker->thread, NULL);
	}
	pthread_cond_destroy(&worker->changed);
	pthread_mutex_destroy(&worker->lock);
	free(worker);
}

void
worker_begin(struct worker *worker, void (*work)(void *arg), void *arg)
{
	if (!worker->has_thread) {
		work(arg);
		return;
	}
	pthread_mutex_lock(&worker->lock);
	if (worker->n == WORKER_PIECES)
		while (worker->n > PIECES_LEFT)
			pthread_cond_wait(&worker->changed, &worker->lock);
	worker->pieces[(worker->first + worker->n) % WORKER_PIECES] =
	    (struct piece){work, arg};
	worker->n++;
	pthread_mutex_unlock(&worker->lock);
	pthread_cond_broadcast(&worker->changed);
}

static struct timespec
after_ms(int ms)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	at.tv_sec += ms / SECOND_MS;
	at.tv_nsec += (long)(ms % SECOND_MS) * MS_NS;
	if (at.tv_nsec >= SECOND_NS) {
		at.tv_sec++;
		at.tv_nsec -= SECOND_NS;
	}
	return at;
}

bool
worker_ended(struct worker *worker, int ms)
{
	const struct timespec until = after_ms(ms > 0 ? ms : 0);
	bool ended;
	int rc = 0;

	pthread_mutex_lock(&worker->lock);
	while (worker->n > 0 && rc != ETIMEDOUT)
		rc = ms < 0 ? pthread_cond_wait(&worker->changed, &worker->lock)
			    : pthread_cond_timedwait(
				  &worker->changed, &worker->lock, &until);
	ended = worker->n == 0;
	pthread_mutex_unlock(&worker->lock);
	return ended;
}
