import { ACCEPT, DOCUMENT_KINDS } from '@/lib/domain/documents';
import classes from './public.module.css';
import type { Language, Words } from './words';

type Props = {
  readonly words: Words;
  readonly language: Language;
  readonly token: string;
};

/** What was forgotten is added here, by a plain form. */
export function FileForm({ words, language, token }: Props) {
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/status/${token}/documents?lang=${language}`}
      className={classes.panel}
    >
      <h2>{words('status.file.title')}</h2>
      <p className={classes.soft}>{words('status.file.why')}</p>
      <fieldset className={classes.question}>
        <legend>{words('status.file.kind')}</legend>
        <div className={classes.list}>
          {DOCUMENT_KINDS.map((kind, nth) => (
            <label key={kind} className={classes.tick}>
              <input type="radio" name="kind" value={kind} defaultChecked={nth === 0} required />
              <span>{words(`status.file.${kind}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className={classes.file}>
        <span>{words('status.file.choose')}</span>
        <input type="file" name="file" required accept={Object.values(ACCEPT).join(',')} aria-describedby="file-hint" />
      </label>
      <p id="file-hint" className={classes.soft}>
        {words('status.file.hint')}
      </p>
      <button type="submit" className={classes.go}>
        {words('status.file.send')}
      </button>
    </form>
  );
}
