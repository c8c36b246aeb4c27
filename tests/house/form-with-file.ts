/** A form with one file as a browser sends it: the body, and what is said of it. */
export function aForm(
  bytes: Uint8Array | string = 'Impression: L4-L5.',
  { kind = 'mri_report', called = 'report.txt' } = {},
) {
  const mark = '----foramen-test-boundary';
  const head = `--${mark}\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${kind}\r\n--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${called}"\r\ncontent-type: text/html\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes as Uint8Array), Buffer.from(`\r\n--${mark}--\r\n`)]);
  return [body.toString('latin1'), { headers: { 'content-type': `multipart/form-data; boundary=${mark}` } }] as const;
}
