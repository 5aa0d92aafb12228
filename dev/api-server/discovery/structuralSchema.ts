/**
 * The declared fields of a kind as the structural schema of its CustomResourceDefinition and of OpenAPI:
 * one declaration prunes, validates and explains.
 */
import type { Shape } from '../admission/prune';

/** An OpenAPI v3 schema; data that is not modelled is kept as it is. */
export function structuralSchema(shape: Shape): Record<string, unknown> {
  if (shape === 'any') {
    return { 'x-kubernetes-preserve-unknown-fields': true };
  }
  if ('items' in shape) {
    return { type: 'array', items: structuralSchema(shape.items) };
  }
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(shape.fields).map(([name, inner]) => [name, structuralSchema(inner)]),
    ),
  };
}
