/* SPDX-License-Identifier: MIT */
/* The least that an ncurses program can do: paint a full screen, then echo
 * keys.  What rehearse's start and echo are measured against. */
#include <locale.h>
#include <ncurses.h>

int
main(void)
{
	int key, n = 0;

	setlocale(LC_ALL, "");
	set_escdelay(25);
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	start_color();
	use_default_colors();
	for (int y = 0; y < LINES; y++)
		for (int x = 0; x < COLS - 1; x++)
			mvaddch(y, x, (chtype)('a' + (x + y) % 26));
	move(0, 0);
	refresh();
	while ((key = getch()) != ERR) {
		mvaddch(1, n++ % 70, (chtype)key);
		refresh();
	}
	endwin();
	return 0;
}
