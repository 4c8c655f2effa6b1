/* SPDX-License-Identifier: MIT */
/* The help overlay of the top screen: what it is for and all of its keys. */
#ifndef TUI_APP_HELP_H
#define TUI_APP_HELP_H

#include "tui/app.h"

void app_help_open(struct app *app);

/* Scrolls, or closes the overlay; other keys do nothing. */
void app_help_key(struct app *app, int key);

/* Draws over the whole surface. */
void app_help_draw(const struct app *app, struct surface *surface);

#endif
