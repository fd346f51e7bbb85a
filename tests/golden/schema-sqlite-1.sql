CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('contact', 'member', 'lead')),
  client_id INTEGER REFERENCES client (id),
  lang TEXT CHECK (lang IN ('fr', 'en')),
  phone TEXT,
  can_agree INTEGER NOT NULL,
  voice_ok INTEGER NOT NULL,
  active INTEGER NOT NULL,
  away_from INTEGER,
  away_to INTEGER,
  cover_person_id INTEGER REFERENCES person (id),
  privacy_officer INTEGER NOT NULL,
  name_key TEXT,
  password TEXT
) STRICT;
CREATE INDEX person_1 ON person (client_id);
CREATE INDEX person_2 ON person (email);
CREATE INDEX person_3 ON person (cover_person_id) WHERE cover_person_id IS NOT NULL;
CREATE TABLE client (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  name TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('external', 'internal')),
  state TEXT CHECK (state IN ('prospect', 'active', 'transition', 'ended', 'archived')),
  responsible_id INTEGER REFERENCES person (id),
  lang TEXT CHECK (lang IN ('fr', 'en')),
  started_on INTEGER,
  ended_on INTEGER,
  referred_by_client_id INTEGER REFERENCES client (id),
  referred_by_text TEXT,
  name_key TEXT
) STRICT;
CREATE INDEX client_1 ON client (name_key, id);
CREATE INDEX client_2 ON client (responsible_id);
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
  state TEXT CHECK (state IN ('draft', 'running', 'delivered', 'closed')),
  busy_from INTEGER,
  busy_to INTEGER
) STRICT;
CREATE INDEX mandate_1 ON mandate (client_id, id);
CREATE INDEX mandate_2 ON mandate (responsible_id);
CREATE TABLE exchange (
  id INTEGER NOT NULL UNIQUE,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER NOT NULL REFERENCES client (id),
  mandate_id INTEGER REFERENCES mandate (id),
  at INTEGER NOT NULL,
  minutes INTEGER,
  channel TEXT NOT NULL CHECK (channel IN ('in_person', 'phone', 'video', 'email', 'sms', 'portal', 'letter')),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out', 'both')),
  planned INTEGER NOT NULL,
  contact_ids TEXT,
  our_person_id INTEGER REFERENCES person (id),
  subject TEXT,
  text TEXT,
  needs_reply INTEGER NOT NULL,
  in_reply_to_id INTEGER REFERENCES exchange (id),
  answered_by_id INTEGER REFERENCES exchange (id),
  answered_at INTEGER,
  parked_to_id INTEGER REFERENCES exchange (id),
  parked_at INTEGER,
  waived_at INTEGER,
  reply_by INTEGER,
  reply_why TEXT,
  agenda TEXT,
  urgent_said INTEGER NOT NULL,
  urgent_reason TEXT,
  tags TEXT,
  emotions TEXT,
  aid_notetaker_id INTEGER REFERENCES person (id),
  aid_no_devices INTEGER NOT NULL,
  cancelled_at INTEGER,
  held INTEGER NOT NULL,
  PRIMARY KEY (client_id, at, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_1 ON exchange (client_id, at) WHERE needs_reply = 1;
CREATE INDEX exchange_2 ON exchange (in_reply_to_id) WHERE in_reply_to_id IS NOT NULL;
CREATE INDEX exchange_3 ON exchange (parked_to_id) WHERE parked_to_id IS NOT NULL;
CREATE INDEX exchange_4 ON exchange (at, our_person_id) WHERE planned = 1;
CREATE INDEX exchange_5 ON exchange (mandate_id) WHERE mandate_id IS NOT NULL;
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
  deliverable INTEGER NOT NULL,
  shared INTEGER NOT NULL,
  state TEXT CHECK (state IN ('open', 'done', 'dropped')),
  task_started_at INTEGER,
  on_track_at INTEGER,
  done_at INTEGER,
  dropped_at INTEGER,
  acknowledged_at INTEGER,
  moves TEXT,
  moved_on INTEGER
) STRICT;
CREATE INDEX promise_1 ON promise (client_id, due);
CREATE INDEX promise_2 ON promise (person_id, due) WHERE state = 'open';
CREATE INDEX promise_3 ON promise (moved_on) WHERE moved_on IS NOT NULL;
CREATE TABLE matter (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER,
  client_id INTEGER NOT NULL REFERENCES client (id),
  mandate_id INTEGER REFERENCES mandate (id),
  nature TEXT CHECK (nature IN ('problem', 'bad_news', 'good_news', 'idea', 'standard')),
  title TEXT NOT NULL,
  body TEXT,
  severity INTEGER,
  category TEXT,
  state TEXT CHECK (state IN ('noticed', 'told', 'dropped')),
  noticed_at INTEGER,
  noticed_by_side TEXT CHECK (noticed_by_side IN ('us', 'client')),
  found_by_client_at INTEGER,
  told_at INTEGER,
  told_in_id INTEGER REFERENCES exchange (id),
  voice_owed INTEGER NOT NULL,
  spoken_at INTEGER,
  dropped_at INTEGER,
  cause TEXT CHECK (cause IN ('us', 'client', 'both', 'neither', 'unknown')),
  our_part TEXT,
  superior_decision INTEGER NOT NULL,
  superior_reason TEXT,
  promise_id INTEGER REFERENCES promise (id),
  update_due INTEGER,
  news TEXT,
  noticed_edits TEXT,
  kept_quiet_at INTEGER
) STRICT;
CREATE INDEX matter_1 ON matter (client_id, noticed_at);
CREATE INDEX matter_2 ON matter (promise_id) WHERE promise_id IS NOT NULL;
CREATE INDEX matter_3 ON matter (mandate_id) WHERE mandate_id IS NOT NULL;
CREATE INDEX matter_4 ON matter (noticed_at);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE token (hash TEXT PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id), created_at INTEGER NOT NULL, expires_at INTEGER) STRICT;
CREATE TABLE session (hash TEXT PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id), csrf TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL) STRICT;
CREATE TABLE answered (key TEXT NOT NULL, person_id INTEGER NOT NULL, body_hash TEXT NOT NULL, at INTEGER NOT NULL, status INTEGER NOT NULL, location TEXT, body TEXT NOT NULL, PRIMARY KEY (person_id, key)) STRICT;
CREATE INDEX answered_at ON answered (at);
CREATE TABLE audit (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who_id INTEGER, rule TEXT, action TEXT NOT NULL, kind TEXT, record_id INTEGER, field TEXT, old TEXT, new TEXT, reason TEXT, prev_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE INDEX audit_record ON audit (kind, record_id);
CREATE INDEX audit_who ON audit (who_id, id);
CREATE TABLE clock (kind INTEGER NOT NULL, record_id INTEGER NOT NULL, type TEXT NOT NULL, sub TEXT NOT NULL, n INTEGER NOT NULL, client_id INTEGER NOT NULL, owner_id INTEGER NOT NULL, for_id INTEGER NOT NULL, starts_at INTEGER NOT NULL, shows_at INTEGER NOT NULL, due INTEGER NOT NULL, stopped_at INTEGER, ends_at INTEGER, rings INTEGER NOT NULL, about TEXT NOT NULL, snoozed_until INTEGER, snooze_reason TEXT, handed_to INTEGER, PRIMARY KEY (kind, record_id, type, sub, n)) STRICT, WITHOUT ROWID;
CREATE INDEX clock_today ON clock (for_id, shows_at) WHERE stopped_at IS NULL AND rings = 0;
CREATE INDEX clock_client ON clock (client_id) WHERE stopped_at IS NULL;
CREATE INDEX clock_rings ON clock (due) WHERE stopped_at IS NULL AND rings = 1;
CREATE TABLE quiet (person_id INTEGER NOT NULL, type TEXT NOT NULL, refused INTEGER NOT NULL, until INTEGER, PRIMARY KEY (person_id, type)) STRICT;
CREATE TABLE import (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, file TEXT NOT NULL, undone_at INTEGER) STRICT;
CREATE TABLE import_row (import_id INTEGER NOT NULL REFERENCES import (id), kind INTEGER NOT NULL, record_id INTEGER NOT NULL, PRIMARY KEY (import_id, kind, record_id)) STRICT, WITHOUT ROWID;
CREATE TABLE removed (kind INTEGER PRIMARY KEY, last_id INTEGER NOT NULL) STRICT;
CREATE TABLE search_queue (seq INTEGER PRIMARY KEY, doc INTEGER NOT NULL, old TEXT, new TEXT) STRICT;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE VIRTUAL TABLE search_name USING fts5 (words, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE search_text USING fts5 (words, content='', tokenize='unicode61 remove_diacritics 0');
