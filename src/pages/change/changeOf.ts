/** What a link to the page of changes asks for: detach NICs, move NICs, clone a network, or remove a thing. */
import type { NicChoice } from '../../plan/nicChoice';
import { removalTarget } from '../../plan/removalTarget';
import type { RemovalTarget } from '../../plan/removalTarget';

export type Change =
  | { readonly type: 'detach'; readonly nics: readonly NicChoice[] }
  | { readonly type: 'move'; readonly nics: readonly NicChoice[] }
  /** `id` of a network or a NAD in the graph. */
  | { readonly type: 'clone'; readonly id: string }
  | { readonly type: 'remove'; readonly target: RemovalTarget }
  | { readonly type: 'unknown' };

/**
 * `do=detach|move` with `nic=namespace/vm/nic` once or more, `do=remove` with `target=<entity id>`, or
 * `do=clone` with `target=network/<name>` or `target=nad/<namespace>/<name>`.
 */
export const changeOf = (params: URLSearchParams): Change => {
  const nics = params.getAll('nic').flatMap((key) => nicOf(key) ?? []);
  const id = params.get('target') ?? '';
  const target = removalTarget(id);
  switch (params.get('do')) {
    case 'detach':
      return nics.length === 0 ? { type: 'unknown' } : { type: 'detach', nics };
    case 'move':
      return nics.length === 0 ? { type: 'unknown' } : { type: 'move', nics };
    case 'clone':
      return target?.type === 'network' || target?.type === 'nad'
        ? { type: 'clone', id }
        : { type: 'unknown' };
    case 'remove':
      return target === undefined ? { type: 'unknown' } : { type: 'remove', target };
    default:
      return { type: 'unknown' };
  }
};

const nicOf = (key: string): NicChoice | undefined => {
  const [namespace = '', name = '', ...rest] = key.split('/');
  const nic = rest.join('/');
  return namespace === '' || name === '' || nic === '' ? undefined : { namespace, name, nic };
};
