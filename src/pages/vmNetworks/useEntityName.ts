/** An entity by the field's words, such as "Network vlan-1924". */
import { useText, useT } from '../../console/translation';
import { WHOLE_CLUSTER } from '../../doctor/entityKind';
import { keyOf, kindOf } from '../../topology/panel/entityNames';
import { kindName } from '../../topology/view/kindName';

/** The words for an id. */
export const useEntityName = (): ((id: string) => string) => {
  const t = useT();
  const sentence = useText();
  return (id) => {
    if (id === WHOLE_CLUSTER) return t('The whole cluster');
    const kind = kindOf(id);
    return kind === undefined
      ? id
      : t('{{kind}} {{name}}', { kind: sentence(kindName(kind)), name: keyOf(id) });
  };
};
