import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { networkName, traitsOf } from '../../../networks/networks.ts'
import type { AccountFacts, SpeakerFacts } from '../../../posting/facts.ts'
import { compose, signatureOn, splitForAll } from '../../../posting/fit.ts'
import { asPublished } from '../../../register/signature.ts'
import { Button } from '../../parts/button.tsx'
import { Segmented } from '../../parts/choices.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Menu } from '../../parts/menu.tsx'
import { Notice } from '../../parts/notice.tsx'
import { WordEditor } from '../../parts/word-editor.tsx'
import { listWords } from '../refs.ts'
import css from './compose.module.css'
import { composeWords } from './compose-words.ts'
import type { DeskParts } from './desk.tsx'
import {
  fieldName,
  mostPieces,
  piecesAt,
  type Spot,
  withNextPiece,
  withoutPiece,
  withoutVariant,
  withPiece,
  withPieces,
  withWording,
} from './edit-content.ts'
import { longestSentence, marksIn } from './marks.ts'

const w = composeWords.words

type Props = DeskParts & {
  speaker: SpeakerFacts
  onFinding: (n: number | null) => void
  /** To be read and not changed, as while somebody else has the conversation that it answers. */
  frozen?: boolean
  /** How many lines a text of one piece has room for at first; 5 when left out. */
  lines?: number
}
type Counted = { count: number; max: number | null; over: boolean; signed: boolean }

/** A private message has its own length at the network, and goes out in one piece. */
const isPrivate = (facts: Props['facts']): boolean => facts.answering != null && facts.answering.direct !== null

/** The accounts that these words go to. */
const placesOf = ({ facts, content }: Pick<Props, 'facts' | 'content'>, accountId: string | null): AccountFacts[] =>
  facts.accounts.filter(
    (a) =>
      content.targets.includes(a.id) &&
      (accountId === null ? content.variants[a.id] === undefined : a.id === accountId),
  )

/** The tightest place says how much room there is. */
const countOf = (props: Props, { accountId, n }: Spot): Counted => {
  const text = piecesAt(props.content, accountId)[n] ?? ''
  const fits = placesOf(props, accountId).flatMap((a) => {
    const fitted = compose(props.content, a, props.speaker.id, isPrivate(props.facts))
    const piece = fitted.pieces[n]
    return piece ? [{ ...piece, signed: fitted.signature !== null }] : []
  })
  const tightest = fits
    .filter((f) => f.max !== null)
    .sort((a, b) => (b.max === null ? 0 : b.count / b.max) - (a.max === null ? 0 : a.count / a.max))[0]
  const first = tightest ?? fits[0]
  if (!first) return { count: [...text].length, max: null, over: false, signed: false }
  return { count: first.count, max: first.max, over: fits.some((f) => f.over > 0), signed: first.signed }
}

const signatureAt = (props: Props, { accountId, n }: Spot) => {
  const [place] = placesOf(props, accountId)
  const signature = place && signatureOn(place, props.speaker.id)
  if (!place || !signature) return null
  const after = place.signaturePlace === 'suffix'
  const bears = after ? piecesAt(props.content, accountId).length - 1 : 0
  const text = asPublished(signature.mark, place.signaturePlace)
  return text && n === bears ? { text, place: after ? ('after' as const) : ('before' as const) } : null
}

const Piece = ({ spot, label, ...props }: Props & { spot: Spot; label: string }) => {
  const { content, change, found } = props
  const pieces = piecesAt(content, spot.accountId)
  const text = pieces[spot.n] ?? ''
  const field = fieldName(spot)
  const counted = countOf(props, spot)
  const longest = longestSentence(text)
  const use = (n: number): void => {
    const finding = found.find((f) => f.n === n)?.finding
    if (finding) change((c) => withWording(c, finding) ?? c)
  }
  return (
    <div data-field={field} className={css.piece}>
      <WordEditor
        label={w.piece(label, spot.n + 1, pieces.length)}
        lang={content.language}
        value={text}
        onChange={(next) => change((c) => withPiece(c, spot, next))}
        marks={marksIn(found, field, text)}
        signature={signatureAt(props, spot)}
        over={counted.over}
        frozen={props.frozen ?? false}
        lines={pieces.length > 1 || spot.accountId !== null ? 3 : (props.lines ?? 5)}
        compact={spot.accountId !== null}
        note={
          <span data-over={counted.over || undefined} className={css.counted}>
            {w.counted(counted.count, counted.max)} {counted.signed ? w.signed : w.unsigned}{' '}
            {longest > 0 && w.longest(longest)}
          </span>
        }
        onFinding={props.onFinding}
        onUseWording={use}
      />
      {pieces.length > 1 && (
        <button type="button" className={`as-link ${css.takeOut}`} onClick={() => change((c) => withoutPiece(c, spot))}>
          {w.removePiece(spot.n + 1)}
        </button>
      )}
    </div>
  )
}

/** Add a piece, or have the words cut so that they fit everywhere. */
const ThreadActs = ({ accountId, ...props }: Props & { accountId: string | null }) => {
  const [stuck, setStuck] = useState<string | null>(null)
  const { content, change, speaker } = props
  const pieces = piecesAt(content, accountId)
  const places = placesOf(props, accountId)
  const threads = places.filter((a) => traitsOf(a.network)?.threads)
  const over = threads.some((a) => compose(content, a, speaker.id).pieces.some((p) => p.over > 0))
  if (props.frozen || isPrivate(props.facts)) return null
  const joined = places.filter((a) => !threads.includes(a)).map((a) => networkName(a.network))
  const split = (): void => {
    const cut: string[] = []
    for (const piece of pieces) {
      const one = splitForAll(piece, threads, speaker.id)
      if (one.kind === 'unsplittable') {
        setStuck(one.part)
        return
      }
      cut.push(...one.pieces)
    }
    setStuck(null)
    change((c) => withPieces(c, accountId, cut.slice(0, mostPieces)))
  }
  return (
    <>
      <div className="row">
        {over && (
          <Button small onPress={split}>
            {w.split}
          </Button>
        )}
        {pieces.length < mostPieces && (
          <Button small kind="quiet" onPress={() => change((c) => withNextPiece(c, accountId))}>
            {w.addPiece}
          </Button>
        )}
        {accountId === null && <OwnWords {...props} />}
        {pieces.length > 1 && joined.length > 0 && (
          <span className="small second">{w.noThreads(listWords([...new Set(joined)], 'and'))}</span>
        )}
      </div>
      {stuck !== null && <Notice tone="warn">{w.unsplittable(stuck)}</Notice>}
    </>
  )
}

/** Gives one account words of its own, beginning with the common ones. */
const OwnWords = ({ facts, content, change }: Props) => {
  const without = placesOf({ facts, content }, null)
  if (content.targets.length < 2 || without.length === 0) return null
  const give = (id: string) => change((c) => withPieces(c, id, c.pieces))
  return (
    <Menu
      trigger={
        <AriaButton className={css.menu ?? ''}>
          {w.ownFor} <Icon name="down" />
        </AriaButton>
      }
      sections={[
        {
          heading: w.ownChoose,
          entries: without.map((a) => ({
            id: a.id,
            name: `${networkName(a.network)}, ${a.handle}`,
            onPress: () => give(a.id),
          })),
        },
      ]}
    />
  )
}

/** One text with its pieces: the common one, or an account's own. */
export const Thread = ({ accountId, label, ...props }: Props & { accountId: string | null; label: string }) => (
  <>
    {piecesAt(props.content, accountId).map((_, n) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place in the thread
      <Piece key={n} {...props} spot={{ accountId, n }} label={label} />
    ))}
    <ThreadActs {...props} accountId={accountId} />
  </>
)

/** The words: one text for all, in pieces where it is a thread, and other words for one account where they are wanted. */
export const WordsDesk = (props: Props) => {
  const { content, change, facts } = props
  const language = composeWords.language[content.language]
  const own = facts.accounts.filter((a) => content.targets.includes(a.id) && content.variants[a.id])
  const common = own.length < content.targets.length || content.targets.length === 0
  return (
    <div className={css.words}>
      <div className={css.language}>
        <Segmented
          label={composeWords.language.label}
          labelHidden
          choices={[
            { id: 'en', name: composeWords.language.en },
            { id: 'cy', name: <span lang="cy">{composeWords.language.cy}</span> },
          ]}
          value={content.language}
          onChange={(next) => change((c) => ({ ...c, language: next }))}
        />
      </div>
      {common && <Thread {...props} accountId={null} label={language} />}
      {own.map((a) => (
        <div key={a.id} className={css.own}>
          <Thread {...props} accountId={a.id} label={w.own(language, a.handle)} />
          <button type="button" className="as-link" onClick={() => change((c) => withoutVariant(c, a.id))}>
            {w.ownBack(a.handle)}
          </button>
        </div>
      ))}
    </div>
  )
}
