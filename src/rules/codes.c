/* Every refusal by its code, with one sentence: what is missing and where it is
 * done, in the tone of a colleague (api.md 9). */
#include "rules/rules.h"

const struct code codes[] = {
    {"bad_json", 400, N_("This is not JSON: nothing was read.")},
    {"bad_request", 400, N_("This request could not be read.")},
    {"unauthenticated", 401, N_("Please log in first.")},
    {"lead_only", 403, N_("A lead of the firm does this: ask one of them.")},
    {"responsible_only", 403, N_("The person in charge does this: ask them, or a lead.")},
    {"author_only", 403, N_("This belongs to somebody else: only they can do it.")},
    {"not_found", 404, N_("There is nothing here under this name.")},
    {"method_not_allowed", 405, N_("This page does not do that.")},
    {"etag_mismatch", 412, N_("Somebody changed this in the meantime: look at it again, then change it.")},
    {"too_large", 413, N_("This is too much at once: at most one megabyte.")},
    {"unsupported_media_type", 415, N_("Please send this as application/json.")},
    {"invalid", 422, N_("Some of this is missing or cannot be read: see each field.")},
    {"idempotency_mismatch", 422, N_("This key was already used for another request: choose another one.")},
    {"too_many_requests", 429, N_("Too many attempts: please wait a minute.")},
    {"unavailable", 503,
	N_("The records cannot be reached right now: nothing was changed, please try again.")},

    {"clock_backwards", 409, N_("Time only goes forward.")},
    {"k_floor", 422, N_("Fewer than three people would be recognisable: three is the least.")},

    {"cover_missing", 409, N_("Someone is waiting: say who looks after these clients meanwhile.")},
    {"cover_away", 409, N_("That person is away in those days too: choose another cover.")},
    {"still_responsible", 409,
	N_("This person is still in charge: hand over their clients and engagements first.")},
    {"open_promises", 409, N_("This person still has open promises: hand them over first.")},
    {"person_inactive", 409, N_("This person is no longer on the team: choose somebody who is.")},
    {"last_lead", 409, N_("A firm needs at least one lead: name another one first.")},
    {"officer_needed", 409, N_("Somebody on the team always looks after privacy: name another one first.")},
    {"password_unknown", 409, N_("This is not the password you use now: nothing was changed.")},
    {"staff_only_role", 409, N_("This is for people on the team: choose one of them.")},

    {"already_active", 409, N_("We are already working with this client.")},
    {"referral_self", 409, N_("A client cannot introduce itself: name somebody else.")},
    {"referral_cycle", 409,
	N_("This would close a circle: that client was itself introduced through this one.")},

    {"no_reply_owed", 409, N_("Nobody is waiting for an answer here.")},
    {"appointment_required", 409, N_("This takes an appointment to come with this client: note one first.")},
    {"not_planned", 409, N_("This was not planned: only an appointment is moved or cancelled.")},
    {"already_past", 409, N_("This appointment has already taken place: note a new one.")},

    {"not_open", 409, N_("This promise is no longer open.")},
    {"not_done", 409, N_("This promise is not done yet.")},
    {"same_date", 409, N_("It is already due on that day: choose another date.")},
    {"already_started", 409, N_("This was already begun.")},
    {"only_receiver_drops", 409,
	N_("Only whoever receives a promise can let it go: name the exchange where the client said so.")},
    {"no_client", 409, N_("This promise is among us: there is no client to tell.")},

    {"not_told", 409, N_("This has not been told yet: tell it by voice first.")},
    {"already_told", 409, N_("This was already told.")},
    {"told_before_noticed", 409, N_("That exchange was before this was noticed: name a later one.")},
    {"already_found", 409, N_("It is already noted that the client found out.")},
    {"noticed_later", 409, N_("We may have noticed it earlier, never later: choose an earlier hour.")},
    {"voice_not_owed", 409, N_("Nothing is left to say by voice here.")},
    {"not_voice", 409, N_("This is said by voice: name a call, a video call or a meeting.")},
    {"problem_must_be_told", 409, N_("A problem is told, never dropped: call the client.")},

    {"someone_waits", 409,
	N_("Someone is waiting. You can answer, take it to the next meeting, or hand it over.")},
    {"snooze_too_long", 409, N_("This can wait two working days at most: choose a nearer date.")},
    {"always_useful", 409, N_("This one always counts: do it, or hand it over.")},
    {0},
};
