import { useState } from 'react'
import { traitsOf } from '../../../networks/networks.ts'
import type { AccountFacts, SpeakerFacts } from '../../../posting/facts.ts'
import { compose, signatureOn } from '../../../posting/fit.ts'
import { asPublished } from '../../../register/signature.ts'
import { Button } from '../../parts/button.tsx'
import { RadioGroup } from '../../parts/choices.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { NetworkMark } from '../../parts/network-mark.tsx'
import { Signature, WhoTile } from '../../parts/signature.tsx'
import { type Target, TargetChooser } from '../../parts/target-chooser.tsx'
import { dayAndClock, initials } from '../../say.ts'
import { personWords } from '../refs.ts'
import { usePhone } from '../use-phone.ts'
import css from './compose.module.css'
import { composeWords } from './compose-words.ts'
import type { DeskParts } from './desk.tsx'

const w = composeWords.speaking

type Props = DeskParts & { speaker: SpeakerFacts }

/** Why an account cannot be ticked, or what to know about it; null in good order. */
const reasonOf = (account: AccountFacts, { context, speaker }: Props): string | null => {
  const traits = traitsOf(account.network)
  const mayNot = context.mayWrite[account.id]
  if (mayNot) return mayNot
  const place = account.contributors.find((c) => c.personId === speaker.id)
  if (!place) return w.notSigning(personWords(speaker))
  if (place.voice === 'drafts') return w.drafting
  return traits?.connected === false ? w.notConnected(traits.name) : null
}

/** The longest piece there, as the network counts it, signature and all. */
const targetOf = (account: AccountFacts, props: Props): Target => {
  const traits = traitsOf(account.network)
  const fitted = compose(props.content, account, props.speaker.id)
  const longest = fitted.pieces.reduce((a, b) => (b.count > a.count ? b : a), {
    count: 0,
    max: traits?.length.max ?? null,
  })
  const reason = reasonOf(account, props)
  const chosen = props.content.targets.includes(account.id)
  return {
    id: account.id,
    network: { mark: traits?.mark ?? '?', name: traits?.name ?? account.network },
    handle: account.handle,
    used: longest.count,
    most: longest.max,
    ...(reason ? { reason } : {}),
    disabled: reason !== null && reason !== w.drafting && !chosen,
  }
}

const Chooser = (props: Props) => {
  const { content, change, facts } = props
  const mine = facts.accounts.filter((a) => props.context.mayWrite[a.id] === null).length
  if (facts.accounts.length === 0) return <p className="second">{w.none}</p>
  return (
    <TargetChooser
      label={w.on}
      aside={w.of(content.targets.length, Math.max(mine, content.targets.length))}
      targets={facts.accounts.map((a) => targetOf(a, props))}
      chosen={content.targets}
      onChange={(targets) => change((c) => ({ ...c, targets }))}
    />
  )
}

/** Whose name it carries: my own, or that of somebody for whom I draft. */
const Voices = ({ context, content, change, facts, zone, now }: Props) => (
  <RadioGroup
    label={w.as}
    choices={[
      ...(context.maySign.length > 0 || context.me.id !== facts.author.id
        ? [{ id: facts.author.id, name: personWords(facts.author), aside: w.yourself }]
        : []),
      ...context.speakFor.map(({ person, until }) => ({
        id: person.id,
        name: personWords(person),
        aside: until === null ? w.theyRelease : w.youRelease(dayAndClock(until, zone, now)),
      })),
    ]}
    value={content.speaksForId ?? facts.author.id}
    onChange={(id) => change((c) => ({ ...c, speaksForId: id === facts.author.id ? null : id }))}
  />
)

const Speaker = ({ speaker, facts, content }: Props) => {
  const places = facts.accounts.filter((a) => content.targets.includes(a.id))
  const marks = new Set(
    (places.length > 0 ? places : facts.accounts.slice(0, 1)).flatMap((a) => {
      const signature = signatureOn(a, speaker.id)
      return signature ? [asPublished(signature.mark, a.signaturePlace) ?? ''] : []
    }),
  )
  return (
    <div className={css.speaker}>
      <WhoTile initials={initials(speaker.name)} />
      <p>
        <b>{personWords(speaker)}</b>
        <span className={css.signed}>
          {marks.size === 0 ? w.unsigned : w.signed}{' '}
          {[...marks].map((mark) => (
            <Signature key={mark} text={mark} />
          ))}
        </span>
      </p>
    </div>
  )
}

/** On a phone: the chosen accounts with their counts, in a line each; the rest is behind Change. */
const ChosenLines = (props: Props) => (
  <ul className={css.lines}>
    {props.facts.accounts
      .filter((a) => props.content.targets.includes(a.id))
      .map((a) => {
        const t = targetOf(a, props)
        const over = t.most !== null && t.used > t.most
        return (
          <li key={a.id}>
            <NetworkMark mark={t.network.mark} name={t.network.name} nameHidden />
            <span className="mono">{t.handle}</span>
            <span className={css.lineCount} data-over={over || undefined}>
              {t.reason ?? (
                <>
                  <b>{t.used}</b> {t.most !== null && `of ${t.most}`}
                </>
              )}
            </span>
          </li>
        )
      })}
  </ul>
)

/** Who speaks, and where. */
export const Speaking = (props: Props) => {
  const [open, setOpen] = useState(false)
  const phone = usePhone()
  const others = props.context.speakFor.length > 0
  const bare = props.content.targets.length === 0
  // On a phone the list stays open until somebody folds it: nothing moves under the finger.
  const [choosing, setChoosing] = useState(bare)
  const folded = phone && !choosing && !bare
  return (
    <section className={css.speaking} aria-label={w.region}>
      <div className={css.as}>
        {!phone && <p className={css.label}>{w.as}</p>}
        <div className={css.who}>
          <Speaker {...props} />
          {(folded || others) && (
            <Button small={!phone} onPress={() => setOpen(true)}>
              {w.change}
            </Button>
          )}
        </div>
      </div>
      {folded ? (
        <ChosenLines {...props} />
      ) : (
        <div className={css.on}>
          <Chooser {...props} />
          {phone && !bare && (
            <p className={css.fold}>
              <Button onPress={() => setChoosing(false)}>{w.done}</Button>
            </p>
          )}
        </div>
      )}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        heading={w.changeHeading}
        wide
        acts={
          <Button kind="primary" onPress={() => setOpen(false)}>
            {w.done}
          </Button>
        }
      >
        <div className="stack">
          {others && <Voices {...props} />}
          {folded && <Chooser {...props} />}
        </div>
      </Dialog>
    </section>
  )
}
