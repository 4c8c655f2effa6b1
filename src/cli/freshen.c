/* SPDX-License-Identifier: MIT */
#include "cli/freshen.h"

#include <signal.h>

#include "cli/progress.h"
#include "store/fresh.h"

int
freshen_all(struct store *store, bool in_lines, struct err *err)
{
	struct progress progress;
	int rc, number;

	progress_begin(&progress);
	rc = store_freshen_all(store,
	    in_lines ? progress_left_once : progress_left, &progress, err);
	number = progress_end(&progress);
	if (number != 0)
		raise(number);
	return rc == FRESH_STOPPED ? fail(err, "stopped before all was judged")
				   : rc;
}
