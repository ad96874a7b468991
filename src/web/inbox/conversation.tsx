import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { look, conversation as oneConversation } from '../../inbox/inbox.contract.ts'
import { networkName } from '../../networks/networks.ts'
import { meEndpoint } from '../../people/people.contract.ts'
import { useAct, useRead } from '../call.ts'
import { takeArrival } from '../frame/arrive.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { cx } from '../parts/class.ts'
import { Icon } from '../parts/icon.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Waiting } from '../parts/section.tsx'
import { useNow } from '../posting/moment.ts'
import { usePhone } from '../posting/use-phone.ts'
import { clock } from '../say.ts'
import { words } from '../words.ts'
import css from './conversation.module.css'
import { type DeskSearch, sameList } from './desk-search.ts'
import { deskWords } from './desk-words.ts'
import { Holder } from './holder.tsx'
import { Log } from './log.tsx'
import { mayAnswer, Reply } from './reply.tsx'
import { rescueFocus } from './row-focus.ts'
import { Side } from './side.tsx'
import { type ConversationProps, useConversation, useLooked } from './use-conversation.ts'
import { deskTopics, useSignOfLife, type Whole } from './use-hold.ts'
import { WhatItIs } from './what-it-is.tsx'

const w = deskWords.conversation

/** The heading takes the focus when the conversation was asked for; on a phone it is the heading of the page. */
const Title = ({ children, path }: { children: ReactNode; path: ReactNode }) => {
  const phone = usePhone()
  const heading = useRef<HTMLHeadingElement>(null)
  const address = useLocation({ select: (l) => l.pathname })
  useEffect(() => {
    if (!phone && takeArrival(address)) heading.current?.focus()
  }, [address, phone])
  if (phone) return <PageAnswer column answer={children} path={path} />
  return (
    <h2 ref={heading} tabIndex={-1} className={css.title}>
      {children}
    </h2>
  )
}

const Back = ({ search }: { search: DeskSearch }) => (
  <Link to="/desk" search={sameList(search)}>
    {w.back}
  </Link>
)

const Where = ({ c, network }: { c: Whole; network: string }) => {
  const { account, kind } = c.row
  const last = c.entries.findLast((e) => e.what === 'theirs' && e.url !== null && e.state !== 'gone')
  return (
    <p className={css.where}>
      <MarkOf network={account.network} /> {w.kinds[kind]} {w.to(account.name)}.{' '}
      {c.about && `${w.under(short(c.about.words))}. `}
      {last?.what === 'theirs' && last.url && (
        <a href={last.url} target="_blank" rel="noreferrer noopener">
          {w.see(network)}
        </a>
      )}
    </p>
  )
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text)

/** Intelligence is opened by an act that is recorded, and by nothing else. */
const Restricted = ({ c }: { c: Whole }) => {
  const act = useAct(look, deskTopics)
  const me = useRead(meEndpoint, {})
  const may = me.data?.may.includes('readRestricted')
  return (
    <div className={css.restricted}>
      <Icon name="lock" size={20} />
      <p>{may === false ? deskWords.restrictedPage.mayNot : deskWords.restrictedPage.words}</p>
      {may && (
        <Button kind="primary" busy={act.isPending} onPress={() => act.mutate({ id: c.row.id })}>
          {deskWords.restrictedPage.act}
        </Button>
      )}
      <ActFailed cause={act.error} />
    </div>
  )
}

const Inside = (props: ConversationProps & { c: Whole; readAt: number; parts: ReturnType<typeof useConversation> }) => {
  const { c, zone, parts } = props
  const now = useNow(c.now, props.readAt)
  const [typing, setTyping] = useState(false)
  const network = networkName(c.row.account.network)
  const { taking, replying, asked, ask } = parts
  // What was acted on goes with the act: sent, closed, handed over.
  const stands = `${c.stage} ${c.draft?.stage} ${c.row.holder?.you}`
  const before = useRef(stands)
  useEffect(() => {
    if (before.current !== stands) rescueFocus()
    before.current = stands
  }, [stands])
  return (
    <>
      <section
        className={cx(css.conversation, c.closedToYou && css.alone)}
        id="conversation"
        aria-label={w.region}
        tabIndex={-1}
      >
        <header className={css.head}>
          <div>
            <Title path={<Back search={props.search} />}>
              {c.closedToYou ? (
                deskWords.restrictedPage.heading
              ) : (
                <>
                  <bdi>{c.row.from}</bdi> <span className={css.on}>{w.on(network)}</span>
                </>
              )}
            </Title>
            <Where c={c} network={network} />
          </div>
          <Holder
            c={c}
            zone={zone}
            now={now}
            asked={asked}
            ask={ask}
            onTake={parts.takeIt}
            taking={taking.busy}
            quiet={!c.closedToYou}
          />
        </header>
        {taking.failed && <ActFailed cause={taking.failed} />}
        {!c.may.work && !c.closedToYou && <Notice>{deskWords.readOnly}</Notice>}
        {c.closedToYou ? (
          <Restricted c={c} />
        ) : (
          <>
            <WhatItIs c={c} />
            <Log c={c} network={network} zone={zone} now={now} typing={typing} />
            <Reply
              c={c}
              zone={zone}
              now={now}
              replying={replying}
              onTake={parts.reply}
              taking={taking.busy}
              onTakeOver={() => ask('over')}
              onOutcome={parts.toOutcome}
              onTyping={setTyping}
            />
          </>
        )}
      </section>
      {!c.closedToYou && (
        <Side
          c={c}
          zone={zone}
          now={now}
          outcome={parts.outcome}
          hide={parts.hide}
          onUse={c.row.holder?.you && mayAnswer(c) ? replying.start : null}
        />
      )}
    </>
  )
}

/** One conversation, and never what the person said anywhere else. */
export const Conversation = (props: ConversationProps) => {
  const read = useRead(
    oneConversation,
    { id: props.id },
    { topic: 'desk', also: ['conversation', 'message', 'post', 'delivery', 'moderation'], everyMs: 20_000 },
  )
  const parts = useConversation(read.data, props)
  useLooked(read.data)
  useSignOfLife(props.id, read.data?.row.holder?.you === true)
  const again = (
    <Button small onPress={() => void read.refetch()}>
      {words.section.again}
    </Button>
  )
  if (!read.data)
    return (
      <section className={cx(css.conversation, css.alone)} id="conversation" aria-label={w.region} tabIndex={-1}>
        <header className={css.head}>
          <Title path={<Back search={props.search} />}>{read.isError ? w.failed : w.reading}</Title>
        </header>
        {read.isError ? (
          <Notice tone="warn">
            {read.error.message} {again}
          </Notice>
        ) : (
          <Waiting />
        )}
      </section>
    )
  return (
    <>
      {read.isError && (
        <div className={css.old}>
          <Notice tone="warn">
            {words.section.old(clock(new Date(read.dataUpdatedAt), props.zone))} {read.error.message} {again}
          </Notice>
        </div>
      )}
      <Inside {...props} c={read.data} readAt={read.dataUpdatedAt} parts={parts} />
    </>
  )
}
