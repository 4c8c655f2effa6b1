/* SPDX-License-Identifier: MIT */
#include "store/doctor.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "cli/command.h"
#include "cli/output.h"

static const struct option_spec options[] = {
    {"fix", NULL, "first mend what can be mended without losing anything",
	OPTION_FIX},
    {"json", NULL, "one JSON object", OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

static void
print_json(const struct doctor *doctor)
{
	struct json json = json_begin(stdout);

	json_object(&json);
	json_key(&json, "ok");
	json_bool(&json, doctor_ok(doctor));
	json_key(&json, "checks");
	json_array(&json);
	for (int i = 0; i < doctor->n; i++) {
		const struct doctor_check *check = &doctor->checks[i];

		json_object(&json);
		json_key(&json, "name");
		json_text(&json, check->name);
		json_key(&json, "ok");
		json_bool(&json, check->ok);
		json_key(&json, "detail");
		json_text(&json, check->detail);
		json_key(&json, "fix");
		json_text(&json, check->fix);
		json_end(&json);
	}
	json_end(&json);
	json_end(&json);
	putchar('\n');
}

/* Records: name, ok or wrong, detail, fix. */
static void
print_records(const struct doctor *doctor)
{
	for (int i = 0; i < doctor->n; i++) {
		const struct doctor_check *check = &doctor->checks[i];

		printf("%s\t%s\t", check->name, check->ok ? "ok" : "wrong");
		output_text(check->detail);
		putchar('\t');
		output_text(check->fix);
		putchar('\n');
	}
}

static bool
can_mend(const struct doctor *doctor)
{
	for (int i = 0; i < doctor->n; i++)
		if (doctor->checks[i].mends)
			return true;
	return false;
}

/* Opening it brings an older schema up to date. */
static int
mend(struct context *context, const char *path, struct doctor *doctor,
    struct err *err)
{
	bool opens = doctor->status == ERR_NONE;

	if (!can_mend(doctor))
		return 0;
	if (store_doctor_mend(path, err) != 0 ||
	    (opens && context_open_store(context, err) != 0))
		return -1;
	doctor_release(doctor);
	store_doctor(path, doctor);
	return 0;
}

/* The worst first: what exit status and last line are about.  What is found
 * may say by itself what to do. */
static int
fail_first(const struct doctor *doctor, struct err *err)
{
	enum err_status status =
	    doctor->status == ERR_DATABASE ? ERR_DATABASE : ERR_FAILED;

	for (int i = 0; i < doctor->n; i++) {
		const struct doctor_check *check = &doctor->checks[i];

		bool says = strstr(check->detail, check->fix) != NULL;

		if (!check->ok)
			return fail_as(err, status, "%s: %s%s%s", check->name,
			    check->detail, says ? "" : "; ",
			    says ? "" : check->fix);
	}
	return 0;
}

static int
run_doctor(struct context *context, const struct args *args, struct err *err)
{
	struct doctor doctor;
	const char *path;
	int rc = 0;

	if (context_path(context, &path, err) != 0)
		return -1;
	store_doctor(path, &doctor);
	if (args_has(args, OPTION_FIX))
		rc = mend(context, path, &doctor, err);
	if (rc == 0) {
		if (args_has(args, OPTION_JSON))
			print_json(&doctor);
		else
			print_records(&doctor);
		rc = fail_first(&doctor, err);
	}
	doctor_release(&doctor);
	return rc;
}

const struct command doctor_command = {
    .name = "doctor",
    .about = "Whether the database is well, and what to do where it is not.",
    .operands = "",
    .options = options,
    .details =
	"Records, tabs between: check, ok or wrong, what was found, what to\n"
	"do.  Nothing is changed, nor is a missing database made, without\n"
	"--fix, which takes away what others may read, brings an older schema\n"
	"up to date and judges sessions anew where what is kept of them is\n"
	"wrong.  What is lost comes back from a backup only.  The exit status\n"
	"is 1 where something is wrong, 3 where the database is damaged,\n"
	"foreign or newer.\n",
    .example = "rehearse doctor --json",
    .run = run_doctor,
};
