/* What rules write into records, each in one sentence (record/wording.h). */
#include "record/wording.h"

const struct wording wordings[] = {
    /* what there is to tell, found by a rule or by one tap (P7, E13–14, E19) */
    {"late_promise", N_("Late promise: %s")},
    {"stuck", N_("I am stuck")},
    {"stuck_on", N_("I am stuck: %s")},
    {"something_wrong", N_("Something is wrong")},
    /* the possible ways of a request (T11, T13) */
    {"as_asked", N_("As asked")},
    {"reduced", N_("Less, for that date")},
    {"later", N_("All of it, later")},
    {"decline", N_("Not this time")},
    /* the call sheet: what is still to be asked, and what was heard (P3) */
    {"ask_what_happened", N_("What happened?")},
    {"ask_since_when", N_("Since when?")},
    {"ask_effects", N_("What does it change for you?")},
    {"ask_worries_most", N_("What worries you most?")},
    {"ask_ideal", N_("What would be ideal?")},
    {"ask_by_when", N_("By when?")},
    {"heard_what_happened", N_("What happened: %s")},
    {"heard_since_when", N_("Since when: %s")},
    {"heard_effects", N_("What it changes for you: %s")},
    {"heard_worries_most", N_("What worries you most: %s")},
    {"heard_ideal", N_("What would be ideal: %s")},
    {"heard_by_when", N_("By when: %s")},
    {0},
};
