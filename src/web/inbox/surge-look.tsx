import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { categorise } from '../../inbox/inbox.contract.ts'
import type { groupEndpoint } from '../../inbox/surge/surge.contract.ts'
import { type Category, described } from '../../inbox/triage/category.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { Tag } from '../parts/tag.tsx'
import css from './surge.module.css'
import { surgeWords as w } from './surge-words.ts'

type Member = z.output<typeof groupEndpoint.output>['members'][number]

const topics = ['surge', 'desk', 'conversation', 'frame'] as const
/** What a message may be that is no danger after all, the likeliest first. */
const calm = ['question', 'comment', 'complaint', 'informationRequest', 'abuse', 'media'] as const
type Calm = (typeof calm)[number]

const One = ({ member, as, language }: { member: Member; as: Calm; language: string }) => {
  const act = useAct(categorise, topics)
  const row = useRef<HTMLLIElement>(null)
  // This row goes with its buttons. The focus goes to the next one's name and not to its button, so that nobody judges what they have not read.
  const toNext = () =>
    (row.current?.nextElementSibling ?? row.current?.previousElementSibling)?.querySelector('a')?.focus()
  const say = (category: Category) => act.mutate({ id: member.conversationId, category }, { onSuccess: toNext })
  return (
    <li ref={row}>
      <div>
        <p className={css.words} lang={language}>
          {member.words}
        </p>
        <p className="small second">
          <Link to="/desk/$id" params={{ id: member.conversationId }}>
            {member.from}
          </Link>{' '}
          {member.danger && <Tag tone="risk">{w.mayBeDanger}</Tag>}
        </p>
        <ActFailed cause={act.error} />
      </div>
      <div className={css.acts}>
        <Button
          small
          busy={act.isPending}
          label={w.ofWhom(w.isDanger, member.from)}
          onPress={() => say('threatOrVulnerable')}
        >
          {w.isDanger}
        </Button>
        <Button small busy={act.isPending} label={w.ofWhom(w.noDanger(as), member.from)} onPress={() => say(as)}>
          {w.noDanger(as)}
        </Button>
      </div>
    </li>
  )
}

/** Those that nobody has looked at: one by one, because among many who repeat a rumour one may need help. */
export const SurgeLook = ({ members, language }: { members: readonly Member[]; language: string }) => {
  const [as, setAs] = useState<Calm>('question')
  const open = members.filter((m) => m.toLook)
  return (
    <Section
      heading={w.lookFirst}
      more={open.length > 0 && String(open.length)}
      state={open.length === 0 ? 'empty' : 'loaded'}
      empty={w.lookedAll}
    >
      <div className="stack">
        <p className={css.prose}>{w.lookWhy}</p>
        <Select
          label={w.lookAs}
          value={as}
          onChange={(id) => setAs(calm.find((known) => known === id) ?? as)}
          options={calm.map((id) => ({ id, name: described[id].label }))}
        />
        <ul className={css.groups}>
          {open.map((member) => (
            <One key={member.conversationId} member={member} as={as} language={language} />
          ))}
        </ul>
      </div>
    </Section>
  )
}
