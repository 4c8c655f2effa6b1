/* SPDX-License-Identifier: MIT */
#include "screens/import.h"
#include "screens/attempts.h"
#include "screens/question_form.h"
#include "screens/rate_kept.h"

const struct screen *const all_screens[] = {
    &home_screen,
    &start_screen,
    &setup_screen,
    &practice_screen,
    &rate_screen,
    &rate_kept_screen,
    &reveal_screen,
    &debrief_screen,
    &history_screen,
    &session_screen,
    &answer_screen,
    &retake_screen,
    &review_screen,
    &signal_screen,
    &views_screen,
    &contrast_screen,
    &bank_screen,
    &question_form_screen,
    &attempts_screen,
    &choose_screen,
    &import_screen,
    &calibrate_screen,
    &compare_screen,
    &status_screen,
    &loops_screen,
    &loop_screen,
    NULL,
};
