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
    kind text DEFAULT 'external'::text COLLATE pg_catalog."C",
    state text DEFAULT 'prospect'::text COLLATE pg_catalog."C",
    responsible_id bigint,
    lang text COLLATE pg_catalog."C",
    started_on bigint,
    ended_on bigint,
    referred_by_client_id bigint,
    referred_by_text text COLLATE pg_catalog."C",
    referred_at bigint,
    referral_thanked_at bigint,
    activated_at bigint,
    welcomed_at bigint,
    silence_rule text DEFAULT 'none'::text COLLATE pg_catalog."C",
    silence_rule_at bigint,
    silence_rule_by bigint,
    handed_at bigint,
    handed_from_id bigint,
    handed_passed text COLLATE pg_catalog."C",
    name_key text COLLATE pg_catalog."C",
    CONSTRAINT client_kind_check CHECK ((kind = ANY (ARRAY['external'::text, 'internal'::text]))),
    CONSTRAINT client_lang_check CHECK ((lang = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT client_silence_rule_check CHECK ((silence_rule = ANY (ARRAY['none'::text, 'offered'::text, 'accepted'::text, 'withdrawn'::text]))),
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
CREATE TABLE public.code (
    person_id bigint NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C",
    expires_at bigint NOT NULL,
    tries bigint NOT NULL
);
CREATE TABLE public.decision (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint NOT NULL,
    mandate_id bigint,
    about text NOT NULL COLLATE pg_catalog."C",
    about_id bigint,
    state text DEFAULT 'draft'::text COLLATE pg_catalog."C",
    question text COLLATE pg_catalog."C",
    demanded_at bigint,
    asked_at bigint,
    needed_by bigint,
    options text COLLATE pg_catalog."C",
    recommended_option bigint,
    chosen_option bigint,
    chosen_by text COLLATE pg_catalog."C",
    chosen_by_id bigint,
    chosen_at bigint,
    chosen_in_id bigint,
    choice_recorded_by bigint,
    asked_due bigint,
    feasible_due bigint,
    override text COLLATE pg_catalog."C",
    concession bigint DEFAULT 0 NOT NULL,
    motive text COLLATE pg_catalog."C",
    regret text COLLATE pg_catalog."C",
    review text COLLATE pg_catalog."C",
    cancelled_at bigint,
    CONSTRAINT decision_about_check CHECK ((about = ANY (ARRAY['problem'::text, 'demand'::text, 'task'::text, 'preference'::text, 'future'::text]))),
    CONSTRAINT decision_chosen_by_check CHECK ((chosen_by = ANY (ARRAY['client'::text, 'us'::text, 'joint'::text]))),
    CONSTRAINT decision_motive_check CHECK ((motive = ANY (ARRAY['goodwill'::text, 'strategy'::text, 'urgency'::text, 'fear_of_losing'::text, 'other'::text]))),
    CONSTRAINT decision_override_check CHECK ((override = 'vital_urgency'::text)),
    CONSTRAINT decision_regret_check CHECK ((regret = ANY (ARRAY['yes'::text, 'no'::text]))),
    CONSTRAINT decision_review_check CHECK ((review = ANY (ARRAY['ours_right'::text, 'theirs_right'::text, 'both'::text, 'unclear'::text]))),
    CONSTRAINT decision_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'asked'::text, 'chosen'::text, 'reviewed'::text, 'cancelled'::text])))
);
CREATE TABLE public.entry (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint NOT NULL,
    mandate_id bigint,
    on_day bigint,
    kind text NOT NULL COLLATE pg_catalog."C",
    cents bigint,
    minutes bigint,
    note text COLLATE pg_catalog."C",
    CONSTRAINT entry_kind_check CHECK ((kind = ANY (ARRAY['revenue'::text, 'hours'::text, 'extra_hours'::text, 'write_off'::text, 'other_cost'::text])))
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
    at_edits text COLLATE pg_catalog."C",
    channel text NOT NULL COLLATE pg_catalog."C",
    direction text NOT NULL COLLATE pg_catalog."C",
    planned bigint DEFAULT 0 NOT NULL,
    contact_ids text COLLATE pg_catalog."C",
    our_person_id bigint,
    subject text COLLATE pg_catalog."C",
    text text COLLATE pg_catalog."C",
    place text COLLATE pg_catalog."C",
    needs_reply bigint DEFAULT 0 NOT NULL,
    reply_said bigint DEFAULT 0 NOT NULL,
    in_reply_to_id bigint,
    deliver bigint DEFAULT 0 NOT NULL,
    seen text COLLATE pg_catalog."C",
    letter_failed_at bigint,
    letter_left_at bigint,
    answered_by_id bigint,
    answered_at bigint,
    not_answers text COLLATE pg_catalog."C",
    parked_to_id bigint,
    parked_at bigint,
    waived_at bigint,
    reply_by bigint,
    reply_why text COLLATE pg_catalog."C",
    agenda text COLLATE pg_catalog."C",
    agenda_from text COLLATE pg_catalog."C",
    agenda_lines text COLLATE pg_catalog."C",
    recap_id bigint,
    term_ids text COLLATE pg_catalog."C",
    urgent_said bigint DEFAULT 0 NOT NULL,
    urgent_reason text COLLATE pg_catalog."C",
    tags text COLLATE pg_catalog."C",
    emotions text COLLATE pg_catalog."C",
    aid_notetaker_id bigint,
    aid_named_at bigint,
    aid_no_devices bigint DEFAULT 0 NOT NULL,
    cancelled_at bigint,
    held bigint DEFAULT 0 NOT NULL,
    under_way bigint DEFAULT 0 NOT NULL,
    recap_owed_at bigint,
    CONSTRAINT exchange_agenda_from_check CHECK ((agenda_from = 'drift'::text)),
    CONSTRAINT exchange_channel_check CHECK ((channel = ANY (ARRAY['in_person'::text, 'phone'::text, 'video'::text, 'email'::text, 'sms'::text, 'portal'::text, 'letter'::text]))),
    CONSTRAINT exchange_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'both'::text])))
);
CREATE TABLE public.fear (
    person_id bigint NOT NULL,
    month text NOT NULL COLLATE pg_catalog."C",
    fear bigint NOT NULL
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
CREATE TABLE public.insight (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint NOT NULL,
    person_id bigint,
    question text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C",
    state text DEFAULT 'guess'::text COLLATE pg_catalog."C",
    source_exchange_id bigint,
    verified_at bigint,
    verified_in_id bigint,
    refuted_at bigint,
    CONSTRAINT insight_question_check CHECK ((question = ANY (ARRAY['goal'::text, 'pressure'::text, 'criterion'::text, 'worry'::text, 'audience'::text]))),
    CONSTRAINT insight_state_check CHECK ((state = ANY (ARRAY['guess'::text, 'verified'::text, 'refuted'::text])))
);
CREATE TABLE public.letter (
    id bigint NOT NULL,
    at bigint NOT NULL,
    person_id bigint NOT NULL,
    sender_id bigint,
    address text NOT NULL COLLATE pg_catalog."C",
    lang text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C",
    button text COLLATE pg_catalog."C",
    path text COLLATE pg_catalog."C",
    kind bigint,
    record_id bigint,
    message text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    tries bigint NOT NULL,
    next_at bigint NOT NULL,
    done_at bigint,
    error text COLLATE pg_catalog."C",
    good_until bigint
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
    state text DEFAULT 'draft'::text COLLATE pg_catalog."C",
    entente_id bigint,
    reviewed_at bigint,
    started_on bigint,
    delivered_on bigint,
    delivered_at bigint,
    result text COLLATE pg_catalog."C",
    closed_on bigint,
    closed_without_answer bigint DEFAULT 0 NOT NULL,
    look_since bigint,
    busy_from bigint,
    busy_to bigint,
    handed_at bigint,
    handed_from_id bigint,
    handed_passed text COLLATE pg_catalog."C",
    CONSTRAINT mandate_result_check CHECK ((result = ANY (ARRAY['reached'::text, 'partly'::text, 'not'::text]))),
    CONSTRAINT mandate_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'running'::text, 'delivered'::text, 'closed'::text])))
);
CREATE TABLE public.matter (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint NOT NULL,
    mandate_id bigint,
    nature text DEFAULT 'problem'::text COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    body text COLLATE pg_catalog."C",
    severity bigint DEFAULT 2,
    category text COLLATE pg_catalog."C",
    state text DEFAULT 'noticed'::text COLLATE pg_catalog."C",
    noticed_at bigint,
    noticed_by_side text DEFAULT 'us'::text COLLATE pg_catalog."C",
    found_by_client_at bigint,
    found_noted_at bigint,
    told_at bigint,
    told_in_id bigint,
    voice_owed bigint DEFAULT 0 NOT NULL,
    spoken_at bigint,
    dropped_at bigint,
    cause text DEFAULT 'unknown'::text COLLATE pg_catalog."C",
    our_part text COLLATE pg_catalog."C",
    superior_decision bigint DEFAULT 0 NOT NULL,
    superior_reason text COLLATE pg_catalog."C",
    promise_id bigint,
    term_id bigint,
    update_due bigint,
    news text COLLATE pg_catalog."C",
    noticed_edits text COLLATE pg_catalog."C",
    loops bigint DEFAULT 0,
    first_ever bigint DEFAULT 0 NOT NULL,
    double_deviation bigint DEFAULT 0 NOT NULL,
    recurs_of_id bigint,
    reason_asked_at bigint,
    reason_given_at bigint,
    understood_at bigint,
    options_at bigint,
    decided_at bigint,
    applied_at bigint,
    applied_in_id bigint,
    applied_text text COLLATE pg_catalog."C",
    rated_at bigint,
    adjust_at bigint,
    adjusted_at bigint,
    verified_in_id bigint,
    closed_at bigint,
    closed_as text COLLATE pg_catalog."C",
    rechecked_at bigint,
    reworded bigint DEFAULT 0 NOT NULL,
    reopened_why text COLLATE pg_catalog."C",
    eased text COLLATE pg_catalog."C",
    stood_out text COLLATE pg_catalog."C",
    echo_text text COLLATE pg_catalog."C",
    echoed_at bigint,
    kept_quiet_at bigint,
    CONSTRAINT matter_cause_check CHECK ((cause = ANY (ARRAY['us'::text, 'client'::text, 'both'::text, 'neither'::text, 'unknown'::text]))),
    CONSTRAINT matter_closed_as_check CHECK ((closed_as = ANY (ARRAY['verified'::text, 'accepted_as_is'::text, 'unverified'::text]))),
    CONSTRAINT matter_eased_check CHECK ((eased = ANY (ARRAY['yes'::text, 'no'::text]))),
    CONSTRAINT matter_nature_check CHECK ((nature = ANY (ARRAY['problem'::text, 'bad_news'::text, 'good_news'::text, 'idea'::text, 'standard'::text]))),
    CONSTRAINT matter_noticed_by_side_check CHECK ((noticed_by_side = ANY (ARRAY['us'::text, 'client'::text]))),
    CONSTRAINT matter_state_check CHECK ((state = ANY (ARRAY['noticed'::text, 'told'::text, 'understood'::text, 'options'::text, 'decided'::text, 'applied'::text, 'closed'::text, 'dropped'::text]))),
    CONSTRAINT matter_stood_out_check CHECK ((stood_out = ANY (ARRAY['yes'::text, 'no'::text])))
);
CREATE TABLE public.meta (
    key text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.moment (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint,
    mandate_id bigint,
    kind text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    matter_id bigint,
    exchange_id bigint,
    happened_on bigint,
    planned_on bigint,
    done_on bigint,
    done_at bigint,
    form text COLLATE pg_catalog."C",
    findings text COLLATE pg_catalog."C",
    solution_promise_ids text COLLATE pg_catalog."C",
    reviewed_at bigint,
    reviewed text COLLATE pg_catalog."C",
    client_reaction text COLLATE pg_catalog."C",
    CONSTRAINT moment_kind_check CHECK ((kind = ANY (ARRAY['win'::text, 'setback'::text, 'extra'::text, 'meetup'::text])))
);
CREATE TABLE public.person (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    name text NOT NULL COLLATE pg_catalog."C",
    email text COLLATE pg_catalog."C",
    emails text COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    client_id bigint,
    lang text COLLATE pg_catalog."C",
    phone text COLLATE pg_catalog."C",
    phones text COLLATE pg_catalog."C",
    can_agree bigint DEFAULT 0 NOT NULL,
    voice_ok bigint DEFAULT 1 NOT NULL,
    active bigint DEFAULT 1 NOT NULL,
    absences text COLLATE pg_catalog."C",
    away_from bigint,
    away_to bigint,
    cover_person_id bigint,
    privacy_officer bigint DEFAULT 0 NOT NULL,
    notify text DEFAULT 'messages'::text COLLATE pg_catalog."C",
    digest bigint DEFAULT 0 NOT NULL,
    digest_at bigint,
    week_at bigint,
    month_at bigint,
    questions_at bigint,
    mail_failed_at bigint,
    name_key text COLLATE pg_catalog."C",
    password text COLLATE pg_catalog."C",
    CONSTRAINT person_lang_check CHECK ((lang = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT person_notify_check CHECK ((notify = ANY (ARRAY['none'::text, 'urgent'::text, 'messages'::text]))),
    CONSTRAINT person_role_check CHECK ((role = ANY (ARRAY['contact'::text, 'member'::text, 'lead'::text])))
);
CREATE TABLE public.privacy_case (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint,
    kind text NOT NULL COLLATE pg_catalog."C",
    person_id bigint,
    received_at bigint,
    due bigint,
    done_at bigint,
    text text COLLATE pg_catalog."C",
    serious_harm text COLLATE pg_catalog."C",
    CONSTRAINT privacy_case_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'rectify'::text, 'erase'::text, 'withdraw_consent'::text, 'incident'::text]))),
    CONSTRAINT privacy_case_serious_harm_check CHECK ((serious_harm = ANY (ARRAY['yes'::text, 'no'::text])))
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
    deliverable bigint DEFAULT 0 NOT NULL,
    shared bigint DEFAULT 0 NOT NULL,
    state text DEFAULT 'open'::text COLLATE pg_catalog."C",
    task_started_at bigint,
    on_track_at bigint,
    done_at bigint,
    done_by bigint,
    done_noted_at bigint,
    reopened_at bigint,
    dropped_at bigint,
    acknowledged_at bigint,
    moves text COLLATE pg_catalog."C",
    moved_on bigint,
    shared_at bigint,
    source bigint,
    stuck_id bigint,
    blocked_by_term_ids text COLLATE pg_catalog."C",
    CONSTRAINT promise_side_check CHECK ((side = ANY (ARRAY['us'::text, 'client'::text]))),
    CONSTRAINT promise_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);
CREATE TABLE public.quiet (
    person_id bigint NOT NULL,
    type text NOT NULL COLLATE pg_catalog."C",
    refused bigint NOT NULL,
    until bigint
);
CREATE TABLE public.rating (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint,
    about text NOT NULL COLLATE pg_catalog."C",
    about_id bigint,
    at bigint,
    by bigint NOT NULL,
    exchange_id bigint,
    value bigint NOT NULL,
    felt text COLLATE pg_catalog."C",
    text text COLLATE pg_catalog."C",
    accept_as_is bigint DEFAULT 0 NOT NULL,
    CONSTRAINT rating_about_check CHECK ((about = ANY (ARRAY['matter'::text, 'mandate'::text, 'trust'::text])))
);
CREATE TABLE public.removed (
    kind bigint NOT NULL,
    last_id bigint NOT NULL
);
CREATE TABLE public.renewal (
    hash text NOT NULL COLLATE pg_catalog."C",
    person_id bigint NOT NULL,
    address text NOT NULL COLLATE pg_catalog."C",
    expires_at bigint NOT NULL
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
    expires_at bigint NOT NULL,
    only_kind bigint,
    only_id bigint,
    address text COLLATE pg_catalog."C"
);
CREATE TABLE public.setting (
    key text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.term (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint,
    mandate_id bigint,
    library bigint DEFAULT 0 NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    owed_by text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C",
    why text COLLATE pg_catalog."C",
    clarity text DEFAULT 'clear'::text COLLATE pg_catalog."C",
    unclear_at bigint,
    needed_by bigint,
    lead_wd bigint,
    quota bigint,
    library_id bigint,
    state text DEFAULT 'noted'::text COLLATE pg_catalog."C",
    checked_at bigint,
    unneeded_at bigint,
    told_at bigint,
    agreed_at bigint,
    ended_at bigint,
    missing_since bigint,
    omitted_reason text COLLATE pg_catalog."C",
    waived_in_id bigint,
    CONSTRAINT term_clarity_check CHECK ((clarity = ANY (ARRAY['clear'::text, 'fuzzy'::text, 'implicit'::text, 'unrealistic'::text]))),
    CONSTRAINT term_kind_check CHECK ((kind = ANY (ARRAY['expectation'::text, 'condition'::text, 'rule'::text]))),
    CONSTRAINT term_omitted_reason_check CHECK ((omitted_reason = ANY (ARRAY['forgot'::text, 'hurry'::text, 'to_please'::text, 'not_needed'::text]))),
    CONSTRAINT term_owed_by_check CHECK ((owed_by = ANY (ARRAY['us'::text, 'client'::text, 'both'::text]))),
    CONSTRAINT term_state_check CHECK ((state = ANY (ARRAY['noted'::text, 'proposed'::text, 'agreed'::text, 'met'::text, 'missing'::text, 'waived'::text, 'dropped'::text])))
);
CREATE TABLE public.token (
    hash text NOT NULL COLLATE pg_catalog."C",
    person_id bigint NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint
);
CREATE TABLE public.writing (
    id bigint NOT NULL,
    rev bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint,
    client_id bigint NOT NULL,
    mandate_id bigint,
    kind text NOT NULL COLLATE pg_catalog."C",
    about bigint,
    version bigint DEFAULT 1,
    parent_id bigint,
    understood text COLLATE pg_catalog."C",
    body text COLLATE pg_catalog."C",
    next text COLLATE pg_catalog."C",
    questions text COLLATE pg_catalog."C",
    notes text COLLATE pg_catalog."C",
    announces text COLLATE pg_catalog."C",
    beside text COLLATE pg_catalog."C",
    term_ids text COLLATE pg_catalog."C",
    promise_ids text COLLATE pg_catalog."C",
    matter_ids text COLLATE pg_catalog."C",
    to_clarify_ids text COLLATE pg_catalog."C",
    signed_by_id bigint,
    state text DEFAULT 'draft'::text COLLATE pg_catalog."C",
    spoken_in_id bigint,
    sent_at bigint,
    sent_by_id bigint,
    by_hand bigint DEFAULT 0 NOT NULL,
    seen text COLLATE pg_catalog."C",
    letter_failed_at bigint,
    letter_left_at bigint,
    seen_at bigint,
    reminded_at bigint,
    reminder_at bigint,
    answered_at bigint,
    answered_by bigint,
    answered_in_id bigint,
    answer_text text COLLATE pg_catalog."C",
    explicit_only bigint DEFAULT 0 NOT NULL,
    explicit_why text COLLATE pg_catalog."C",
    silence_counts bigint DEFAULT 0 NOT NULL,
    silent_wd bigint,
    read_wd bigint,
    unanswered_at bigint,
    untouched bigint DEFAULT 0 NOT NULL,
    superseded_at bigint,
    our_part text COLLATE pg_catalog."C",
    snapshot text COLLATE pg_catalog."C",
    CONSTRAINT writing_kind_check CHECK ((kind = ANY (ARRAY['welcome'::text, 'silence_rule'::text, 'recap'::text, 'entente'::text, 'problem'::text, 'impact'::text, 'feedback'::text, 'ideas'::text, 'transition'::text]))),
    CONSTRAINT writing_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'confirmed'::text, 'corrected'::text, 'tacit'::text, 'unanswered'::text])))
);
ALTER TABLE ONLY public.answered
    ADD CONSTRAINT answered_pkey PRIMARY KEY (person_id, key);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clock
    ADD CONSTRAINT clock_pkey PRIMARY KEY (kind, record_id, type, sub, n);
ALTER TABLE ONLY public.code
    ADD CONSTRAINT code_pkey PRIMARY KEY (person_id, hash);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fear
    ADD CONSTRAINT fear_pkey PRIMARY KEY (person_id, month);
ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.import_row
    ADD CONSTRAINT import_row_pkey PRIMARY KEY (import_id, kind, record_id);
ALTER TABLE ONLY public.insight
    ADD CONSTRAINT insight_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meta
    ADD CONSTRAINT meta_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.moment
    ADD CONSTRAINT moment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.privacy_case
    ADD CONSTRAINT privacy_case_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.quiet
    ADD CONSTRAINT quiet_pkey PRIMARY KEY (person_id, type);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT rating_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.removed
    ADD CONSTRAINT removed_pkey PRIMARY KEY (kind);
ALTER TABLE ONLY public.renewal
    ADD CONSTRAINT renewal_pkey PRIMARY KEY (hash);
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
ALTER TABLE ONLY public.term
    ADD CONSTRAINT term_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (hash);
ALTER TABLE ONLY public.writing
    ADD CONSTRAINT writing_pkey PRIMARY KEY (id);
CREATE INDEX answered_at ON public.answered USING btree (at);
CREATE INDEX audit_put_off ON public.audit USING btree (at, kind, record_id, action) WHERE (action = 'snooze'::text);
CREATE INDEX audit_record ON public.audit USING btree (kind, record_id);
CREATE INDEX audit_who ON public.audit USING btree (who_id, id);
CREATE INDEX client_1 ON public.client USING btree (name_key, id);
CREATE INDEX client_2 ON public.client USING btree (responsible_id);
CREATE INDEX client_3 ON public.client USING btree (referred_by_client_id, id) WHERE (referred_by_client_id IS NOT NULL);
CREATE INDEX clock_care ON public.clock USING btree (for_id, stopped_at) WHERE ((type >= 'e'::text) AND (type < 'f'::text) AND (stopped_at IS NOT NULL));
CREATE INDEX clock_client ON public.clock USING btree (client_id) WHERE (stopped_at IS NULL);
CREATE INDEX clock_leisurely ON public.clock USING btree (due, kind, record_id, type) WHERE ((stopped_at IS NULL) AND (rings = 2));
CREATE INDEX clock_received ON public.clock USING btree (for_id, shows_at) WHERE ((type = 'a2'::text) AND (stopped_at IS NULL));
CREATE INDEX clock_rings ON public.clock USING btree (due, kind, record_id, type) WHERE ((stopped_at IS NULL) AND (rings = 1));
CREATE INDEX clock_running ON public.clock USING btree (kind, record_id) WHERE (stopped_at IS NULL);
CREATE INDEX clock_today ON public.clock USING btree (for_id, shows_at) WHERE ((stopped_at IS NULL) AND (rings = 0));
CREATE INDEX code_over ON public.code USING btree (expires_at);
CREATE INDEX decision_1 ON public.decision USING btree (client_id, id);
CREATE INDEX decision_2 ON public.decision USING btree (about_id) WHERE (about_id IS NOT NULL);
CREATE INDEX decision_3 ON public.decision USING btree (demanded_at) WHERE (about = 'demand'::text);
CREATE INDEX decision_4 ON public.decision USING btree (chosen_at) WHERE (concession = 1);
CREATE INDEX decision_5 ON public.decision USING btree (chosen_at) WHERE (about = 'demand'::text);
CREATE INDEX decision_6 ON public.decision USING btree (client_id, chosen_at) WHERE (about = 'problem'::text);
CREATE INDEX decision_portal ON public.decision USING btree (client_id, id) WHERE (asked_at IS NOT NULL);
CREATE INDEX entry_1 ON public.entry USING btree (client_id, on_day);
CREATE INDEX entry_2 ON public.entry USING btree (client_id, id);
CREATE INDEX entry_3 ON public.entry USING btree (mandate_id, id) WHERE (mandate_id IS NOT NULL);
CREATE INDEX entry_4 ON public.entry USING btree (mandate_id, minutes) WHERE (kind = 'hours'::text);
CREATE INDEX entry_5 ON public.entry USING btree (on_day, client_id, cents, kind) WHERE (kind = 'revenue'::text);
CREATE INDEX exchange_1 ON public.exchange USING btree (client_id, at) WHERE (needs_reply = 1);
CREATE INDEX exchange_10 ON public.exchange USING btree (client_id, at) WHERE (recap_owed_at IS NOT NULL);
CREATE INDEX exchange_11 ON public.exchange USING btree (aid_notetaker_id, at) WHERE (aid_notetaker_id IS NOT NULL);
CREATE INDEX exchange_12 ON public.exchange USING btree (our_person_id) WHERE ((planned = 1) AND (held = 0));
CREATE INDEX exchange_13 ON public.exchange USING btree (at, client_id, needs_reply, answered_at, parked_at, answered_by_id, urgent_said, planned, in_reply_to_id, direction) WHERE (direction = 'in'::text);
CREATE INDEX exchange_14 ON public.exchange USING btree (our_person_id, at, direction) WHERE (direction <> 'in'::text);
CREATE INDEX exchange_15 ON public.exchange USING btree (recap_owed_at) WHERE (recap_owed_at IS NOT NULL);
CREATE INDEX exchange_16 ON public.exchange USING btree (client_id, at, channel, cancelled_at);
CREATE INDEX exchange_2 ON public.exchange USING btree (client_id, at, id, held, cancelled_at, direction, term_ids) WHERE (term_ids IS NOT NULL);
CREATE INDEX exchange_3 ON public.exchange USING btree (in_reply_to_id) WHERE (in_reply_to_id IS NOT NULL);
CREATE INDEX exchange_4 ON public.exchange USING btree (parked_to_id) WHERE (parked_to_id IS NOT NULL);
CREATE INDEX exchange_5 ON public.exchange USING btree (at, our_person_id) WHERE (planned = 1);
CREATE INDEX exchange_6 ON public.exchange USING btree (mandate_id) WHERE (mandate_id IS NOT NULL);
CREATE INDEX exchange_7 ON public.exchange USING btree (created_by) WHERE (letter_failed_at IS NOT NULL);
CREATE INDEX exchange_8 ON public.exchange USING btree (client_id, at, id, held, cancelled_at) WHERE (direction = 'in'::text);
CREATE INDEX exchange_9 ON public.exchange USING btree (client_id, at) WHERE ((channel = ANY (ARRAY['in_person'::text, 'phone'::text, 'video'::text])) OR (direction = 'both'::text));
CREATE INDEX exchange_cluster ON public.exchange USING btree (client_id, at, id);
CREATE INDEX exchange_portal ON public.exchange USING btree (client_id, id) WHERE ((planned = 1) OR (channel = 'portal'::text) OR (deliver = 1));
CREATE INDEX insight_1 ON public.insight USING btree (client_id, question, id);
CREATE INDEX insight_2 ON public.insight USING btree (client_id, id);
CREATE INDEX insight_portal ON public.insight USING btree (client_id, id) WHERE (state = 'verified'::text);
CREATE INDEX letter_about ON public.letter USING btree (kind, record_id) WHERE (kind IS NOT NULL);
CREATE INDEX letter_done ON public.letter USING btree (done_at) WHERE ((kind IS NULL) OR (path IS NOT NULL));
CREATE INDEX letter_oldest ON public.letter USING btree (at) WHERE (state = 'queued'::text);
CREATE INDEX letter_queued ON public.letter USING btree (next_at, id) WHERE (state = 'queued'::text);
CREATE INDEX letter_useful ON public.letter USING btree (good_until) WHERE (state = 'queued'::text);
CREATE INDEX mandate_1 ON public.mandate USING btree (client_id, id);
CREATE INDEX mandate_2 ON public.mandate USING btree (responsible_id);
CREATE INDEX mandate_3 ON public.mandate USING btree (closed_on) WHERE (closed_on IS NOT NULL);
CREATE INDEX matter_1 ON public.matter USING btree (client_id, noticed_at);
CREATE INDEX matter_10 ON public.matter USING btree (first_ever) WHERE (first_ever = 1);
CREATE INDEX matter_11 ON public.matter USING btree (client_id, told_at) WHERE (nature = 'idea'::text);
CREATE INDEX matter_12 ON public.matter USING btree (client_id, closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX matter_2 ON public.matter USING btree (promise_id) WHERE (promise_id IS NOT NULL);
CREATE INDEX matter_3 ON public.matter USING btree (term_id, client_id) WHERE (term_id IS NOT NULL);
CREATE INDEX matter_4 ON public.matter USING btree (mandate_id) WHERE (mandate_id IS NOT NULL);
CREATE INDEX matter_5 ON public.matter USING btree (noticed_at);
CREATE INDEX matter_6 ON public.matter USING btree (closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX matter_7 ON public.matter USING btree (recurs_of_id) WHERE (recurs_of_id IS NOT NULL);
CREATE INDEX matter_8 ON public.matter USING btree (reason_given_at) WHERE (reason_asked_at IS NOT NULL);
CREATE INDEX matter_9 ON public.matter USING btree (double_deviation) WHERE (double_deviation = 1);
CREATE INDEX matter_portal ON public.matter USING btree (client_id, id) WHERE ((told_at IS NOT NULL) OR (noticed_by_side = 'client'::text));
CREATE INDEX moment_1 ON public.moment USING btree (client_id, id);
CREATE INDEX moment_2 ON public.moment USING btree (matter_id) WHERE (matter_id IS NOT NULL);
CREATE INDEX moment_3 ON public.moment USING btree (exchange_id) WHERE (exchange_id IS NOT NULL);
CREATE INDEX moment_4 ON public.moment USING btree (client_id, kind, done_on);
CREATE INDEX moment_5 ON public.moment USING btree (done_on) WHERE (done_on IS NOT NULL);
CREATE INDEX person_1 ON public.person USING btree (client_id);
CREATE INDEX person_2 ON public.person USING btree (email);
CREATE INDEX person_3 ON public.person USING btree (id) WHERE (emails IS NOT NULL);
CREATE INDEX person_4 ON public.person USING btree (name_key);
CREATE INDEX person_5 ON public.person USING btree (cover_person_id) WHERE (cover_person_id IS NOT NULL);
CREATE INDEX privacy_case_1 ON public.privacy_case USING btree (client_id);
CREATE INDEX privacy_case_2 ON public.privacy_case USING btree (person_id);
CREATE INDEX promise_1 ON public.promise USING btree (client_id, due);
CREATE INDEX promise_2 ON public.promise USING btree (person_id, due) WHERE (state = 'open'::text);
CREATE INDEX promise_3 ON public.promise USING btree (moved_on) WHERE (moved_on IS NOT NULL);
CREATE INDEX promise_4 ON public.promise USING btree (source) WHERE (source IS NOT NULL);
CREATE INDEX promise_5 ON public.promise USING btree (mandate_id) WHERE (mandate_id IS NOT NULL);
CREATE INDEX promise_6 ON public.promise USING btree (client_id, judged_due);
CREATE INDEX promise_7 ON public.promise USING btree (judged_due) WHERE ((side = 'us'::text) AND (shared = 1));
CREATE INDEX promise_portal ON public.promise USING btree (client_id, id) WHERE (shared = 1);
CREATE INDEX rating_1 ON public.rating USING btree (client_id, id);
CREATE INDEX rating_2 ON public.rating USING btree (about_id) WHERE (about_id IS NOT NULL);
CREATE INDEX renewal_of ON public.renewal USING btree (person_id);
CREATE INDEX search_name_words ON public.search_name USING gin (words);
CREATE INDEX search_text_words ON public.search_text USING gin (words) WITH (fastupdate=off);
CREATE INDEX term_1 ON public.term USING btree (client_id, id);
CREATE INDEX term_2 ON public.term USING btree (mandate_id) WHERE (mandate_id IS NOT NULL);
CREATE INDEX term_3 ON public.term USING btree (id) WHERE (library = 1);
CREATE INDEX term_4 ON public.term USING btree (library_id, client_id) WHERE (library_id IS NOT NULL);
CREATE INDEX term_5 ON public.term USING btree (created_at) WHERE (omitted_reason IS NOT NULL);
CREATE INDEX term_portal ON public.term USING btree (client_id, id) WHERE (told_at IS NOT NULL);
CREATE INDEX writing_1 ON public.writing USING btree (client_id, id);
CREATE INDEX writing_2 ON public.writing USING btree (client_id, state);
CREATE INDEX writing_3 ON public.writing USING btree (mandate_id) WHERE (mandate_id IS NOT NULL);
CREATE INDEX writing_4 ON public.writing USING btree (about) WHERE (about IS NOT NULL);
CREATE INDEX writing_5 ON public.writing USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX writing_6 ON public.writing USING btree (client_id, sent_at) WHERE (term_ids IS NOT NULL);
CREATE INDEX writing_7 ON public.writing USING btree (client_id, sent_at) WHERE (kind = 'ideas'::text);
CREATE INDEX writing_8 ON public.writing USING btree (sent_by_id) WHERE (letter_failed_at IS NOT NULL);
CREATE INDEX writing_9 ON public.writing USING btree (client_id, kind, sent_at);
CREATE INDEX writing_portal ON public.writing USING btree (client_id, id) WHERE (state <> 'draft'::text);
CREATE TRIGGER audit_is_append_only BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION public.audit_refuses();
ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_handed_from_id_fkey FOREIGN KEY (handed_from_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_referred_by_client_id_fkey FOREIGN KEY (referred_by_client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.client
    ADD CONSTRAINT client_silence_rule_by_fkey FOREIGN KEY (silence_rule_by) REFERENCES public.person(id);
ALTER TABLE ONLY public.code
    ADD CONSTRAINT code_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_choice_recorded_by_fkey FOREIGN KEY (choice_recorded_by) REFERENCES public.person(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_chosen_by_id_fkey FOREIGN KEY (chosen_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_chosen_in_id_fkey FOREIGN KEY (chosen_in_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES public.mandate(id);
ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES public.mandate(id);
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
ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_recap_id_fkey FOREIGN KEY (recap_id) REFERENCES public.writing(id);
ALTER TABLE ONLY public.fear
    ADD CONSTRAINT fear_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.import_row
    ADD CONSTRAINT import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);
ALTER TABLE ONLY public.insight
    ADD CONSTRAINT insight_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.insight
    ADD CONSTRAINT insight_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.insight
    ADD CONSTRAINT insight_source_exchange_id_fkey FOREIGN KEY (source_exchange_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.insight
    ADD CONSTRAINT insight_verified_in_id_fkey FOREIGN KEY (verified_in_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_entente_id_fkey FOREIGN KEY (entente_id) REFERENCES public.writing(id);
ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_handed_from_id_fkey FOREIGN KEY (handed_from_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_applied_in_id_fkey FOREIGN KEY (applied_in_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES public.mandate(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_promise_id_fkey FOREIGN KEY (promise_id) REFERENCES public.promise(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_recurs_of_id_fkey FOREIGN KEY (recurs_of_id) REFERENCES public.matter(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_term_id_fkey FOREIGN KEY (term_id) REFERENCES public.term(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_told_in_id_fkey FOREIGN KEY (told_in_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.matter
    ADD CONSTRAINT matter_verified_in_id_fkey FOREIGN KEY (verified_in_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.moment
    ADD CONSTRAINT moment_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.moment
    ADD CONSTRAINT moment_exchange_id_fkey FOREIGN KEY (exchange_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.moment
    ADD CONSTRAINT moment_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES public.mandate(id);
ALTER TABLE ONLY public.moment
    ADD CONSTRAINT moment_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matter(id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_cover_person_id_fkey FOREIGN KEY (cover_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.privacy_case
    ADD CONSTRAINT privacy_case_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.privacy_case
    ADD CONSTRAINT privacy_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_done_by_fkey FOREIGN KEY (done_by) REFERENCES public.person(id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES public.mandate(id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_stuck_id_fkey FOREIGN KEY (stuck_id) REFERENCES public.matter(id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT rating_by_fkey FOREIGN KEY (by) REFERENCES public.person(id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT rating_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.rating
    ADD CONSTRAINT rating_exchange_id_fkey FOREIGN KEY (exchange_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.renewal
    ADD CONSTRAINT renewal_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.term
    ADD CONSTRAINT term_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.term
    ADD CONSTRAINT term_library_id_fkey FOREIGN KEY (library_id) REFERENCES public.term(id);
ALTER TABLE ONLY public.term
    ADD CONSTRAINT term_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES public.mandate(id);
ALTER TABLE ONLY public.term
    ADD CONSTRAINT term_waived_in_id_fkey FOREIGN KEY (waived_in_id) REFERENCES public.decision(id);
ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.writing
    ADD CONSTRAINT writing_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.person(id);
ALTER TABLE ONLY public.writing
    ADD CONSTRAINT writing_answered_in_id_fkey FOREIGN KEY (answered_in_id) REFERENCES public.exchange(id);
ALTER TABLE ONLY public.writing
    ADD CONSTRAINT writing_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.writing
    ADD CONSTRAINT writing_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES public.mandate(id);
ALTER TABLE ONLY public.writing
    ADD CONSTRAINT writing_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.writing(id);
ALTER TABLE ONLY public.writing
    ADD CONSTRAINT writing_sent_by_id_fkey FOREIGN KEY (sent_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.writing
    ADD CONSTRAINT writing_signed_by_id_fkey FOREIGN KEY (signed_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.writing
    ADD CONSTRAINT writing_spoken_in_id_fkey FOREIGN KEY (spoken_in_id) REFERENCES public.exchange(id);
