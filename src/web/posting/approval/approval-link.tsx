import { Link } from '@tanstack/react-router'
import { approvalWords, type Waiting } from './approval-words.ts'

type ApprovalLinkProps = { post: Pick<Waiting, 'id' | 'title' | 'batch'>; className: string | undefined }

/** To what waits for approval: one post's own page, or the page on which one answer to many is decided as a whole. */
export const ApprovalLink = ({ post, className }: ApprovalLinkProps) =>
  post.batch ? (
    <Link className={className} to="/desk/surge" search={{ batch: post.batch.id }}>
      {approvalWords.list.toMany(post.batch.n, post.title)}
    </Link>
  ) : (
    <Link className={className} to="/approvals/$id" params={{ id: post.id }}>
      {post.title}
    </Link>
  )
