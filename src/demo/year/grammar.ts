/** Forms of words by name. `{name}` is filled from another form, or from what is given; `{#2-40}` is a number of that stretch. */
export type Grammar = Readonly<Record<string, readonly string[]>>
export type Roll = () => number

export const oneOf = <T>(list: readonly T[], roll: Roll): T => {
  const found = list[Math.floor(roll() * list.length)]
  if (found === undefined) throw new Error('There is nothing to choose from.')
  return found
}

const slot = /\{([^{}]+)\}/g

/** Writes one form out, with every place in it filled; a form is sought in one grammar after the other. Throws where it names one that nobody wrote. */
export function write(forms: readonly Grammar[], name: string, roll: Roll): string {
  const said = forms.find((f) => name in f)?.[name]
  if (!said) throw new Error(`The demo has no words for ${name}.`)
  return oneOf(said, roll).replace(slot, (_, inside: string) =>
    inside.startsWith('#') ? numberOf(inside.slice(1), roll) : write(forms, inside, roll),
  )
}

function numberOf(stretch: string, roll: Roll): string {
  const [least = 0, most = least] = stretch.split('-').map(Number)
  return String(least + Math.floor(roll() * (most - least + 1)))
}
