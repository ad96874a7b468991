// Written by `npm run tables` from the migrated database; never edited by hand.
import type { ColumnType, Generated } from 'kysely'

export type Tables = {
  account: {
    force_id: string
    id: string
    network: string
    handle: string
    name: string
    class: 'corporate' | 'contactDesk' | 'district' | 'neighbourhood' | 'specialist' | 'campaign' | 'individual' | 'chiefOfficer'
    kind: 'single' | 'collective'
    status: 'proposed' | 'live' | 'underReview' | 'closing' | 'closed' | 'unofficial'
    purpose: string
    area: string | null
    owner_office_id: string | null
    supervisor_office_id: string | null
    owner_changed_at: Date | null
    signature_place: 'prefix' | 'suffix' | 'none'
    cover: ColumnType<unknown, string | undefined, string>
    lateness_minutes: Generated<number>
    external_id: string | null
    next_review_at: Date | null
    created_at: Date
    version: Generated<number>
    unanswered_risk: Generated<number>
    profile: string | null
    profile_at: Date | null
  }
  account_count: {
    force_id: string
    account_id: string
    at: Date
    followers: number | null
    following: number | null
    posts: number | null
    source: 'import' | 'network'
  }
  account_decision: {
    force_id: string
    id: string
    account_id: string
    what: 'approve' | 'turnDown' | 'beginReview' | 'keep' | 'beginClosing' | 'close' | 'adopt' | 'leave' | 'endKeys'
    reason: string
    person_id: string | null
    at: Date
  }
  account_objective: {
    force_id: string
    account_id: string
    objective_id: string
  }
  account_request: {
    force_id: string
    id: string
    network: string
    handle: string
    name: string
    class: 'corporate' | 'contactDesk' | 'district' | 'neighbourhood' | 'specialist' | 'campaign' | 'individual' | 'chiefOfficer'
    area: string | null
    purpose: string
    objective_id: string | null
    owner_office_id: string | null
    why_new: string
    who_posts: string
    leave_cover: string
    monitoring: string
    training: string
    risk: string
    asked_by: string
    asked_at: Date
    state: 'waiting' | 'approved' | 'turnedDown' | 'redirected' | 'takenBack'
    reason: Generated<string>
    decided_by: string | null
    decided_at: Date | null
    account_id: string | null
  }
  afterlook: {
    force_id: string
    post_id: string
    why: 'lowRisk' | 'emergency'
    due_at: Date
    done_at: Date | null
    done_by: string | null
    verdict: 'inOrder' | 'learn' | 'withdraw' | null
    words: Generated<string>
  }
  alarm: {
    force_id: string
    id: string
    kind: string
    subject: string
    words: string
    raised_at: Date
    settled_at: Date | null
    settled_by: string | null
    settled_words: Generated<string>
  }
  alarm_telling: {
    force_id: string
    alarm_id: string
    led_by: string | null
    step: Generated<number>
    step_at: Date
    seen_at: Date | null
    seen_by: string | null
  }
  answer: {
    force_id: string
    post_id: string
    conversation_id: string
    message_id: string
    by_id: string
    at: Date
    batch_id: string | null
    sent_at: Date | null
    given_up_at: Date | null
    automatic: Generated<boolean>
  }
  archive_import: {
    force_id: string
    id: string
    account_id: string | null
    format: 'export' | 'plain'
    file_name: string
    bytes: number
    received: Generated<number>
    read_bytes: Generated<number>
    stage: 'receiving' | 'received' | 'reading' | 'read' | 'confirmed' | 'refused' | 'abandoned'
    stage_since: Date
    by_id: string | null
    begun_at: Date
    decided_by: string | null
    taken_at: Date | null
    counts: ColumnType<unknown, string | null, string | null>
    oddities: ColumnType<unknown, string | undefined, string>
    refusal: string | null
    most_turns: Generated<number>
    lease_token: string | null
    lease_until: Date | null
    tries: Generated<number>
    read_step: 'names' | 'posts' | 'pictures' | 'comparing' | null
    read_of: Generated<number>
  }
  archive_look: {
    force_id: string
    at: Date
  }
  archive_preview: {
    force_id: string
    import_id: string
    file: string
    id: string
    width: number
    height: number
    bytes: Uint8Array
  }
  archive_row: {
    force_id: string
    import_id: string
    turn: number
    account_id: string
    external_id: string
    said_at: Date
    kind: string
    words: string
    language: string | null
    to_external_id: string | null
    to_handle: string | null
    hashtags: string[] | null
    mentions: string[] | null
    links: string[] | null
    pictures: number
    videos: number
    described: number | null
    replies: number | null
    reshares: number | null
    likes: number | null
    quotes: number | null
    cut: boolean
    edited: boolean
    seen_at: Date
    counted_at: Date | null
    attached: ColumnType<unknown, string | null, string | null>
  }
  attempt: {
    force_id: string
    id: string
    delivery_id: string
    n: number
    act: 'send' | 'look' | 'remove'
    worker: string
    started_at: Date
    ended_at: Date | null
    ending: string | null
    words: Generated<string>
  }
  auth_account: {
    id: string
    user_id: string
    account_id: string
    provider_id: string
    access_token: string | null
    refresh_token: string | null
    id_token: string | null
    access_token_expires_at: Date | null
    refresh_token_expires_at: Date | null
    scope: string | null
    password: string | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  auth_rate_limit: {
    id: string
    key: string
    count: number
    last_request: number
  }
  auth_session: {
    id: string
    user_id: string
    token: string
    expires_at: Date
    ip_address: string | null
    user_agent: string | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  auth_two_factor: {
    id: string
    user_id: string
    secret: string
    backup_codes: string
    verified: Generated<boolean>
    failed_verification_count: Generated<number>
    locked_until: Date | null
  }
  auth_user: {
    id: string
    name: string
    email: string
    email_verified: Generated<boolean>
    image: string | null
    two_factor_enabled: Generated<boolean>
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  auth_verification: {
    id: string
    identifier: string
    value: string
    expires_at: Date
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  beat: {
    force_id: string
    process: string
    kind: 'web' | 'worker'
    started_at: Date
    at: Date
  }
  carrying_out: {
    force_id: string
    id: string
    kind: 'closing' | 'adoption' | 'platformRetirement'
    account_id: string | null
    look_alike_id: string | null
    network: string | null
    into_account_id: string | null
    review_id: string | null
    ends_on: string
    begun_by: string
    begun_at: Date
    note: Generated<string>
    pinned_post_id: string | null
    last_post_id: string | null
    ended_at: Date | null
    ended_by: string | null
    ending: 'done' | 'stopped' | null
    reason: Generated<string>
    not_before: string | null
    status_before: 'live' | 'underReview' | 'closing' | null
  }
  carrying_step: {
    force_id: string
    carrying_out_id: string
    step: string
    office_id: string | null
    person_id: string | null
    due_on: string
    done_at: Date | null
    done_by: string | null
    evidence: Generated<string>
    taken_back: ColumnType<unknown, string | undefined, string>
  }
  chain_head: {
    force_id: string
    seq: number
    hash: string
  }
  check_result: {
    force_id: string
    id: string
    subject: string
    digest: string
    rulebook_version: string
    outcome: 'clear' | 'advise' | 'needsApproval' | 'block'
    result: ColumnType<unknown, string, string>
    at: Date
  }
  compare_consent: {
    force_id: string
    id: string
    inspectorate_id: string
    from_at: Date
    until_at: Date
    given_by: string
    given_at: Date
    ended_by: string | null
    ended_at: Date | null
  }
  contributor: {
    force_id: string
    id: string
    account_id: string
    person_id: string
    trusted: Generated<boolean>
    from_at: Date
    until_at: Date | null
    voice: Generated<'signs' | 'drafts'>
  }
  conversation: {
    force_id: string
    id: string
    account_id: string
    network: string
    kind: 'public' | 'direct'
    thread: string
    about_post_id: string | null
    author_external_id: string
    author_handle: string
    author_name: string
    opening: string
    language: 'en' | 'cy'
    stage: 'open' | 'closed'
    stage_since: Date
    category: 'threatOrVulnerable' | 'callForService' | 'intelligence' | 'complaint' | 'informationRequest' | 'question' | 'comment' | 'abuse' | 'media'
    category_by: string | null
    category_at: Date | null
    suggestion: ColumnType<unknown, string | undefined, string>
    rank: number
    due_at: Date | null
    version: Generated<number>
    opened_at: Date
    last_said_at: Date
    last_from: 'public' | 'us'
    waiting_since: Date | null
    messages: Generated<number>
    first_look_at: Date | null
    first_look_by: string | null
    first_reply_at: Date | null
    incident_at: Date | null
    incident_ref: string | null
    crime_recorded_at: Date | null
    crime_ref: string | null
    holder_id: string | null
    held_since: Date | null
    held_until: Date | null
    offered_to_id: string | null
    offered_until: Date | null
    draft_post_id: string | null
    surge_id: string | null
    reopened_at: Date | null
    looked_at: Date | null
    crime_said: boolean | null
    aims_from: Date | null
    danger_at: Date | null
    danger_last_at: Date | null
  }
  conversation_act: {
    force_id: string
    id: string
    conversation_id: string
    kind: 'looked' | 'took' | 'tookOver' | 'handedOver' | 'freed' | 'lapsed' | 'categorised' | 'noted' | 'answerBegun' | 'answerGivenUp' | 'answerRefused' | 'movedToPrivate' | 'incidentRaised' | 'crimeSaid' | 'crimeRecorded' | 'closed' | 'reopened' | 'restrictedRead' | 'offered'
    by_id: string | null
    at: Date
    words: Generated<string>
    data: ColumnType<unknown, string | undefined, string>
  }
  custody: {
    force_id: string
    account_id: string
    id: string
    sealed: string
    state: 'working' | 'ended' | 'unknown'
    words: Generated<string>
    ends_at: Date | null
    set_by: string
    set_at: Date
    checked_at: Date | null
  }
  custody_note: {
    force_id: string
    kind: 'state' | 'session' | 'return' | 'app'
    key: string
    sealed: string
    at: Date
  }
  decision: {
    force_id: string
    id: string
    post_id: string
    version: number
    digest: string
    kind: 'approve' | 'refuse' | 'sendBack' | 'override' | 'releaseAtOnce' | 'reviewAfterwards' | 'withdraw' | 'reopen'
    finding: string | null
    role: string | null
    person_id: string
    reason: Generated<string>
    at: Date
  }
  delegation: {
    force_id: string
    id: string
    account_id: string
    by_person_id: string
    to_person_id: string
    from_at: Date
    until_at: Date
  }
  delivery: {
    force_id: string
    id: string
    post_id: string
    account_id: string
    network: string
    area: string | null
    state: 'waiting' | 'sending' | 'sent' | 'checking' | 'refused' | 'needs-person' | 'held' | 'withdrawn'
    state_since: Date
    handle: Generated<string>
    due_at: Date
    next_at: Date
    late_after: Date
    lease_token: string | null
    lease_until: Date | null
    claims: Generated<number>
    looks: Generated<number>
    resends: Generated<number>
    words: Generated<string>
    hold_id: string | null
    below_delivery_id: string | null
    removal: 'asked' | 'removing' | 'checking' | 'gone' | null
    sent_at: Date | null
    answering: ColumnType<unknown, string | null, string | null>
  }
  desk: {
    force_id: string
    aims: ColumnType<unknown, string | undefined, string>
    lines: ColumnType<unknown, string | undefined, string>
    changed_at: Date | null
    changed_by: string | null
    danger_words: ColumnType<unknown, string | undefined, string>
    hours_mark: Generated<string>
  }
  desk_change: {
    force_id: string
    id: string
    what: 'aims' | 'lines' | 'dangerWords'
    value: ColumnType<unknown, string, string>
    by_id: string
    at: Date
  }
  duty: {
    force_id: string
    id: string
    person_id: string
    kind: 'desk' | 'onCall'
    from_at: Date
    until_at: Date
    ended_at: Date | null
    made_by: string
    made_at: Date
  }
  earned: {
    force_id: string
    span: 'year' | 'all'
    accounts_of: 'corporate' | 'others'
    reaction: 'replies' | 'reshares'
    feature: string
    accounts: number
    posts_with: number
    posts_without: number
    effect: number | null
    low: number | null
    high: number | null
    per_follower_with: number | null
    per_follower_without: number | null
    followers_known: number
    luck: number | null
  }
  earned_count: {
    force_id: string
    span: 'year' | 'all'
    until_at: Date
    counted_at: Date
    posts: number
    accounts: number
    left_out: ColumnType<unknown, string, string>
    networks: ColumnType<unknown, string, string>
    lessons: ColumnType<unknown, string, string>
  }
  fact: {
    force_id: string
    seq: number
    at: Date
    kind: string
    actor: string | null
    subject: string
    data: string
    previous: string
    hash: string
  }
  follower_asking: {
    force_id: string
    account_id: string
    next_at: Date
    tries: Generated<number>
    failing_since: Date | null
    words: Generated<string>
    lease_token: string | null
    lease_until: Date | null
  }
  follower_pattern: {
    force_id: string
    network: string
    n: number
    accounts: number[]
    people: number
  }
  follower_read: {
    force_id: string
    network: string
    n: number
    account_id: string
    followers: number
    whole: boolean
    words: Generated<string>
  }
  follower_reading: {
    force_id: string
    network: string
    next_at: Date
    asked_by: string | null
    words: Generated<string>
    lease_token: string | null
    lease_until: Date | null
    read_at: Date | null
  }
  force: {
    id: string
    name: string
    time_zone: Generated<string>
    settings: ColumnType<unknown, string | undefined, string>
    demo: Generated<boolean>
    created_at: Date
    kind: Generated<'force' | 'inspectorate'>
  }
  hand_over: {
    force_id: string
    id: string
    words: string
    stand: ColumnType<unknown, string | undefined, string>
    by_id: string
    at: Date
    read_by: string | null
    read_at: Date | null
  }
  hold: {
    force_id: string
    id: string
    scope: 'everything' | 'account' | 'network' | 'area'
    target: string | null
    reason: string
    placed_by: string
    placed_at: Date
    released_by: string | null
    released_at: Date | null
  }
  listening: {
    force_id: string
    account_id: string
    cursor: string | null
    state: 'hearing' | 'behind' | 'ended'
    words: Generated<string>
    heard_at: Date | null
    behind_since: Date | null
    next_at: Date
    lease_token: string | null
    lease_until: Date | null
    missing: string | null
    tries: Generated<number>
    begun_at: Date | null
    looks_failing_since: Date | null
    looks_words: Generated<string>
  }
  local_reach: {
    force_id: string
    id: string
    account_id: string
    in_area: number
    of_all: number
    as_of: string
    source: string
    by_id: string
    at: Date
  }
  look_alike: {
    force_id: string
    id: string
    network: string
    handle: string
    what: Generated<string>
    account_id: string | null
    found_by: string | null
    found_at: Date
    outcome: Generated<'open' | 'harmless' | 'notOurs' | 'reported' | 'gone'>
    reason: Generated<string>
    report_reference: string | null
    decided_by: string | null
    decided_at: Date | null
  }
  measure_count: {
    force_id: string
    until_at: Date | null
    counted_at: Date | null
    posts: Generated<number>
    accounts: Generated<number>
    archive_mark: Generated<string>
    lease_token: string | null
    lease_until: Date | null
  }
  measure_reason: {
    force_id: string
    id: string
    account_id: string
    measure: string
    reason: string
    rightly: boolean
    by_id: string
    at: Date
    ended_at: Date | null
  }
  measured: {
    force_id: string
    span: 'weeks13' | 'before' | 'year' | 'all'
    measure: string
    account_id: string
    version: number
    figure: number
    top: number
    of_count: number
    left_out: ColumnType<unknown, string, string>
    more: ColumnType<unknown, string, string>
    look: boolean
  }
  measured_class: {
    force_id: string
    span: 'weeks13' | 'before' | 'year' | 'all'
    measure: string
    class: 'corporate' | 'contactDesk' | 'district' | 'neighbourhood' | 'specialist' | 'campaign' | 'individual' | 'chiefOfficer'
    middle: number
    top: number
    of_count: number
    accounts: number
  }
  message: {
    force_id: string
    id: string
    conversation_id: string
    account_id: string
    network: string
    external_id: string
    kind: 'reply' | 'mention' | 'quote' | 'direct'
    author_external_id: string
    author_handle: string
    author_name: string
    text: string
    language: string
    pictures: Generated<number>
    url: string | null
    parent: string | null
    proof: ColumnType<unknown, string | undefined, string>
    root_proof: ColumnType<unknown, string | null, string | null>
    network_version: Generated<string>
    said_at: Date
    heard_at: Date
    state: Generated<'live' | 'changed' | 'gone'>
    state_since: Date
    hidden_at: Date | null
    looked_again_at: Date | null
    root: string | null
    look_at: Date | null
  }
  message_version: {
    force_id: string
    message_id: string
    n: number
    text: string
    network_version: string
    until_at: Date
  }
  migration_count: {
    force_id: string
    carrying_out_id: string
    day: 0 | 30 | 90
    due_at: Date
    counted_at: Date | null
    followers: number | null
    dialogue: number | null
    voices: number | null
    into_followers: number | null
    into_dialogue: number | null
    into_voices: number | null
    followers_at: Date | null
  }
  moderation: {
    force_id: string
    id: string
    conversation_id: string
    message_id: string
    account_id: string
    act: 'hide' | 'report' | 'mute' | 'block'
    standard_code: string
    words: Generated<string>
    copy: ColumnType<unknown, string, string>
    by_id: string
    at: Date
    state: 'asked' | 'doing' | 'done' | 'refused' | 'needsPerson' | 'lifting' | 'lifted'
    state_since: Date
    network_words: Generated<string>
    tries: Generated<number>
    next_at: Date | null
    lease_token: string | null
    lease_until: Date | null
    expires_at: Date | null
    review_at: Date | null
    reviewed_at: Date | null
    reviewed_by: string | null
    review_words: Generated<string>
    appeal_at: Date | null
    appeal_words: Generated<string>
    appeal_outcome: 'upheld' | 'lifted' | null
    appeal_by: string | null
    lifted_at: Date | null
    lifted_by: string | null
    lift_asked_at: Date | null
    lift_why: 'person' | 'expired' | 'appeal' | null
    lift_words: Generated<string>
    appeal_decided_at: Date | null
    appeal_reason: Generated<string>
  }
  moderation_attempt: {
    force_id: string
    id: string
    moderation_id: string
    undo: boolean
    worker: string
    started_at: Date
    ended_at: Date | null
    ending: string | null
    words: Generated<string>
  }
  near_duplicate: {
    force_id: string
    account_id: string
    external_id: string
    kind: 'own' | 'other'
    other_account_id: string
    other_external_id: string
  }
  objective: {
    force_id: string
    id: string
    title: string
    kind: 'objective' | 'localPriority'
    area: string | null
    measure: Generated<string>
    starts_at: Date
    ends_at: Date | null
  }
  office: {
    force_id: string
    id: string
    title: string
    holder_id: string | null
    since: Date | null
  }
  official_handle: {
    force_id: string
    handle: string
    name: Generated<string>
    kind: 'police' | 'partner'
    added_at: Date
  }
  outcome: {
    force_id: string
    id: string
    conversation_id: string
    kind: 'answered' | 'incidentRaised' | 'referred' | 'moderated' | 'noAnswerNeeded'
    reference: Generated<string>
    team: Generated<string>
    reason: Generated<string>
    category: string
    by_id: string
    at: Date
  }
  person: {
    force_id: string
    id: string
    name: string
    rank: string
    initials: string
    email: string | null
    roles: Generated<string[]>
    auth_user_id: string | null
    trained_until: Date | null
    one_time_until: Date | null
    signed_in_at: Date | null
    tries: Generated<number>
    tries_from: Date | null
    joined_at: Date
    left_at: Date | null
  }
  picture: {
    force_id: string
    id: string
    sha256: string
    media_type: string
    width: number
    height: number
    bytes: Uint8Array
    removed: Generated<string[]>
    added_by: string
    added_at: Date
  }
  piece: {
    force_id: string
    delivery_id: string
    n: number
    text: string
    material: ColumnType<unknown, string | undefined, string>
    key: string
    frozen: string | null
    external_id: string | null
    url: string | null
    proof: ColumnType<unknown, string | null, string | null>
    sent_at: Date | null
    removed_at: Date | null
    left_out: Generated<boolean>
  }
  plan_account: {
    force_id: string
    plan_id: string
    account_id: string
    into_account_id: string | null
  }
  post: {
    force_id: string
    id: string
    author_id: string
    stage: 'draft' | 'asked' | 'sentBack' | 'released' | 'discarded'
    stage_since: Date
    path: 'approved' | 'lowRisk' | 'emergency' | null
    version: number
    digest: string
    content: ColumnType<unknown, string, string>
    due_at: Date | null
    writers: Generated<string[]>
    corrects_post_id: string | null
    corrects_reason: Generated<string>
    created_at: Date
    changed_at: Date
    changed_by: string | null
    edit: Generated<number>
    speaker_id: string | null
    words: Generated<string>
    answering: ColumnType<unknown, string | null, string | null>
    reserved_for: string | null
    meanwhile: ColumnType<unknown, string | undefined, string>
    meanwhile_seen: Generated<number>
    conversation_id: string | null
    restricted: Generated<boolean>
    batch_id: string | null
  }
  post_version: {
    force_id: string
    post_id: string
    version: number
    digest: string
    content: ColumnType<unknown, string, string>
    sheet: ColumnType<unknown, string, string>
    by_id: string
    at: Date
  }
  practice_crowd: {
    force_id: string
    id: string
    accounts: string[]
    people: number
  }
  practice_fault: {
    force_id: string
    id: string
    account_id: string
    key: string | null
    act: 'dropBefore' | 'dropAfter' | 'errorAfter' | 'tooMany' | 'refuse' | 'slow' | 'keysEnded'
    times: number
    seconds: Generated<number>
    meets: Generated<'write' | 'hear'>
  }
  practice_moderation: {
    force_id: string
    account_id: string
    act: 'hide' | 'report' | 'mute' | 'block'
    subject: string
    reason: Generated<string>
    at: Date
  }
  practice_record: {
    force_id: string
    id: string
    account_id: string | null
    key: string | null
    name: string
    text: string
    body: ColumnType<unknown, string | undefined, string>
    reply_to: string | null
    created_at: Date
    arrived_at: Date
    removed_at: Date | null
    kind: Generated<'post' | 'reply' | 'mention' | 'quote' | 'direct'>
    author: string | null
    to_account: string | null
    root_id: string | null
    quotes: string | null
    conversation: string | null
    languages: Generated<string[]>
    version: Generated<number>
  }
  practice_storm: {
    force_id: string
    id: string
    account_id: string
    scenario: string
    seed: number
    total: number
    seconds: number
    played: Generated<number>
    started_at: Date
    ended_at: Date | null
    stopped: Generated<boolean>
  }
  public_question: {
    force_id: string
    id: string
    kind: 'question' | 'consultation' | 'poll' | 'live'
    title: string
    words: Generated<string>
    objective_id: string | null
    area: string | null
    post_id: string | null
    choices: ColumnType<unknown, string | undefined, string>
    opens_at: Date | null
    closes_at: Date | null
    stage: 'planned' | 'open' | 'closed' | 'answered'
    team: ColumnType<unknown, string | undefined, string>
    made_by: string
    made_at: Date
    notice: ColumnType<unknown, string | undefined, string>
    stage_since: Date | null
  }
  published: {
    force_id: string
    account_id: string
    external_id: string
    said_at: Date
    kind: string
    words: string
    language: string | null
    to_external_id: string | null
    to_handle: string | null
    hashtags: string[] | null
    mentions: string[] | null
    links: string[] | null
    pictures: number
    videos: number
    described: number | null
    replies: number | null
    reshares: number | null
    likes: number | null
    quotes: number | null
    cut: boolean
    edited: boolean
    seen_at: Date
    counted_at: Date | null
    source: string
    post_id: string | null
    import_id: string | null
    gone_at: Date | null
    attached: ColumnType<unknown, string | null, string | null>
    media_at: Date | null
  }
  published_preview: {
    force_id: string
    account_id: string
    file: string
    id: string
    external_id: string
    said_at: Date
    width: number
    height: number
    bytes: Uint8Array
    n: number | null
  }
  push_key: {
    force_id: string
    public_key: string
    sealed: string
    made_at: Date
  }
  reach: {
    force_id: string
    id: string
    person_id: string
    way: 'push' | 'email'
    label: string
    sealed: string
    added_at: Date
    failed_at: Date | null
    ended_at: Date | null
    tested_at: Date | null
  }
  register_convention: {
    force_id: string
    convention: ColumnType<unknown, string, string>
    changed_by: string
    changed_at: Date
  }
  reply_line: {
    force_id: string
    id: string
    title: string
    words: ColumnType<unknown, string, string>
    source: string
    owner_office_id: string | null
    if_asked: Generated<boolean>
    topics: Generated<string>
    expires_at: Date | null
    ended_at: Date | null
    changed_at: Date
    changed_by: string
  }
  reply_line_version: {
    force_id: string
    line_id: string
    n: number
    title: string
    words: ColumnType<unknown, string, string>
    source: string
    owner_office_id: string | null
    if_asked: boolean
    topics: string
    expires_at: Date | null
    by_id: string
    from_at: Date
    until_at: Date
  }
  restricted_opening: {
    force_id: string
    conversation_id: string
    person_id: string
    at: Date
  }
  retired_network: {
    force_id: string
    network: string
    note: Generated<string>
    at: Date
    by_id: string
  }
  review: {
    force_id: string
    id: string
    round_id: string
    place: number
    account_id: string | null
    look_alike_id: string | null
    name: string
    handle: string
    network: string
    class: string | null
    area: string | null
    scorecard: ColumnType<unknown, string, string>
    recommendation: 'keep' | 'improve' | 'merge' | 'adopt' | 'close' | 'leaveAsPersonal'
    recommended_into: string | null
    reasons: ColumnType<unknown, string, string>
    outcome: 'keep' | 'improve' | 'merge' | 'adopt' | 'close' | 'leaveAsPersonal' | null
    into_account_id: string | null
    on_day: string | null
    reason: string | null
    why_other: string | null
    decided_by: string | null
    decided_at: Date | null
    earlier: ColumnType<unknown, string | undefined, string>
    no_look_by: string | null
    no_look_at: Date | null
  }
  review_criteria: {
    force_id: string
    version: number
    criteria: ColumnType<unknown, string, string>
    why: string
    by_id: string
    at: Date
  }
  review_plan: {
    force_id: string
    id: string
    name: string
    round_id: string | null
    by_id: string
    at: Date
    version: Generated<number>
  }
  review_round: {
    force_id: string
    id: string
    name: string
    from_at: Date
    until_at: Date
    counted_at: Date
    frozen_at: Date
    criteria_version: number
    criteria: ColumnType<unknown, string, string>
    begun_by: string
    ended_by: string | null
    ended_at: Date | null
  }
  review_voice: {
    force_id: string
    id: string
    review_id: string
    side: 'people' | 'public'
    who: string
    words: string
    on_day: string
    by_id: string
    at: Date
  }
  role_grant: {
    force_id: string
    person_id: string
    role: string
    by_person_id: string
    at: Date
    counts: boolean
  }
  second_look: {
    force_id: string
    id: string
    review_id: string
    asked_by: string
    why: string
    asked_at: Date
    of_id: string
    result: 'stands' | 'changed' | null
    reason: string | null
    decided_by: string | null
    decided_at: Date | null
  }
  signature: {
    force_id: string
    id: string
    account_id: string
    person_id: string
    mark: string
    from_at: Date
    until_at: Date | null
  }
  standard: {
    force_id: string
    code: string
    title: ColumnType<unknown, string, string>
    words: ColumnType<unknown, string, string>
    ended_at: Date | null
  }
  subject_export: {
    force_id: string
    id: string
    network: string
    subject_hash: string
    reference: string
    reason: string
    by_id: string
    at: Date
    messages: number
  }
  surge: {
    force_id: string
    id: string
    began_at: Date
    noticed_at: Date
    ended_at: Date | null
    why: ColumnType<unknown, string, string>
    mode_by: string | null
    mode_at: Date | null
    mode_ended_at: Date | null
    loud_at: Date | null
    mode_ended_by: string | null
    rumour_by: string | null
    rumour_at: Date | null
    line_post_id: string | null
  }
  surge_batch: {
    force_id: string
    id: string
    surge_id: string
    group_id: string
    words: string
    how: 'atOnce' | 'approval'
    stage: 'taking' | 'sending' | 'out' | 'givenUp'
    by_id: string
    at: Date
    lease_token: string | null
    lease_until: Date | null
  }
  surge_batch_left: {
    force_id: string
    batch_id: string
    conversation_id: string
    why: string
    words: Generated<string>
    at: Date
  }
  surge_group: {
    force_id: string
    id: string
    surge_id: string
    keys: string[]
    sample: string
    size: Generated<number>
    language: Generated<'en' | 'cy'>
  }
  surge_member: {
    force_id: string
    group_id: string
    conversation_id: string
  }
  telling: {
    force_id: string
    id: string
    alarm_id: string
    person_id: string
    reach_id: string
    step: number
    state: 'waiting' | 'telling' | 'told' | 'failed'
    next_at: Date
    tries: Generated<number>
    words: Generated<string>
    lease_token: string | null
    lease_until: Date | null
    at: Date
    told_at: Date | null
    seen_at: Date | null
  }
  theme: {
    force_id: string
    id: string
    question_id: string
    title: string
    did: Generated<string>
    did_at: Date | null
    did_by: string | null
    did_post_id: string | null
    no_action: Generated<string>
    made_at: Date | null
  }
  theme_message: {
    force_id: string
    theme_id: string
    message_id: string
    by_id: string
    at: Date
  }
  training: {
    force_id: string
    id: string
    person_id: string
    subject: 'mediaLaw' | 'operationalSecurity' | 'houseStyle' | 'agreement'
    until_at: Date
    by_person_id: string | null
    at: Date
  }
}
