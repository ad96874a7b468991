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
  contributor: {
    force_id: string
    id: string
    account_id: string
    person_id: string
    trusted: Generated<boolean>
    from_at: Date
    until_at: Date | null
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
  force: {
    id: string
    name: string
    time_zone: Generated<string>
    settings: ColumnType<unknown, string | undefined, string>
    demo: Generated<boolean>
    created_at: Date
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
  practice_fault: {
    force_id: string
    id: string
    account_id: string
    key: string | null
    act: 'dropBefore' | 'dropAfter' | 'errorAfter' | 'tooMany' | 'refuse' | 'slow' | 'keysEnded'
    times: number
    seconds: Generated<number>
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
}
