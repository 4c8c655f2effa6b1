# SPDX-License-Identifier: MIT
# Succeeds when the input is one JSON value (RFC 8259) and nothing else.

function space() {
	while (substr(text, at, 1) ~ /^[ \t\r\n]$/)
		at++
}

# Takes what the pattern, which begins with ^, matches here.
function take(pattern) {
	if (!match(substr(text, at, WINDOW), pattern))
		return 0
	at += RLENGTH
	return 1
}

function string(   c) {
	if (substr(text, at, 1) != "\"")
		return 0
	for (at++; at <= length(text); at++) {
		c = substr(text, at, 1)
		if (c == "\"") {
			at++
			return 1
		}
		if (c ~ /^[\001-\037]$/)
			return 0
		if (c != "\\")
			continue
		at++
		if (!match(substr(text, at, 5), \
		    /^(["\\\/bfnrt]|u[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F])/))
			return 0
		at += RLENGTH - 1
	}
	return 0
}

# The members of an object or array up to its end.
function members(end, named) {
	at++
	space()
	if (substr(text, at, 1) == end) {
		at++
		return 1
	}
	for (;;) {
		space()
		if (named) {
			if (!string())
				return 0
			space()
			if (substr(text, at++, 1) != ":")
				return 0
		}
		if (!value())
			return 0
		space()
		if (substr(text, at, 1) == end) {
			at++
			return 1
		}
		if (substr(text, at++, 1) != ",")
			return 0
	}
}

function value(   c) {
	space()
	c = substr(text, at, 1)
	if (c == "{")
		return members("}", 1)
	if (c == "[")
		return members("]", 0)
	if (c == "\"")
		return string()
	if (take("^(true|false|null)"))
		return 1
	return take("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")
}

{
	text = text $0 "\n"
}

END {
	WINDOW = 64
	at = 1
	if (!value())
		exit 1
	space()
	exit at <= length(text)
}
