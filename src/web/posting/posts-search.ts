import { z } from 'zod'
import { deliveryState, stage } from '../../posting/post.contract.ts'

const name = z.string().min(1).max(64).optional().catch(undefined)

/** What is shown, as the address says it. An address that says something strange shows more, never nothing. */
export const postsSearch = z.object({
  stage: stage.optional().catch(undefined),
  state: deliveryState.optional().catch(undefined),
  account: name,
  person: name,
  text: z.string().max(200).optional().catch(undefined),
  after: z.string().max(100).optional().catch(undefined),
})
export type PostsSearch = z.output<typeof postsSearch>
