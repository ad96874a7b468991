import { useState } from 'react'
import { meEndpoint } from '../../../people/people.contract.ts'
import { publishEmergency } from '../../../posting/post.contract.ts'
import { mayDecide } from '../../../rulebook/finding.ts'
import { useAct, useRead } from '../../call.ts'
import { TextField } from '../../parts/field.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { SeverityMark } from '../../parts/state-mark.tsx'
import { roleName, rolesWords } from '../refs.ts'
import css from './compose.module.css'
import { composeWords } from './compose-words.ts'
import type { DeskParts } from './desk.tsx'

const w = composeWords.emergency

type Props = DeskParts & { onClose: () => void; onDone: (id: string) => void }

/** A threat to life: out at once, with reasons. What is blocked needs the decision of a named role even now, and nobody decides their own. */
export const Emergency = ({ found, facts, context, content, draft, onClose, onDone }: Props) => {
  const me = useRead(meEndpoint, {})
  const release = useAct(publishEmergency, ['post', 'delivery', 'frame', 'today', 'posting'])
  const [reason, setReason] = useState('')
  const [overrides, setOverrides] = useState<Readonly<Record<string, string>>>({})
  const blocked = found.filter((f) => f.finding.state === 'open' && f.finding.severity === 'block')
  const roles = me.data?.roles ?? []
  const mine = (f: (typeof blocked)[number]) => facts.author.id !== context.me.id && mayDecide(f.finding, roles)
  const others = blocked.filter((f) => !mine(f))

  const send = async (): Promise<string> => {
    const saved = await draft.saveNow()
    if (!saved) throw new Error(composeWords.send.notSaved)
    await release.send({ id: saved.id, edit: saved.edit, reason, overrides, seen: context.meanwhile?.n ?? 0 })
    return saved.id
  }

  return (
    <FormDialog
      wide
      refuse
      onClose={onClose}
      heading={w.heading}
      act={w.act(w.on(content.targets.length))}
      send={send}
      onDone={onDone}
      notReady={others.length > 0 && w.notReady(others.length)}
    >
      <p>{w.body}</p>
      <TextField
        label={w.reason}
        lines
        autoFocus
        value={reason}
        onChange={setReason}
        wrong={reason.trim() === '' && w.reasonMissing}
      />
      {blocked.length > 0 && <p>{w.blocked(blocked.length)}</p>}
      {blocked.map((f) => (
        <div key={f.finding.key} className={css.blockedOne}>
          <SeverityMark severity="blocked">{f.finding.says}</SeverityMark>
          {mine(f) ? (
            <TextField
              label={w.decide(roleName(f.finding.decidedBy.find((role) => roles.includes(role)) ?? '').toLowerCase())}
              lines
              value={overrides[f.finding.key] ?? ''}
              onChange={(text) => setOverrides((all) => ({ ...all, [f.finding.key]: text }))}
              wrong={(overrides[f.finding.key] ?? '').trim() === '' && w.decideMissing}
            />
          ) : (
            <p className="second">
              {f.finding.decidedBy.length === 0
                ? composeWords.found.nobodyDecides
                : w.notYou(rolesWords(f.finding.decidedBy))}
            </p>
          )}
        </div>
      ))}
    </FormDialog>
  )
}
