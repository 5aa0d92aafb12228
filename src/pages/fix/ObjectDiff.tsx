/** An object before and after as YAML, with the lines that change and some around them. */
import { useMemo } from 'react';
import type { FC } from 'react';
import { stringify } from 'yaml';
import type { KubeObject } from '../../cluster/kubeObject';
import { parseJson, recordOf } from '../../cluster/json';
import { useT } from '../../console/translation';
import { diffContext, lineDiff } from './lineDiff';
import type { DiffLine } from './lineDiff';

const AROUND = 3;
const SIGNS: Readonly<Record<DiffLine['type'], string>> = { kept: ' ', removed: '-', added: '+' };

/** Without the bookkeeping of the API server; a NAD's configuration line by line. */
const shownText = (object: KubeObject): string => {
  const metadata = Object.fromEntries(
    Object.entries(recordOf(object.metadata)).filter(([key]) => key !== 'managedFields'),
  );
  const spec = recordOf(object.spec);
  const config = typeof spec.config === 'string' ? parseJson(spec.config) : undefined;
  const shown = config === undefined ? spec : { ...spec, config: JSON.stringify(config, null, 2) };
  return stringify({ metadata, spec: shown });
};

interface ObjectDiffProps {
  readonly before: KubeObject;
  readonly after: KubeObject;
}

export const ObjectDiff: FC<ObjectDiffProps> = ({ before, after }) => {
  const t = useT();
  const lines = useMemo(
    () => diffContext(lineDiff(shownText(before), shownText(after)), AROUND),
    [before, after],
  );
  return (
    <div
      role="group"
      aria-label={t('What changes')}
      className="vm-networks-fix__diff"
      data-test="fix-diff"
    >
      {lines.map((line, at) =>
        line === null ? (
          <div key={at} className="vm-networks-fix__gap">
            …
          </div>
        ) : (
          <div key={at} className={`vm-networks-fix__line vm-networks-fix__line--${line.type}`}>
            {SIGNS[line.type]} {line.text}
          </div>
        ),
      )}
    </div>
  );
};
