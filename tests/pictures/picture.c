/* SPDX-License-Identifier: MIT */
/*
 * picture ROWS COLS KEYS COMMAND: runs the command in a virtual terminal,
 * sends the keys one by one, each after the screen has come to rest, and
 * prints the screen as SVG.  In KEYS `\r` is Enter, `\d` Ctrl-D, `\e` Esc;
 * `~` rests for a second.
 */
#define _DEFAULT_SOURCE
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

enum {
	QUIET_MS = 150,
	FIRST_MS = 3000,
	REST_MS = 1000,
	CELL_W = 8,
	CELL_H = 17,
	MARGIN = 12,
	BASE = 13, /* of a row: where its text stands */
};

struct stage {
	VTerm *vt;
	VTermScreen *screen;
	int fd;
	pid_t pid;
};

static void
settle(struct stage *stage, int first_ms)
{
	struct pollfd p = {.fd = stage->fd, .events = POLLIN};
	int wait = first_ms;

	while (poll(&p, 1, wait) > 0) {
		char buf[65536];
		ssize_t n = read(stage->fd, buf, sizeof(buf));

		if (n <= 0)
			return;
		vterm_input_write(stage->vt, buf, (size_t)n);
		wait = QUIET_MS;
	}
}

static void
press(struct stage *stage, char key)
{
	if (write(stage->fd, &key, 1) != 1)
		exit(1);
	settle(stage, QUIET_MS);
}

static void
play(struct stage *stage, const char *keys)
{
	for (; *keys != '\0'; keys++) {
		if (*keys == '~') {
			settle(stage, REST_MS);
			continue;
		}
		if (*keys != '\\') {
			press(stage, *keys);
			continue;
		}
		keys++;
		press(stage, *keys == 'r'   ? '\r'
			     : *keys == 'd' ? 4
			     : *keys == 'e' ? 27
					    : *keys);
	}
}

static void
print_text(const VTermScreenCell *cell)
{
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++) {
		if (cell->chars[i] == '&' || cell->chars[i] == '<')
			printf("&#%u;", cell->chars[i]);
		else
			printf("&#x%x;", cell->chars[i]);
	}
}

static void
colour(const struct stage *stage, VTermColor from, const char *otherwise,
    char out[8])
{
	if (VTERM_COLOR_IS_DEFAULT_FG(&from) ||
	    VTERM_COLOR_IS_DEFAULT_BG(&from)) {
		snprintf(out, 8, "%s", otherwise);
		return;
	}
	vterm_screen_convert_color_to_rgb(stage->screen, &from);
	snprintf(out, 8, "#%02x%02x%02x", from.rgb.red, from.rgb.green,
	    from.rgb.blue);
}

static void
print_cell(const struct stage *stage, int row, int col)
{
	VTermPos at = {.row = row, .col = col};
	VTermScreenCell cell;
	char fg[8], bg[8];
	int x = MARGIN + col * CELL_W, y = MARGIN + row * CELL_H;

	vterm_screen_get_cell(stage->screen, at, &cell);
	colour(stage, cell.fg, "#d8dee4", fg);
	colour(stage, cell.bg, "#16191d", bg);
	if (cell.attrs.reverse)
		printf("<rect x='%d' y='%d' width='%d' height='%d' "
		       "fill='%s'/>",
		    x, y, CELL_W * (cell.width > 0 ? cell.width : 1), CELL_H,
		    fg);
	if (cell.chars[0] == 0 || cell.chars[0] == ' ' ||
	    cell.chars[0] == (uint32_t)-1)
		return;
	printf("<text x='%d' y='%d' fill='%s'%s>", x, y + BASE,
	    cell.attrs.reverse ? bg : fg,
	    cell.attrs.bold ? " font-weight='bold'" : "");
	print_text(&cell);
	printf("</text>\n");
}

static void
print_svg(const struct stage *stage, int rows, int cols)
{
	int w = cols * CELL_W + 2 * MARGIN, h = rows * CELL_H + 2 * MARGIN;

	printf("<svg xmlns='http://www.w3.org/2000/svg' width='%d' "
	       "height='%d' viewBox='0 0 %d %d' font-family='DejaVu Sans "
	       "Mono, Menlo, Consolas, monospace' font-size='13'>\n"
	       "<rect width='100%%' height='100%%' rx='6' fill='#16191d'/>\n",
	    w, h, w, h);
	for (int row = 0; row < rows; row++)
		for (int col = 0; col < cols; col++)
			print_cell(stage, row, col);
	printf("</svg>\n");
}

int
main(int argc, char **argv)
{
	struct winsize size = {0};
	struct stage stage;

	if (argc != 5) {
		fputs("usage: picture ROWS COLS KEYS COMMAND\n", stderr);
		return 2;
	}
	size.ws_row = (unsigned short)atoi(argv[1]);
	size.ws_col = (unsigned short)atoi(argv[2]);
	stage.pid = forkpty(&stage.fd, NULL, NULL, &size);
	if (stage.pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		execl("/bin/sh", "sh", "-c", argv[4], (char *)NULL);
		_exit(127);
	}
	stage.vt = vterm_new(size.ws_row, size.ws_col);
	vterm_set_utf8(stage.vt, 1);
	stage.screen = vterm_obtain_screen(stage.vt);
	vterm_screen_enable_altscreen(stage.screen, 1);
	vterm_screen_reset(stage.screen, 1);
	settle(&stage, FIRST_MS);
	play(&stage, argv[3]);
	print_svg(&stage, size.ws_row, size.ws_col);
	kill(stage.pid, SIGKILL);
	waitpid(stage.pid, NULL, 0);
	vterm_free(stage.vt);
	return 0;
}
