/**
 * Schema of ConsolePlugin as the API has it (openshift/api console/v1 types_console_plugin.go), strict:
 * a field the API does not know is an error here, where the API server would drop it without a word.
 */
const name = { type: 'string', minLength: 1 };
const port = { type: 'integer', minimum: 1, maximum: 65535 };

const strict = (required: readonly string[], properties: object) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

export const consolePluginSchema = strict(['apiVersion', 'kind', 'metadata', 'spec'], {
  apiVersion: { const: 'console.openshift.io/v1' },
  kind: { const: 'ConsolePlugin' },
  metadata: strict(['name'], {
    name: { ...name, maxLength: 253, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' },
    labels: { type: 'object', additionalProperties: { type: 'string', maxLength: 63 } },
    annotations: { type: 'object', additionalProperties: { type: 'string' } },
  }),
  spec: strict(['displayName', 'backend'], {
    displayName: { ...name, maxLength: 128 },
    i18n: strict(['loadType'], { loadType: { enum: ['Preload', 'Lazy', ''] } }),
    backend: strict(['type', 'service'], {
      type: { const: 'Service' },
      service: strict(['name', 'namespace', 'port'], {
        name: { ...name, maxLength: 128 },
        namespace: { ...name, maxLength: 128 },
        port,
        basePath: { type: 'string', maxLength: 256, pattern: "^[a-zA-Z0-9.\\-_~!$&'()*+,;=:@/]*$" },
      }),
    }),
  }),
});
