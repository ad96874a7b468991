import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { dutyEndpoints } from '../../inbox/duty/duty.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Notice } from '../parts/notice.tsx'
import { Waiting } from '../parts/section.tsx'
import { personWords } from '../posting/refs.ts'
import { dayAndClock } from '../say.ts'
import { dutyWords } from './duty-words.ts'

const w = dutyWords.alarm

/** The alarm that somebody was led here by. To open it is to have seen it: nobody else is called. */
export const DutyAlarm = ({ id, zone }: { id: string; zone: string }) => {
  const read = useRead(dutyEndpoints.alarm, { id }, { topic: 'duty', also: ['alarm'] })
  const saying = useAct(dutyEndpoints.seeAlarm, ['duty', 'alarm'])
  const { mutate } = saying
  const alarm = read.data
  const unseen = alarm !== undefined && alarm.seen === null && alarm.settledAt === null
  useEffect(() => {
    if (unseen) mutate({ id })
  }, [unseen, id, mutate])
  if (read.isError) return <Notice tone="warn">{read.error.message}</Notice>
  if (!alarm) return <Waiting />
  const at = (instant: string) => dayAndClock(instant, zone, new Date())
  const people = new Set(alarm.told.map((t) => t.person.id)).size
  return (
    <>
      <Notice tone={alarm.settledAt ? 'ok' : alarm.kind === 'danger' ? 'risk' : 'warn'}>
        <b>{alarm.title}.</b> {alarm.words}{' '}
        {alarm.settledAt ? w.over(at(alarm.settledAt)) : w.since(at(alarm.raisedAt))} {people > 0 && w.toldTo(people)}{' '}
        {alarm.seen?.by && w.seen(personWords(alarm.seen.by), at(alarm.seen.at))}{' '}
        {alarm.conversationId && (
          <Link to="/desk/$id" params={{ id: alarm.conversationId }}>
            {w.open}
          </Link>
        )}
      </Notice>
      <ActFailed cause={saying.error} />
    </>
  )
}
