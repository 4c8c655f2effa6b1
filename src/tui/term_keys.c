/* SPDX-License-Identifier: MIT */
#include "tui/term_input.h"

/* By their names in terminfo(5); the arrows with Ctrl, and those up and down
 * with Shift or Alt, are user-defined ones that ncurses describes. */
static const struct {
	const char *name;
	int key;
} keys[] = {
    {"kcuu1", K_UP},
    {"kcud1", K_DOWN},
    {"kcub1", K_LEFT},
    {"kcuf1", K_RIGHT},
    {"khome", K_HOME},
    {"kend", K_END},
    {"kpp", K_PAGE_UP},
    {"knp", K_PAGE_DOWN},
    {"kich1", K_INSERT},
    {"kdch1", K_DELETE},
    {"kbs", K_BACKSPACE},
    {"kcbt", K_BACKTAB},
    {"kent", '\n'},
    {"kLFT5", K_WORD_LEFT},
    {"kRIT5", K_WORD_RIGHT},
    {"kUP", K_SHIFT | K_UP},
    {"kDN", K_SHIFT | K_DOWN},
    {"kUP3", K_ALT | K_UP},
    {"kDN3", K_ALT | K_DOWN},
    {"kLFT", K_SHIFT | K_LEFT},
    {"kRIT", K_SHIFT | K_RIGHT},
    {"kHOM", K_SHIFT | K_HOME},
    {"kEND", K_SHIFT | K_END},
    {"kLFT6", K_SHIFT | K_WORD_LEFT},
    {"kRIT6", K_SHIFT | K_WORD_RIGHT},
    {"kf1", K_F1},
    {"kf2", K_F2},
    {"kf3", K_F3},
    {"kf4", K_F4},
    {"kf5", K_F5},
    {"kf6", K_F6},
    {"kf7", K_F7},
    {"kf8", K_F8},
    {"kf9", K_F9},
    {"kf10", K_F10},
    {"kf11", K_F11},
    {"kf12", K_F12},
};

void
input_name_keys(
    struct term_input *input, const char *(*capability)(const char *name))
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		input_name(input, capability(keys[i].name), keys[i].key);
}
