import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { listModeration } from '../../inbox/moderation/moderation.contract.ts'
import { listStandards } from '../../inbox/moderation/standard.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Segmented } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import css from './standards.module.css'
import { DecisionItem } from './standards-decision.tsx'
import { AddStandard, BeginStandards, Counts, PublicPreview, PublishedStandards } from './standards-lists.tsx'
import { type Decisions, type Show, type Standards, standardsHeading, standardsWords as w } from './standards-words.ts'

type Search = { show: Show; reference?: string | undefined; after?: string | undefined }

const Decided = ({ read, search, zone }: { read: Decisions; search: Search; zone: string }) => {
  const navigate = useNavigate()
  const [reference, setReference] = useState(search.reference ?? '')
  const go = (next: Partial<Search>) =>
    void navigate({ to: '/standards', search: { show: search.show, reference: undefined, after: undefined, ...next } })
  return (
    <Section heading={w.decisions}>
      <div className={css.filter}>
        <Segmented
          label={w.show}
          labelHidden
          value={search.reference ? null : search.show}
          onChange={(show) => go({ show })}
          choices={(['waiting', 'standing', 'all'] as const).map((id) => ({ id, name: w.shows[id] }))}
        />
        <form
          onSubmit={(event) => {
            event.preventDefault()
            go({ reference: reference.trim() || undefined })
          }}
        >
          <TextField
            label={w.reference}
            aside={w.referenceHint}
            type="search"
            mono
            value={reference}
            onChange={setReference}
          />
        </form>
      </div>
      {read.rows.length === 0 && <p className="second">{w.nothing[search.reference ? 'reference' : search.show]}</p>}
      <ul className={css.list}>
        {read.rows.map((d) => (
          <DecisionItem key={d.id} decision={d} zone={zone} now={new Date(read.now)} />
        ))}
      </ul>
      {(read.next || search.after) && (
        <div className={css.acts}>
          {search.after && <Button onPress={() => go({})}>{w.newest}</Button>}
          {read.next && <Button onPress={() => go({ after: read.next ?? undefined })}>{w.older}</Button>}
        </div>
      )}
    </Section>
  )
}

const Acts = ({ read }: { read: Standards }) => {
  const [open, setOpen] = useState<'begin' | 'add' | null>(null)
  if (!read.mayChange) return null
  const none = read.standards.length === 0
  return (
    <>
      {none && (
        <Button kind="primary" onPress={() => setOpen('begin')}>
          {w.begin}
        </Button>
      )}
      <Button onPress={() => setOpen('add')}>{w.add}</Button>
      {open === 'begin' && <BeginStandards onClose={() => setOpen(null)} />}
      {open === 'add' && <AddStandard onClose={() => setOpen(null)} />}
    </>
  )
}

/** Somebody who neither moderates nor answers for the record still reads the standards and the counts. */
const NotForYou = {
  now: '',
  standing: 0,
  reviewsDue: 0,
  reviewsLate: 0,
  appealsOpen: 0,
  stuck: 0,
  rows: [],
  next: null,
}

/** The published standards, what was done under them, what waits for somebody, and the figures. */
export const StandardsPage = () => {
  const search = useSearch({ from: '/staff/standards' })
  const zone = useZone()
  const { show, reference, after } = search
  const decisions = useRead(listModeration, { show, reference, after }, { everyMs: 60_000 })
  const standards = useRead(listStandards, {}, { also: ['standard'] })
  const closed = decisions.isError && decisions.data === undefined && standards.isSuccess && !standards.data.mayModerate
  return (
    <Answered read={standards} heading={{ reading: w.reading, failed: w.failed }}>
      {(published) => {
        const list = (read: Decisions) => (
          <>
            <PageAnswer
              answer={
                published.standards.length === 0 ? w.nonePublished : closed ? w.standards : standardsHeading(read)
              }
              lede={w.lede(read.reviewsLate)}
              acts={<Acts read={published} />}
            />
            <div className="stack">
              {!closed && <Decided key={reference ?? ''} read={read} search={search} zone={zone} />}
              <PublishedStandards read={published} zone={zone} />
              <Counts />
              <PublicPreview read={published} />
            </div>
          </>
        )
        if (closed) return list(NotForYou)
        return (
          <Answered read={decisions} heading={{ reading: w.reading, failed: w.failed }}>
            {list}
          </Answered>
        )
      }}
    </Answered>
  )
}
