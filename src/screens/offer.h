/* SPDX-License-Identifier: MIT */
/* The offer to go on with an open draft: home and practice begin with it. */
#ifndef SCREENS_OFFER_H
#define SCREENS_OFFER_H

#include "screens/run.h"

struct offer {
	struct run *run; /* of the newest draft; NULL: nothing to offer */
	int drafts;      /* open ones */
	char problem[sizeof(struct err)]; /* why it can't be read; "" */
	char broken_id[ID_SIZE];
};

/* Looks for a draft; none when they were offered before. */
int offer_load(struct offer *offer, struct desk *desk, struct instant now,
    struct err *err);
void offer_release(struct offer *offer);

bool offer_open(const struct offer *offer);

enum offer_answer {
	OFFER_NOTHING, /* the key means nothing here */
	OFFER_RESUME,  /* go to run_next(); the run is no longer the offer's */
	OFFER_LATER,   /* the offer is closed */
	OFFER_GONE,    /* the draft was discarded; the next one may be open */
};

/* r or Enter resumes, x discards, Esc leaves it for later. */
enum offer_answer offer_key(struct offer *offer, struct desk *desk,
    const struct event *event, struct run **run, struct err *err);

void offer_draw(
    const struct offer *offer, struct surface *surface, struct area area);

#endif
