import { Link } from '@tanstack/react-router'
import { surgeNow } from '../../inbox/surge/surge.contract.ts'
import { useRead } from '../call.ts'
import { Notice } from '../parts/notice.tsx'
import { surgeWords as w } from './surge-words.ts'

/** Above the queue, while much more than usual reaches us or surge mode is on; otherwise nothing. */
export const SurgeNotice = () => {
  const { surge } = useRead(surgeNow, {}, { everyMs: 15_000 }).data ?? {}
  if (!surge) return null
  return (
    <Notice tone="warn">
      <b>{surge.endedAt ? w.noticeMode : w.notice(surge.why.heard, surge.why.minutes)}</b>{' '}
      {!surge.endedAt && surge.mode?.on ? `${w.noticeMode} ` : ''}
      <Link to="/desk/surge">{w.noticeAct}</Link>
    </Notice>
  )
}
