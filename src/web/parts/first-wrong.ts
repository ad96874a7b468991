/** After an act that could not be done, the focus goes to the first field that says why; once the page has drawn it. */
export const goToFirstWrong = (form: HTMLElement | null): void => {
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')?.focus(), 60)
}
