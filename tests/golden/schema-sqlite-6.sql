CREATE TABLE client (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  name TEXT NOT NULL,
  kind TEXT DEFAULT 'external' CHECK (kind IN ('external', 'internal')),
  state TEXT DEFAULT 'prospect' CHECK (state IN ('prospect', 'active', 'transition', 'ended', 'archived')),
  responsible_id INTEGER REFERENCES person (id),
  lang TEXT CHECK (lang IN ('fr', 'en')),
  started_on INTEGER,
  ended_on INTEGER,
  referred_by_client_id INTEGER REFERENCES client (id),
  referred_by_text TEXT,
  referred_at INTEGER,
  referral_thanked_at INTEGER,
  activated_at INTEGER,
  welcomed_at INTEGER,
  silence_rule TEXT DEFAULT 'none' CHECK (silence_rule IN ('none', 'offered', 'accepted', 'withdrawn')),
  silence_rule_at INTEGER,
  silence_rule_by INTEGER REFERENCES person (id),
  handed_at INTEGER,
  handed_from_id INTEGER REFERENCES person (id),
  handed_passed TEXT,
  name_key TEXT
) STRICT;
CREATE INDEX client_1 ON client (name_key, id);
CREATE INDEX client_2 ON client (responsible_id);
CREATE INDEX client_3 ON client (referred_by_client_id, id) WHERE referred_by_client_id IS NOT NULL;
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  name TEXT NOT NULL,
  email TEXT,
  emails TEXT,
  role TEXT NOT NULL CHECK (role IN ('contact', 'member', 'lead')),
  client_id INTEGER REFERENCES client (id),
  lang TEXT CHECK (lang IN ('fr', 'en')),
  phone TEXT,
  phones TEXT,
  can_agree INTEGER NOT NULL DEFAULT 0,
  voice_ok INTEGER NOT NULL DEFAULT 1,
  active INTEGER NOT NULL DEFAULT 1,
  absences TEXT,
  away_from INTEGER,
  away_to INTEGER,
  cover_person_id INTEGER REFERENCES person (id),
  privacy_officer INTEGER NOT NULL DEFAULT 0,
  notify TEXT DEFAULT 'messages' CHECK (notify IN ('none', 'urgent', 'messages')),
  digest INTEGER NOT NULL DEFAULT 0,
  digest_at INTEGER,
  week_at INTEGER,
  month_at INTEGER,
  questions_at INTEGER,
  mail_failed_at INTEGER,
  name_key TEXT,
  password TEXT
) STRICT;
CREATE INDEX person_1 ON person (client_id);
CREATE INDEX person_2 ON person (email);
CREATE INDEX person_3 ON person (id) WHERE emails IS NOT NULL;
CREATE INDEX person_4 ON person (name_key);
CREATE INDEX person_5 ON person (cover_person_id) WHERE cover_person_id IS NOT NULL;
CREATE TABLE mandate (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER NOT NULL REFERENCES client (id),
  title TEXT NOT NULL,
  need TEXT,
  need_said_by TEXT,
  need_confirmed_at INTEGER,
  how TEXT,
  when_due INTEGER,
  price_cents INTEGER,
  currency TEXT,
  budget_minutes INTEGER,
  strategy TEXT,
  responsible_id INTEGER REFERENCES person (id),
  state TEXT DEFAULT 'draft' CHECK (state IN ('draft', 'running', 'delivered', 'closed')),
  entente_id INTEGER REFERENCES writing (id),
  reviewed_at INTEGER,
  started_on INTEGER,
  delivered_on INTEGER,
  delivered_at INTEGER,
  result TEXT CHECK (result IN ('reached', 'partly', 'not')),
  closed_on INTEGER,
  closed_without_answer INTEGER NOT NULL DEFAULT 0,
  look_since INTEGER,
  busy_from INTEGER,
  busy_to INTEGER,
  handed_at INTEGER,
  handed_from_id INTEGER REFERENCES person (id),
  handed_passed TEXT
) STRICT;
CREATE INDEX mandate_1 ON mandate (client_id, id);
CREATE INDEX mandate_2 ON mandate (responsible_id);
CREATE INDEX mandate_3 ON mandate (closed_on) WHERE closed_on IS NOT NULL;
CREATE TABLE matter (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER NOT NULL REFERENCES client (id),
  mandate_id INTEGER REFERENCES mandate (id),
  nature TEXT DEFAULT 'problem' CHECK (nature IN ('problem', 'bad_news', 'good_news', 'idea', 'standard')),
  title TEXT NOT NULL,
  body TEXT,
  severity INTEGER DEFAULT 2,
  category TEXT,
  state TEXT DEFAULT 'noticed' CHECK (state IN ('noticed', 'told', 'understood', 'options', 'decided', 'applied', 'closed', 'dropped')),
  noticed_at INTEGER,
  noticed_by_side TEXT DEFAULT 'us' CHECK (noticed_by_side IN ('us', 'client')),
  found_by_client_at INTEGER,
  found_noted_at INTEGER,
  told_at INTEGER,
  told_in_id INTEGER REFERENCES exchange (id),
  voice_owed INTEGER NOT NULL DEFAULT 0,
  spoken_at INTEGER,
  dropped_at INTEGER,
  cause TEXT DEFAULT 'unknown' CHECK (cause IN ('us', 'client', 'both', 'neither', 'unknown')),
  our_part TEXT,
  superior_decision INTEGER NOT NULL DEFAULT 0,
  superior_reason TEXT,
  promise_id INTEGER REFERENCES promise (id),
  term_id INTEGER REFERENCES term (id),
  update_due INTEGER,
  news TEXT,
  noticed_edits TEXT,
  loops INTEGER DEFAULT 0,
  first_ever INTEGER NOT NULL DEFAULT 0,
  double_deviation INTEGER NOT NULL DEFAULT 0,
  recurs_of_id INTEGER REFERENCES matter (id),
  reason_asked_at INTEGER,
  reason_given_at INTEGER,
  understood_at INTEGER,
  options_at INTEGER,
  decided_at INTEGER,
  applied_at INTEGER,
  applied_in_id INTEGER REFERENCES exchange (id),
  applied_text TEXT,
  rated_at INTEGER,
  adjust_at INTEGER,
  adjusted_at INTEGER,
  verified_in_id INTEGER REFERENCES exchange (id),
  closed_at INTEGER,
  closed_as TEXT CHECK (closed_as IN ('verified', 'accepted_as_is', 'unverified')),
  rechecked_at INTEGER,
  reworded INTEGER NOT NULL DEFAULT 0,
  reopened_why TEXT,
  eased TEXT CHECK (eased IN ('yes', 'no')),
  stood_out TEXT CHECK (stood_out IN ('yes', 'no')),
  echo_text TEXT,
  echoed_at INTEGER,
  kept_quiet_at INTEGER
) STRICT;
CREATE INDEX matter_1 ON matter (client_id, noticed_at);
CREATE INDEX matter_2 ON matter (promise_id) WHERE promise_id IS NOT NULL;
CREATE INDEX matter_3 ON matter (term_id, client_id) WHERE term_id IS NOT NULL;
CREATE INDEX matter_4 ON matter (mandate_id) WHERE mandate_id IS NOT NULL;
CREATE INDEX matter_5 ON matter (noticed_at);
CREATE INDEX matter_6 ON matter (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX matter_7 ON matter (recurs_of_id) WHERE recurs_of_id IS NOT NULL;
CREATE INDEX matter_8 ON matter (reason_given_at) WHERE reason_asked_at IS NOT NULL;
CREATE INDEX matter_9 ON matter (double_deviation) WHERE double_deviation = 1;
CREATE INDEX matter_10 ON matter (first_ever) WHERE first_ever = 1;
CREATE INDEX matter_11 ON matter (client_id, told_at) WHERE nature = 'idea';
CREATE INDEX matter_12 ON matter (client_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX matter_portal ON matter (client_id, id) WHERE told_at IS NOT NULL OR noticed_by_side = 'client';
CREATE TABLE promise (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER REFERENCES client (id),
  mandate_id INTEGER REFERENCES mandate (id),
  side TEXT NOT NULL CHECK (side IN ('us', 'client')),
  person_id INTEGER REFERENCES person (id),
  text TEXT NOT NULL,
  due INTEGER NOT NULL,
  judged_due INTEGER,
  deliverable INTEGER NOT NULL DEFAULT 0,
  shared INTEGER NOT NULL DEFAULT 0,
  state TEXT DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  task_started_at INTEGER,
  on_track_at INTEGER,
  done_at INTEGER,
  done_by INTEGER REFERENCES person (id),
  done_noted_at INTEGER,
  reopened_at INTEGER,
  dropped_at INTEGER,
  acknowledged_at INTEGER,
  moves TEXT,
  moved_on INTEGER,
  shared_at INTEGER,
  source INTEGER,
  stuck_id INTEGER REFERENCES matter (id),
  blocked_by_term_ids TEXT
) STRICT;
CREATE INDEX promise_1 ON promise (client_id, due);
CREATE INDEX promise_2 ON promise (person_id, due) WHERE state = 'open';
CREATE INDEX promise_3 ON promise (moved_on) WHERE moved_on IS NOT NULL;
CREATE INDEX promise_4 ON promise (source) WHERE source IS NOT NULL;
CREATE INDEX promise_5 ON promise (mandate_id) WHERE mandate_id IS NOT NULL;
CREATE INDEX promise_6 ON promise (client_id, judged_due);
CREATE INDEX promise_7 ON promise (judged_due) WHERE side = 'us' AND shared = 1;
CREATE INDEX promise_portal ON promise (client_id, id) WHERE shared = 1;
CREATE TABLE exchange (
  id INTEGER NOT NULL UNIQUE,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER NOT NULL REFERENCES client (id),
  mandate_id INTEGER REFERENCES mandate (id),
  at INTEGER NOT NULL,
  minutes INTEGER,
  at_edits TEXT,
  channel TEXT NOT NULL CHECK (channel IN ('in_person', 'phone', 'video', 'email', 'sms', 'portal', 'letter')),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out', 'both')),
  planned INTEGER NOT NULL DEFAULT 0,
  contact_ids TEXT,
  our_person_id INTEGER REFERENCES person (id),
  subject TEXT,
  text TEXT,
  place TEXT,
  needs_reply INTEGER NOT NULL DEFAULT 0,
  reply_said INTEGER NOT NULL DEFAULT 0,
  in_reply_to_id INTEGER REFERENCES exchange (id),
  deliver INTEGER NOT NULL DEFAULT 0,
  seen TEXT,
  letter_failed_at INTEGER,
  letter_left_at INTEGER,
  answered_by_id INTEGER REFERENCES exchange (id),
  answered_at INTEGER,
  not_answers TEXT,
  parked_to_id INTEGER REFERENCES exchange (id),
  parked_at INTEGER,
  waived_at INTEGER,
  reply_by INTEGER,
  reply_why TEXT,
  agenda TEXT,
  agenda_from TEXT CHECK (agenda_from IN ('drift')),
  agenda_lines TEXT,
  recap_id INTEGER REFERENCES writing (id),
  term_ids TEXT,
  urgent_said INTEGER NOT NULL DEFAULT 0,
  urgent_reason TEXT,
  tags TEXT,
  emotions TEXT,
  aid_notetaker_id INTEGER REFERENCES person (id),
  aid_named_at INTEGER,
  aid_no_devices INTEGER NOT NULL DEFAULT 0,
  cancelled_at INTEGER,
  held INTEGER NOT NULL DEFAULT 0,
  under_way INTEGER NOT NULL DEFAULT 0,
  recap_owed_at INTEGER,
  PRIMARY KEY (client_id, at, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_1 ON exchange (client_id, at) WHERE needs_reply = 1;
CREATE INDEX exchange_2 ON exchange (client_id, at, id, held, cancelled_at, direction, term_ids) WHERE term_ids IS NOT NULL;
CREATE INDEX exchange_3 ON exchange (in_reply_to_id) WHERE in_reply_to_id IS NOT NULL;
CREATE INDEX exchange_4 ON exchange (parked_to_id) WHERE parked_to_id IS NOT NULL;
CREATE INDEX exchange_5 ON exchange (at, our_person_id) WHERE planned = 1;
CREATE INDEX exchange_6 ON exchange (mandate_id) WHERE mandate_id IS NOT NULL;
CREATE INDEX exchange_7 ON exchange (created_by) WHERE letter_failed_at IS NOT NULL;
CREATE INDEX exchange_8 ON exchange (client_id, at, id, held, cancelled_at) WHERE direction = 'in';
CREATE INDEX exchange_9 ON exchange (client_id, at) WHERE (channel IN ('in_person', 'phone', 'video') OR direction = 'both');
CREATE INDEX exchange_10 ON exchange (client_id, at) WHERE recap_owed_at IS NOT NULL;
CREATE INDEX exchange_11 ON exchange (aid_notetaker_id, at) WHERE aid_notetaker_id IS NOT NULL;
CREATE INDEX exchange_12 ON exchange (our_person_id) WHERE planned = 1 AND held = 0;
CREATE INDEX exchange_13 ON exchange (at, client_id, needs_reply, answered_at, parked_at, answered_by_id, urgent_said, planned, in_reply_to_id, direction) WHERE direction = 'in';
CREATE INDEX exchange_14 ON exchange (our_person_id, at, direction) WHERE direction <> 'in';
CREATE INDEX exchange_15 ON exchange (recap_owed_at) WHERE recap_owed_at IS NOT NULL;
CREATE INDEX exchange_16 ON exchange (client_id, at, channel, cancelled_at);
CREATE INDEX exchange_portal ON exchange (client_id, id) WHERE planned = 1 OR channel = 'portal' OR deliver = 1;
CREATE TABLE writing (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER NOT NULL REFERENCES client (id),
  mandate_id INTEGER REFERENCES mandate (id),
  kind TEXT NOT NULL CHECK (kind IN ('welcome', 'silence_rule', 'recap', 'entente', 'problem', 'impact', 'feedback', 'ideas', 'transition')),
  about INTEGER,
  version INTEGER DEFAULT 1,
  parent_id INTEGER REFERENCES writing (id),
  understood TEXT,
  body TEXT,
  next TEXT,
  questions TEXT,
  notes TEXT,
  announces TEXT,
  beside TEXT,
  term_ids TEXT,
  promise_ids TEXT,
  matter_ids TEXT,
  to_clarify_ids TEXT,
  signed_by_id INTEGER REFERENCES person (id),
  state TEXT DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'confirmed', 'corrected', 'tacit', 'unanswered')),
  spoken_in_id INTEGER REFERENCES exchange (id),
  sent_at INTEGER,
  sent_by_id INTEGER REFERENCES person (id),
  by_hand INTEGER NOT NULL DEFAULT 0,
  seen TEXT,
  letter_failed_at INTEGER,
  letter_left_at INTEGER,
  seen_at INTEGER,
  reminded_at INTEGER,
  reminder_at INTEGER,
  answered_at INTEGER,
  answered_by INTEGER REFERENCES person (id),
  answered_in_id INTEGER REFERENCES exchange (id),
  answer_text TEXT,
  explicit_only INTEGER NOT NULL DEFAULT 0,
  explicit_why TEXT,
  silence_counts INTEGER NOT NULL DEFAULT 0,
  silent_wd INTEGER,
  read_wd INTEGER,
  unanswered_at INTEGER,
  untouched INTEGER NOT NULL DEFAULT 0,
  superseded_at INTEGER,
  our_part TEXT,
  snapshot TEXT
) STRICT;
CREATE INDEX writing_1 ON writing (client_id, id);
CREATE INDEX writing_2 ON writing (client_id, state);
CREATE INDEX writing_3 ON writing (mandate_id) WHERE mandate_id IS NOT NULL;
CREATE INDEX writing_4 ON writing (about) WHERE about IS NOT NULL;
CREATE INDEX writing_5 ON writing (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX writing_6 ON writing (client_id, sent_at) WHERE term_ids IS NOT NULL;
CREATE INDEX writing_7 ON writing (client_id, sent_at) WHERE kind = 'ideas';
CREATE INDEX writing_8 ON writing (sent_by_id) WHERE letter_failed_at IS NOT NULL;
CREATE INDEX writing_9 ON writing (client_id, kind, sent_at);
CREATE INDEX writing_portal ON writing (client_id, id) WHERE state <> 'draft';
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER NOT NULL REFERENCES client (id),
  mandate_id INTEGER REFERENCES mandate (id),
  about TEXT NOT NULL CHECK (about IN ('problem', 'demand', 'task', 'preference', 'future')),
  about_id INTEGER,
  state TEXT DEFAULT 'draft' CHECK (state IN ('draft', 'asked', 'chosen', 'reviewed', 'cancelled')),
  question TEXT,
  demanded_at INTEGER,
  asked_at INTEGER,
  needed_by INTEGER,
  options TEXT,
  recommended_option INTEGER,
  chosen_option INTEGER,
  chosen_by TEXT CHECK (chosen_by IN ('client', 'us', 'joint')),
  chosen_by_id INTEGER REFERENCES person (id),
  chosen_at INTEGER,
  chosen_in_id INTEGER REFERENCES exchange (id),
  choice_recorded_by INTEGER REFERENCES person (id),
  asked_due INTEGER,
  feasible_due INTEGER,
  override TEXT CHECK (override IN ('vital_urgency')),
  concession INTEGER NOT NULL DEFAULT 0,
  motive TEXT CHECK (motive IN ('goodwill', 'strategy', 'urgency', 'fear_of_losing', 'other')),
  regret TEXT CHECK (regret IN ('yes', 'no')),
  review TEXT CHECK (review IN ('ours_right', 'theirs_right', 'both', 'unclear')),
  cancelled_at INTEGER
) STRICT;
CREATE INDEX decision_1 ON decision (client_id, id);
CREATE INDEX decision_2 ON decision (about_id) WHERE about_id IS NOT NULL;
CREATE INDEX decision_3 ON decision (demanded_at) WHERE about = 'demand';
CREATE INDEX decision_4 ON decision (chosen_at) WHERE concession = 1;
CREATE INDEX decision_5 ON decision (chosen_at) WHERE about = 'demand';
CREATE INDEX decision_6 ON decision (client_id, chosen_at) WHERE about = 'problem';
CREATE INDEX decision_portal ON decision (client_id, id) WHERE asked_at IS NOT NULL;
CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER REFERENCES client (id),
  mandate_id INTEGER REFERENCES mandate (id),
  library INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL CHECK (kind IN ('expectation', 'condition', 'rule')),
  owed_by TEXT NOT NULL CHECK (owed_by IN ('us', 'client', 'both')),
  text TEXT NOT NULL,
  why TEXT,
  clarity TEXT DEFAULT 'clear' CHECK (clarity IN ('clear', 'fuzzy', 'implicit', 'unrealistic')),
  unclear_at INTEGER,
  needed_by INTEGER,
  lead_wd INTEGER,
  quota INTEGER,
  library_id INTEGER REFERENCES term (id),
  state TEXT DEFAULT 'noted' CHECK (state IN ('noted', 'proposed', 'agreed', 'met', 'missing', 'waived', 'dropped')),
  checked_at INTEGER,
  unneeded_at INTEGER,
  told_at INTEGER,
  agreed_at INTEGER,
  ended_at INTEGER,
  missing_since INTEGER,
  omitted_reason TEXT CHECK (omitted_reason IN ('forgot', 'hurry', 'to_please', 'not_needed')),
  waived_in_id INTEGER REFERENCES decision (id)
) STRICT;
CREATE INDEX term_1 ON term (client_id, id);
CREATE INDEX term_2 ON term (mandate_id) WHERE mandate_id IS NOT NULL;
CREATE INDEX term_3 ON term (id) WHERE library = 1;
CREATE INDEX term_4 ON term (library_id, client_id) WHERE library_id IS NOT NULL;
CREATE INDEX term_5 ON term (created_at) WHERE omitted_reason IS NOT NULL;
CREATE INDEX term_portal ON term (client_id, id) WHERE told_at IS NOT NULL;
CREATE TABLE insight (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER NOT NULL REFERENCES client (id),
  person_id INTEGER REFERENCES person (id),
  question TEXT NOT NULL CHECK (question IN ('goal', 'pressure', 'criterion', 'worry', 'audience')),
  text TEXT NOT NULL,
  state TEXT DEFAULT 'guess' CHECK (state IN ('guess', 'verified', 'refuted')),
  source_exchange_id INTEGER REFERENCES exchange (id),
  verified_at INTEGER,
  verified_in_id INTEGER REFERENCES exchange (id),
  refuted_at INTEGER
) STRICT;
CREATE INDEX insight_1 ON insight (client_id, question, id);
CREATE INDEX insight_2 ON insight (client_id, id);
CREATE INDEX insight_portal ON insight (client_id, id) WHERE state = 'verified';
CREATE TABLE moment (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER REFERENCES client (id),
  mandate_id INTEGER REFERENCES mandate (id),
  kind TEXT NOT NULL CHECK (kind IN ('win', 'setback', 'extra', 'meetup')),
  title TEXT NOT NULL,
  matter_id INTEGER REFERENCES matter (id),
  exchange_id INTEGER REFERENCES exchange (id),
  happened_on INTEGER,
  planned_on INTEGER,
  done_on INTEGER,
  done_at INTEGER,
  form TEXT,
  findings TEXT,
  solution_promise_ids TEXT,
  reviewed_at INTEGER,
  reviewed TEXT,
  client_reaction TEXT
) STRICT;
CREATE INDEX moment_1 ON moment (client_id, id);
CREATE INDEX moment_2 ON moment (matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX moment_3 ON moment (exchange_id) WHERE exchange_id IS NOT NULL;
CREATE INDEX moment_4 ON moment (client_id, kind, done_on);
CREATE INDEX moment_5 ON moment (done_on) WHERE done_on IS NOT NULL;
CREATE TABLE rating (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER REFERENCES client (id),
  about TEXT NOT NULL CHECK (about IN ('matter', 'mandate', 'trust')),
  about_id INTEGER,
  at INTEGER,
  by INTEGER NOT NULL REFERENCES person (id),
  exchange_id INTEGER REFERENCES exchange (id),
  value INTEGER NOT NULL,
  felt TEXT,
  text TEXT,
  accept_as_is INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX rating_1 ON rating (client_id, id);
CREATE INDEX rating_2 ON rating (about_id) WHERE about_id IS NOT NULL;
CREATE TABLE privacy_case (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('access', 'rectify', 'erase', 'withdraw_consent', 'incident')),
  person_id INTEGER REFERENCES person (id),
  received_at INTEGER,
  due INTEGER,
  done_at INTEGER,
  text TEXT,
  serious_harm TEXT CHECK (serious_harm IN ('yes', 'no'))
) STRICT;
CREATE INDEX privacy_case_1 ON privacy_case (client_id);
CREATE INDEX privacy_case_2 ON privacy_case (person_id);
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER NOT NULL REFERENCES client (id),
  mandate_id INTEGER REFERENCES mandate (id),
  on_day INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('revenue', 'hours', 'extra_hours', 'write_off', 'other_cost')),
  cents INTEGER,
  minutes INTEGER,
  note TEXT
) STRICT;
CREATE INDEX entry_1 ON entry (client_id, on_day);
CREATE INDEX entry_2 ON entry (client_id, id);
CREATE INDEX entry_3 ON entry (mandate_id, id) WHERE mandate_id IS NOT NULL;
CREATE INDEX entry_4 ON entry (mandate_id, minutes) WHERE kind = 'hours';
CREATE INDEX entry_5 ON entry (on_day, client_id, cents, kind) WHERE kind = 'revenue';
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE token (hash TEXT PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id), created_at INTEGER NOT NULL, expires_at INTEGER) STRICT;
CREATE TABLE session (hash TEXT PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id), csrf TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, only_kind INTEGER, only_id INTEGER, address TEXT) STRICT;
CREATE TABLE code (person_id INTEGER NOT NULL REFERENCES person (id), hash TEXT NOT NULL, expires_at INTEGER NOT NULL, tries INTEGER NOT NULL, PRIMARY KEY (person_id, hash)) STRICT, WITHOUT ROWID;
CREATE INDEX code_over ON code (expires_at);
CREATE TABLE renewal (hash TEXT PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id), address TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT;
CREATE INDEX renewal_of ON renewal (person_id);
CREATE TABLE letter (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, person_id INTEGER NOT NULL REFERENCES person (id), sender_id INTEGER REFERENCES person (id), address TEXT NOT NULL, lang TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, button TEXT, path TEXT, kind INTEGER, record_id INTEGER, message TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL, next_at INTEGER NOT NULL, done_at INTEGER, error TEXT, good_until INTEGER) STRICT;
CREATE INDEX letter_queued ON letter (next_at, id) WHERE state = 'queued';
CREATE INDEX letter_oldest ON letter (at) WHERE state = 'queued';
CREATE INDEX letter_useful ON letter (good_until) WHERE state = 'queued';
CREATE INDEX letter_done ON letter (done_at) WHERE kind IS NULL OR path IS NOT NULL;
CREATE INDEX letter_about ON letter (kind, record_id) WHERE kind IS NOT NULL;
CREATE TABLE answered (key TEXT NOT NULL, person_id INTEGER NOT NULL, body_hash TEXT NOT NULL, at INTEGER NOT NULL, status INTEGER NOT NULL, location TEXT, body TEXT NOT NULL, PRIMARY KEY (person_id, key)) STRICT;
CREATE INDEX answered_at ON answered (at);
CREATE TABLE audit (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who_id INTEGER, rule TEXT, action TEXT NOT NULL, kind TEXT, record_id INTEGER, field TEXT, old TEXT, new TEXT, reason TEXT, prev_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE INDEX audit_record ON audit (kind, record_id);
CREATE INDEX audit_who ON audit (who_id, id);
CREATE INDEX audit_put_off ON audit (at, kind, record_id, action) WHERE action = 'snooze';
CREATE TABLE clock (kind INTEGER NOT NULL, record_id INTEGER NOT NULL, type TEXT NOT NULL, sub TEXT NOT NULL, n INTEGER NOT NULL, client_id INTEGER NOT NULL, owner_id INTEGER NOT NULL, for_id INTEGER NOT NULL, starts_at INTEGER NOT NULL, shows_at INTEGER NOT NULL, due INTEGER NOT NULL, stopped_at INTEGER, ends_at INTEGER, rings INTEGER NOT NULL, about TEXT NOT NULL, snoozed_until INTEGER, snooze_reason TEXT, handed_to INTEGER, PRIMARY KEY (kind, record_id, type, sub, n)) STRICT, WITHOUT ROWID;
CREATE INDEX clock_today ON clock (for_id, shows_at) WHERE stopped_at IS NULL AND rings = 0;
CREATE INDEX clock_running ON clock (kind, record_id) WHERE stopped_at IS NULL;
CREATE INDEX clock_client ON clock (client_id) WHERE stopped_at IS NULL;
CREATE INDEX clock_received ON clock (for_id, shows_at) WHERE type = 'a2' AND stopped_at IS NULL;
CREATE INDEX clock_rings ON clock (due, kind, record_id, type) WHERE stopped_at IS NULL AND rings = 1;
CREATE INDEX clock_leisurely ON clock (due, kind, record_id, type) WHERE stopped_at IS NULL AND rings = 2;
CREATE INDEX clock_care ON clock (for_id, stopped_at) WHERE type >= 'e' AND type < 'f' AND stopped_at IS NOT NULL;
CREATE TABLE quiet (person_id INTEGER NOT NULL, type TEXT NOT NULL, refused INTEGER NOT NULL, until INTEGER, PRIMARY KEY (person_id, type)) STRICT;
CREATE TABLE fear (person_id INTEGER NOT NULL REFERENCES person (id), month TEXT NOT NULL, fear INTEGER NOT NULL, PRIMARY KEY (person_id, month)) STRICT;
CREATE TABLE import (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, file TEXT NOT NULL, undone_at INTEGER) STRICT;
CREATE TABLE import_row (import_id INTEGER NOT NULL REFERENCES import (id), kind INTEGER NOT NULL, record_id INTEGER NOT NULL, PRIMARY KEY (import_id, kind, record_id)) STRICT, WITHOUT ROWID;
CREATE TABLE removed (kind INTEGER PRIMARY KEY, last_id INTEGER NOT NULL) STRICT;
CREATE TABLE search_queue (seq INTEGER PRIMARY KEY, doc INTEGER NOT NULL, old TEXT, new TEXT) STRICT;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE VIRTUAL TABLE search_name USING fts5 (words, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE search_text USING fts5 (words, content='', tokenize='unicode61 remove_diacritics 0');
