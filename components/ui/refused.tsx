import { LinkButton } from './link-button';
import { NothingPage } from './nothing';
import classes from './said.module.css';

type Props = {
  readonly title?: string;
  readonly problem: {
    readonly detail: string;
    readonly fields: readonly { readonly path: string; readonly message: string }[];
  };
  /** The page as it opens by itself. */
  readonly home: string;
  readonly homeWords: string;
  /** What the address asks; what is wrong with it can be left out. */
  readonly asked?: Readonly<Record<string, unknown>>;
};

/** A page whose address asks for what cannot be read: which part, why, and the ways on. */
export function Refused({ title = 'This address cannot be read', problem, home, homeWords, asked = {} }: Props) {
  const wrong = new Set(problem.fields.map(({ path }) => path.split('.')[0]));
  const rest = Object.entries(asked).filter(
    (one): one is [string, string] => typeof one[1] === 'string' && !wrong.has(one[0]) && !PASSING.includes(one[0]),
  );
  return (
    <NothingPage
      title={title}
      act={
        <>
          {rest.length > 0 && wrong.size > 0 && (
            <LinkButton href={`${home.split('?')[0]}?${new URLSearchParams(rest)}`}>Leave it out</LinkButton>
          )}
          <LinkButton isQuiet={rest.length > 0 && wrong.size > 0} href={home}>
            {homeWords}
          </LinkButton>
        </>
      }
    >
      {problem.fields.length > 0 ? (
        <ul className={classes.wrong}>
          {problem.fields.map(({ path, message }) => (
            <li key={path}>
              <b>{WORDS[path.split('.')[0] ?? ''] ?? path}</b> ({path}): {message}
            </li>
          ))}
        </ul>
      ) : (
        <p>{problem.detail}</p>
      )}
    </NothingPage>
  );
}

/** A place in the list belongs to the question it was taken from. */
const PASSING = ['cursor', 'page', 'before', 'saved'];
const WORDS: Readonly<Record<string, string>> = {
  find: 'The search',
  view: 'The view',
  viewId: 'The saved view',
  stage: 'The stage',
  urgency: 'The urgency',
  region: 'The region',
  assigned: 'Assigned to',
  owner: 'The owner',
  missing: 'What is missing',
  verdict: 'The verdict',
  source: 'The source',
  surgeon: 'The surgeon',
  reason: 'The reason',
  reached: 'How far it came',
  age: 'The age',
  from: 'The first day',
  to: 'The last day',
  sort: 'The order',
  limit: 'Rows a page',
  cursor: 'The place in the list',
  number: 'The number',
  action: 'The action',
  actor: 'The person',
  outcome: 'The outcome',
  before: 'The place in the list',
};
