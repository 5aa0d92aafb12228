/** Explained fields as OpenAPI v3 that restricts nothing: what a kind may hold is said by its admission. */
import type { JsonRecord } from '../json';
import { mergePatch } from '../patch/mergePatch';
import type { ExplainedField, ExplainedFields, FieldType } from './explainedFields';

const OPEN = { 'x-kubernetes-preserve-unknown-fields': true };

const propertiesOf = (fields: ExplainedFields | undefined): JsonRecord =>
  fields === undefined
    ? {}
    : {
        properties: Object.fromEntries(
          Object.entries(fields).map(([name, field]) => [name, schemaOfField(field)]),
        ),
      };

const typed = (type: FieldType, fields: ExplainedFields | undefined): JsonRecord => {
  switch (type) {
    case 'string':
    case 'integer':
    case 'boolean':
      return { type };
    case 'int-or-string':
      return { 'x-kubernetes-int-or-string': true };
    case 'string[]':
      return { type: 'array', items: { type: 'string' } };
    case 'string map':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'object':
      return { type: 'object', ...OPEN, ...propertiesOf(fields) };
    case 'object[]':
      return { type: 'array', items: { type: 'object', ...OPEN, ...propertiesOf(fields) } };
  }
};

const schemaOfField = ({ type, text, fields }: ExplainedField): JsonRecord => ({
  description: text,
  ...typed(type, fields),
});

/** The declared properties of a schema, with type and meaning of those that are explained. */
export function explainedProperties(declared: JsonRecord, fields: ExplainedFields): unknown {
  const explained = Object.entries(fields).map(([name, field]) => [name, schemaOfField(field)]);
  return mergePatch(declared, Object.fromEntries(explained));
}
