import type { Answering } from '../answering.ts'

/** What posting hands to delivery when a post is released: exactly what was approved, composed and signed for each account. */
export type Release = {
  postId: string
  dueAt: Date
  /** The post that this one corrects: where that is live, this goes out as an answer below it. */
  belowPostId: string | null
  /** The message that it answers: it goes out below that, or in private. */
  answering: Answering | null
  targets: readonly ReleaseTarget[]
}

export type ReleaseTarget = {
  accountId: string
  /** As it was approved; when the account is called otherwise by then, it does not go out. */
  handle: string
  network: string
  area: string | null
  /** After this instant it is not sent unasked: it is held and somebody chooses. */
  lateAfter: Date
  pieces: readonly { text: string; languages: readonly string[]; pictures: readonly { id: string; alt: string }[] }[]
}
