/** The first field of a form that says what is wrong, as it is drawn now. */
export const firstWrong = (form: HTMLElement): HTMLElement | null =>
  form.querySelector('[data-invalid] :is(button, input, textarea), input[aria-invalid="true"]')

/** After an act that could not be done, the focus goes to the first field that says why; once the page has drawn it. */
export const goToFirstWrong = (form: HTMLElement): void => {
  setTimeout(() => firstWrong(form)?.focus(), 60)
}
