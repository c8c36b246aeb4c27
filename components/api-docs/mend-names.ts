/** Names that Swagger UI leaves out and a screen reader needs. */
export function mendNames(within: HTMLElement): void {
  for (const select of within.querySelectorAll('select:not([aria-label])')) name(select, labelOf(select));
  for (const code of within.querySelectorAll('pre.microlight:not([tabindex])')) code.setAttribute('tabindex', '0');
  for (const part of within.querySelectorAll('.information-container:not([role]), .scheme-container:not([role])')) {
    part.setAttribute('role', 'region');
    name(part, part.className.startsWith('information') ? 'About' : 'Server and sign-in');
  }
  for (const heading of within.querySelectorAll('h3:not([aria-level]), h4:not([aria-level]), h5:not([aria-level])'))
    heading.setAttribute('aria-level', heading.matches('.models > h4') ? '2' : String(Number(heading.tagName[1]) - 1));
  for (const close of within.querySelectorAll('.close-modal:not([aria-label])')) name(close, 'Close');
  for (const body of within.querySelectorAll('textarea:not([aria-label])')) name(body, 'Body');
  for (const table of within.querySelectorAll('.responses-table[role]')) table.removeAttribute('role');
}

function labelOf(select: Element): string {
  const parameter = select.closest('[data-param-name]')?.getAttribute('data-param-name');
  if (parameter) return parameter;
  return select.closest('.examples-select') ? 'Example' : select.closest('.servers') ? 'Server' : 'Media type';
}

const name = (part: Element, label: string) => part.setAttribute('aria-label', label);
