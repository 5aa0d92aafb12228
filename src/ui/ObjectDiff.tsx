/** An object before and after as YAML: the lines that change and some around them. */
import { Fragment, useMemo } from 'react';
import type { FC } from 'react';
import type { KubeObject } from '../cluster/kubeObject';
import { parseJson, recordOf } from '../cluster/json';
import { useT } from '../console/translation';
import { changedLines } from './changedLines';
import type { ChangedLine } from './changedLines';
import { yamlOf } from './yamlOf';
import './objectDiff.css';

const SIGNS: Readonly<Record<ChangedLine['type'], string>> = {
  kept: ' ',
  removed: '-',
  added: '+',
};

/** Without the bookkeeping of the API server; a NAD's configuration line by line. */
const shownText = (object: KubeObject): string => {
  const metadata = Object.fromEntries(
    Object.entries(recordOf(object.metadata)).filter(([key]) => key !== 'managedFields'),
  );
  const spec = recordOf(object.spec);
  const config = typeof spec.config === 'string' ? parseJson(spec.config) : undefined;
  const shown = config === undefined ? spec : { ...spec, config: JSON.stringify(config, null, 2) };
  return yamlOf({ metadata, spec: shown });
};

interface ObjectDiffProps {
  readonly before: KubeObject;
  readonly after: KubeObject;
}

export const ObjectDiff: FC<ObjectDiffProps> = ({ before, after }) => {
  const t = useT();
  const stretches = useMemo(
    () => changedLines(shownText(before), shownText(after)),
    [before, after],
  );
  return (
    <div
      role="group"
      aria-label={t('What changes')}
      className="vm-networks-diff"
      data-test="object-diff"
    >
      {stretches.map((lines, at) => (
        <Fragment key={at}>
          {at === 0 ? null : <div className="vm-networks-diff__gap">…</div>}
          {lines.map(({ type, text }, line) => (
            <div key={line} className={`vm-networks-diff__line vm-networks-diff__line--${type}`}>
              <code>
                {SIGNS[type]} {text}
              </code>
            </div>
          ))}
        </Fragment>
      ))}
    </div>
  );
};
