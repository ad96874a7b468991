import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { readForce } from '../../people/people.contract.ts'
import type { Rule } from '../../rulebook/rule.ts'
import type { Severity } from '../../rulebook/season.ts'
import { useRead } from '../call.ts'
import { Answered } from '../parts/answered.tsx'
import { PrintButton } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Select } from '../parts/select.tsx'
import { RuleArticle } from './rule-article.tsx'
import css from './rules.module.css'
import { rulesHeading, rulesWords as w } from './rules-words.ts'

const weightIds = ['block', 'needsApproval', 'advise'] as const

const holds = (rule: Rule, sought: string): boolean =>
  [rule.id, rule.title, rule.why, rule.fix, rule.source.words].join(' ').toLowerCase().includes(sought.toLowerCase())

const useRules = () =>
  useQuery({
    queryKey: ['rulebook', 'whole'],
    queryFn: async () => {
      const { allRules, rulebookVersion } = await import('../../rulebook/rulebook.ts')
      return { rules: allRules, version: rulebookVersion }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Opens every example while the page is printed. */
const usePrinting = (): boolean => {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => setPrinting(true)
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}

/** Every rule, straight from the rulebook, to be read and printed. */
export const RulesPage = () => {
  const { sought, weight } = useSearch({ from: '/staff/rules' })
  const navigate = useNavigate()
  const printing = usePrinting()
  const read = useRules()
  const force = useRead(readForce, {})
  const own: Readonly<Record<string, Severity | 'off'>> = force.data?.settings.pack.severities ?? {}
  const go = (search: { sought?: string | undefined; weight?: Severity | undefined }) =>
    void navigate({ to: '/rules', search: { sought, weight, ...search }, replace: true })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {({ rules, version }) => {
        const shown = rules.filter((rule) => (!weight || rule.severity === weight) && (!sought || holds(rule, sought)))
        const n = (severity: Severity) => rules.filter((rule) => rule.severity === severity).length
        return (
          <>
            <PageAnswer
              answer={rulesHeading(rules.length, shown.length, force.data?.force.name ?? '')}
              lede={w.lede(n('block'), n('needsApproval'), n('advise'), version)}
              acts={<PrintButton />}
            />
            <div className={css.filter}>
              <TextField
                label={w.sought}
                type="search"
                value={sought ?? ''}
                onChange={(text) => go({ sought: text || undefined })}
              />
              <Select
                label={w.weight}
                value={weight ?? 'any'}
                onChange={(id) => go({ weight: weightIds.find((known) => known === id) })}
                options={[{ id: 'any', name: w.any }, ...weightIds.map((id) => ({ id, name: w.weights[id] }))]}
              />
            </div>
            <ul className={css.rules}>
              {shown.map((rule) => (
                <li key={rule.id}>
                  <RuleArticle rule={rule} own={own[rule.id]} open={printing} />
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Answered>
  )
}
