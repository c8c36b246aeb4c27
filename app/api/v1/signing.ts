/** A signature that a vendor can make again: a test holds it to the door's own. */
const EXAMPLE = {
  secret: 'fs_example-secret-shown-once-beside-its-key-id',
  t: '1767225600',
  body: '{"person":{"firstName":"Ana","lastName":"Delgado","dateOfBirth":"1974-03-02","phone":"+13055550123"},"consents":{"review":true},"complaint":{"region":"lumbar"}}',
  v1: '1671243b7fd6264d631fd11823101b94849a52f3fa9f159700195717529618f8',
} as const;

const SIGNING = `For programs that shall not send their secret, such as a web-form vendor. The key is made at Settings as one that signs; its id and its signing secret are shown there. Both headers are sent:

\`\`\`
X-Foramen-Key: <id of the key>
X-Foramen-Signature: t=<seconds since 1970>,v1=<hex>
\`\`\`

\`v1\` is HMAC-SHA256, keyed with the signing secret as it was shown, over the seconds, a full stop and the body byte for byte as it is sent:

\`\`\`js
import { createHmac } from 'node:crypto';
const t = Math.floor(Date.now() / 1000);
const v1 = createHmac('sha256', secret).update(\`\${t}.\${body}\`).digest('hex');
\`\`\`

To check your own code: the secret

\`\`\`
${EXAMPLE.secret}
\`\`\`

and the body

\`\`\`
${EXAMPLE.body}
\`\`\`

at \`t=${EXAMPLE.t}\` make

\`\`\`
X-Foramen-Signature: t=${EXAMPLE.t},v1=${EXAMPLE.v1}
\`\`\`

The signature may be 5 minutes old, and no more than 5 minutes ahead of our clock. The same signature again is answered as the first time and does nothing, with whatever Idempotency-Key; send an Idempotency-Key of your own to sign a retry anew. While a key is being rotated, the old secret signs until its overlap ends. Refusals: 401 \`unauthenticated\`, \`fields\` naming the header; 403 \`forbidden\` at any other address.`;

/** Both headers belong together. */
export const SIGNED = { signature: [], signingKey: [] };
export const SIGNING_SCHEMES = {
  signature: { type: 'apiKey', in: 'header', name: 'X-Foramen-Signature', description: SIGNING },
  signingKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Foramen-Key',
    description: 'The id of the key that signs, beside X-Foramen-Signature.',
  },
};
