/** What a patch changes in the object, line by line, with a few lines around each change. */
import type { FC } from 'react';
import { useT } from '../../console/translation';
import type { Write } from '../../plan/model';
import { diffLines } from './diffLines';
import { yamlOf } from '../../ui/yamlOf';

const SIGN = { added: '+', removed: '-', same: ' ' } as const;

interface PatchDiffProps {
  readonly write: Write & { readonly type: 'patch' };
}

export const PatchDiff: FC<PatchDiffProps> = ({ write }) => {
  const t = useT();
  const lines = diffLines(yamlOf(write.before), yamlOf(write.after));
  return (
    <ul className="vm-networks-attach__diff" aria-label={t('What changes')}>
      {lines.map(({ kind, text, at }) => (
        <li key={at} className={`vm-networks-attach__diff-${kind}`}>
          {`${SIGN[kind]} ${text}`}
        </li>
      ))}
    </ul>
  );
};
