CREATE FUNCTION public.audit_refuses() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RAISE EXCEPTION 'the journal is append-only'; END$$;
CREATE TABLE public.answered (
    key text NOT NULL COLLATE pg_catalog."C",
    person_id bigint NOT NULL,
    body_hash text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    status bigint NOT NULL,
    location text COLLATE pg_catalog."C",
    body text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.audit (
    id bigint NOT NULL,
    at bigint NOT NULL,
    who_id bigint,
    rule text COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    kind text COLLATE pg_catalog."C",
    record_id bigint,
    field text COLLATE pg_catalog."C",
    old text COLLATE pg_catalog."C",
    new text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    prev_hash text NOT NULL COLLATE pg_catalog."C",
    hash text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.client (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    name text NOT NULL COLLATE pg_catalog."C",
    kind text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    responsible_id bigint,
    lang text COLLATE pg_catalog."C",
    started_on bigint,
    ended_on bigint,
    referred_by_client_id bigint,
    referred_by_text text COLLATE pg_catalog."C",
    name_key text COLLATE pg_catalog."C",
    CONSTRAINT client_kind_check CHECK ((kind = ANY (ARRAY['external'::text, 'internal'::text]))),
    CONSTRAINT client_lang_check CHECK ((lang = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT client_state_check CHECK ((state = ANY (ARRAY['prospect'::text, 'active'::text, 'transition'::text, 'ended'::text, 'archived'::text])))
);
CREATE TABLE public.clock (
    kind bigint NOT NULL,
    record_id bigint NOT NULL,
    type text NOT NULL COLLATE pg_catalog."C",
    sub text NOT NULL COLLATE pg_catalog."C",
    n bigint NOT NULL,
    client_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    for_id bigint NOT NULL,
    starts_at bigint NOT NULL,
    shows_at bigint NOT NULL,
    due bigint NOT NULL,
    stopped_at bigint,
    ends_at bigint,
    rings bigint NOT NULL,
    about text NOT NULL COLLATE pg_catalog."C",
    snoozed_until bigint,
    snooze_reason text COLLATE pg_catalog."C",
    handed_to bigint
);
CREATE TABLE public.exchange (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint NOT NULL,
    mandate_id bigint,
    at bigint NOT NULL,
    minutes bigint,
    channel text NOT NULL COLLATE pg_catalog."C",
    direction text NOT NULL COLLATE pg_catalog."C",
    planned bigint NOT NULL,
    contact_ids text COLLATE pg_catalog."C",
    our_person_id bigint,
    subject text COLLATE pg_catalog."C",
    text text COLLATE pg_catalog."C",
    needs_reply bigint NOT NULL,
    in_reply_to_id bigint,
    answered_by_id bigint,
    answered_at bigint,
    parked_to_id bigint,
    parked_at bigint,
    waived_at bigint,
    reply_by bigint,
    reply_why text COLLATE pg_catalog."C",
    agenda text COLLATE pg_catalog."C",
    urgent_said bigint NOT NULL,
    urgent_reason text COLLATE pg_catalog."C",
    tags text COLLATE pg_catalog."C",
    emotions text COLLATE pg_catalog."C",
    aid_notetaker_id bigint,
    aid_no_devices bigint NOT NULL,
    cancelled_at bigint,
    held bigint NOT NULL,
    CONSTRAINT exchange_channel_check CHECK ((channel = ANY (ARRAY['in_person'::text, 'phone'::text, 'video'::text, 'email'::text, 'sms'::text, 'portal'::text, 'letter'::text]))),
    CONSTRAINT exchange_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'both'::text])))
);
CREATE TABLE public.import (
    id bigint NOT NULL,
    at bigint NOT NULL,
    what text NOT NULL COLLATE pg_catalog."C",
    file text NOT NULL COLLATE pg_catalog."C",
    undone_at bigint
);
CREATE TABLE public.import_row (
    import_id bigint NOT NULL,
    kind bigint NOT NULL,
    record_id bigint NOT NULL
);
CREATE TABLE public.mandate (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint NOT NULL,
    title text NOT NULL COLLATE pg_catalog."C",
    need text COLLATE pg_catalog."C",
    need_said_by text COLLATE pg_catalog."C",
    need_confirmed_at bigint,
    how text COLLATE pg_catalog."C",
    when_due bigint,
    price_cents bigint,
    currency text COLLATE pg_catalog."C",
    budget_minutes bigint,
    strategy text COLLATE pg_catalog."C",
    responsible_id bigint,
    state text COLLATE pg_catalog."C",
    busy_from bigint,
    busy_to bigint,
    CONSTRAINT mandate_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'running'::text, 'delivered'::text, 'closed'::text])))
);
CREATE TABLE public.matter (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint NOT NULL,
    mandate_id bigint,
    nature text COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    body text COLLATE pg_catalog."C",
    severity bigint,
    category text COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    noticed_at bigint,
    noticed_by_side text COLLATE pg_catalog."C",
    found_by_client_at bigint,
    told_at bigint,
    told_in_id bigint,
    voice_owed bigint NOT NULL,
    spoken_at bigint,
    dropped_at bigint,
    cause text COLLATE pg_catalog."C",
    our_part text COLLATE pg_catalog."C",
    superior_decision bigint NOT NULL,
    superior_reason text COLLATE pg_catalog."C",
    promise_id bigint,
    update_due bigint,
    news text COLLATE pg_catalog."C",
    noticed_edits text COLLATE pg_catalog."C",
    kept_quiet_at bigint,
    CONSTRAINT matter_cause_check CHECK ((cause = ANY (ARRAY['us'::text, 'client'::text, 'both'::text, 'neither'::text, 'unknown'::text]))),
    CONSTRAINT matter_nature_check CHECK ((nature = ANY (ARRAY['problem'::text, 'bad_news'::text, 'good_news'::text, 'idea'::text, 'standard'::text]))),
    CONSTRAINT matter_noticed_by_side_check CHECK ((noticed_by_side = ANY (ARRAY['us'::text, 'client'::text]))),
    CONSTRAINT matter_state_check CHECK ((state = ANY (ARRAY['noticed'::text, 'told'::text, 'dropped'::text])))
);
CREATE TABLE public.meta (
    key text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.person (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    name text NOT NULL COLLATE pg_catalog."C",
    email text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    client_id bigint,
    lang text COLLATE pg_catalog."C",
    phone text COLLATE pg_catalog."C",
    can_agree bigint NOT NULL,
    voice_ok bigint NOT NULL,
    active bigint NOT NULL,
    away_from bigint,
    away_to bigint,
    cover_person_id bigint,
    privacy_officer bigint NOT NULL,
    name_key text COLLATE pg_catalog."C",
    password text COLLATE pg_catalog."C",
    CONSTRAINT person_lang_check CHECK ((lang = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT person_role_check CHECK ((role = ANY (ARRAY['contact'::text, 'member'::text, 'lead'::text])))
);
CREATE TABLE public.promise (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint,
    mandate_id bigint,
    side text NOT NULL COLLATE pg_catalog."C",
    person_id bigint,
    text text NOT NULL COLLATE pg_catalog."C",
    due bigint NOT NULL,
    judged_due bigint,
    deliverable bigint NOT NULL,
    shared bigint NOT NULL,
    state text COLLATE pg_catalog."C",
    task_started_at bigint,
    on_track_at bigint,
    done_at bigint,
    dropped_at bigint,
    acknowledged_at bigint,
    moves text COLLATE pg_catalog."C",
    moved_on bigint,
    CONSTRAINT promise_side_check CHECK ((side = ANY (ARRAY['us'::text, 'client'::text]))),
    CONSTRAINT promise_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);
CREATE TABLE public.quiet (
    person_id bigint NOT NULL,
    type text NOT NULL COLLATE pg_catalog."C",
    refused bigint NOT NULL,
    until bigint
);
CREATE TABLE public.removed (
    kind bigint NOT NULL,
    last_id bigint NOT NULL
);
CREATE TABLE public.search_name (
    doc bigint NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE public.search_queue (
    seq bigint NOT NULL,
    doc bigint NOT NULL,
    old text COLLATE pg_catalog."C",
    new text COLLATE pg_catalog."C"
);
CREATE TABLE public.search_text (
    doc bigint NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE public.session (
    hash text NOT NULL COLLATE pg_catalog."C",
    person_id bigint NOT NULL,
    csrf text NOT NULL COLLATE pg_catalog."C",
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE TABLE public.setting (
    key text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.token (
    hash text NOT NULL COLLATE pg_catalog."C",
    person_id bigint NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint
);
ALTER TABLE ONLY public.answered
    ADD CONSTRAINT answered_pkey PRIMARY KEY (person_id, key);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clock
    ADD CONSTRAINT clock_pkey PRIMARY KEY (kind, record_id, type, sub, n);
ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.import_row
    ADD CONSTRAINT import_row_pkey PRIMARY KEY (import_id, kind, record_id);
ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meta
    ADD CONSTRAINT meta_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.quiet
    ADD CONSTRAINT quiet_pkey PRIMARY KEY (person_id, type);
ALTER TABLE ONLY public.removed
    ADD CONSTRAINT removed_pkey PRIMARY KEY (kind);
ALTER TABLE ONLY public.search_name
    ADD CONSTRAINT search_name_pkey PRIMARY KEY (doc);
ALTER TABLE ONLY public.search_queue
    ADD CONSTRAINT search_queue_pkey PRIMARY KEY (seq);
ALTER TABLE ONLY public.search_text
    ADD CONSTRAINT search_text_pkey PRIMARY KEY (doc);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (hash);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (hash);
CREATE INDEX answered_at ON public.answered USING btree (at);
CREATE INDEX audit_record ON public.audit USING btree (kind, record_id);
CREATE INDEX audit_who ON public.audit USING btree (who_id, id);
CREATE INDEX client_1 ON public.client USING btree (name_key, id);
CREATE INDEX client_2 ON public.client USING btree (responsible_id);
CREATE INDEX clock_client ON public.clock USING btree (client_id) WHERE (stopped_at IS NULL);
CREATE INDEX clock_rings ON public.clock USING btree (due) WHERE ((stopped_at IS NULL) AND (rings = 1));
CREATE INDEX clock_today ON public.clock USING btree (for_id, shows_at) WHERE ((stopped_at IS NULL) AND (rings = 0));
CREATE INDEX exchange_1 ON public.exchange USING btree (client_id, at) WHERE (needs_reply = 1);
CREATE INDEX exchange_2 ON public.exchange USING btree (in_reply_to_id) WHERE (in_reply_to_id IS NOT NULL);
CREATE INDEX exchange_3 ON public.exchange USING btree (parked_to_id) WHERE (parked_to_id IS NOT NULL);
CREATE INDEX exchange_4 ON public.exchange USING btree (at, our_person_id) WHERE (planned = 1);
CREATE INDEX exchange_5 ON public.exchange USING btree (mandate_id) WHERE (mandate_id IS NOT NULL);
CREATE INDEX exchange_cluster ON public.exchange USING btree (client_id, at, id);
CREATE INDEX mandate_1 ON public.mandate USING btree (client_id, id);
CREATE INDEX mandate_2 ON public.mandate USING btree (responsible_id);
CREATE INDEX matter_1 ON public.matter USING btree (client_id, noticed_at);
CREATE INDEX matter_2 ON public.matter USING btree (promise_id) WHERE (promise_id IS NOT NULL);
CREATE INDEX matter_3 ON public.matter USING btree (mandate_id) WHERE (mandate_id IS NOT NULL);
CREATE INDEX matter_4 ON public.matter USING btree (noticed_at);
CREATE INDEX person_1 ON public.person USING btree (client_id);
CREATE INDEX person_2 ON public.person USING btree (email);
CREATE INDEX person_3 ON public.person USING btree (cover_person_id) WHERE (cover_person_id IS NOT NULL);
CREATE INDEX promise_1 ON public.promise USING btree (client_id, due);
CREATE INDEX promise_2 ON public.promise USING btree (person_id, due) WHERE (state = 'open'::text);
CREATE INDEX promise_3 ON public.promise USING btree (moved_on) WHERE (moved_on IS NOT NULL);
CREATE INDEX search_name_words ON public.search_name USING gin (words);
CREATE INDEX search_text_words ON public.search_text USING gin (words) WITH (fastupdate=off);
CREATE TRIGGER audit_is_append_only BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION public.audit_refuses();
ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_referred_by_client_id_fkey FOREIGN KEY (referred_by_client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_aid_notetaker_id_fkey FOREIGN KEY (aid_notetaker_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_in_reply_to_id_fkey FOREIGN KEY (in_reply_to_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES public.mandate(id);
ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_our_person_id_fkey FOREIGN KEY (our_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_parked_to_id_fkey FOREIGN KEY (parked_to_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.import_row
    ADD CONSTRAINT import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);
ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES public.mandate(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_promise_id_fkey FOREIGN KEY (promise_id) REFERENCES public.promise(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_told_in_id_fkey FOREIGN KEY (told_in_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_cover_person_id_fkey FOREIGN KEY (cover_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES public.mandate(id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
