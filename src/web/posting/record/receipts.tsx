import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Ledger } from '../../parts/ledger.tsx'
import { clock, day } from '../../say.ts'
import css from './record.module.css'
import { type Delivery, recordWords } from './record-words.ts'

const w = recordWords.receipts

const exactly = (iso: string, zone: string): string =>
  `${day(iso, zone, new Date())}, ${clock(iso, zone)}:${iso.slice(17, 19)}`

/** Exactly what was sent there, what the network gave back, and every attempt with its end. */
export const Receipts = ({ delivery: d, zone, onClose }: { delivery: Delivery; zone: string; onClose: () => void }) => (
  <Dialog
    open
    wide
    onClose={onClose}
    heading={w.heading(d.account.handle)}
    acts={<Button onPress={onClose}>{w.close}</Button>}
  >
    {d.pieces.map((p) => (
      <section key={p.n} className={css.receipt} aria-label={w.piece(p.n + 1)}>
        {d.pieces.length > 1 && <h3>{w.piece(p.n + 1)}</h3>}
        <Facts
          facts={[
            { name: w.exact, value: <span className={css.exact}>{p.text}</span> },
            { name: w.sentAt, value: p.sentAt ? exactly(p.sentAt, zone) : w.none },
            ...(p.externalId ? [{ name: w.id, value: <span className="mono">{p.externalId}</span> }] : []),
            ...(p.url
              ? [
                  {
                    name: w.address,
                    value: (
                      <a href={p.url} target="_blank" rel="noreferrer" className={css.exact}>
                        {p.url}
                      </a>
                    ),
                  },
                ]
              : []),
            ...(p.removedAt ? [{ name: w.removedAt, value: exactly(p.removedAt, zone) }] : []),
          ]}
        />
      </section>
    ))}
    <section className={css.receipt} aria-label={w.attempts}>
      <h3>{w.attempts}</h3>
      {d.attempts.length === 0 ? (
        <p className="second">{w.noAttempts}</p>
      ) : (
        <Ledger
          rows={d.attempts.map((a) => ({
            id: `${a.n} ${a.act}`,
            time: clock(a.startedAt, zone),
            day: day(a.startedAt, zone),
            body: (
              <>
                <b>{w.act[a.act]}</b> <span className="second">{a.words}</span>
              </>
            ),
            side: a.ending ?? w.open,
          }))}
        />
      )}
    </section>
  </Dialog>
)
