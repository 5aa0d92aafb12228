/** Which VM NICs move to the clone, and what becomes of the network that they leave. */
import type { FC } from 'react';
import { Button, Checkbox, FormGroup } from '@patternfly/react-core';
import { useT } from '../../console/translation';
import type { CloneSource } from '../../plan/clone/cloneSource';
import { cloneUsers } from './cloneDraft';
import type { CloneFields } from './cloneDraft';

interface CloneMovesProps {
  readonly source: CloneSource;
  readonly fields: CloneFields;
  readonly onChange: (change: Partial<CloneFields>) => void;
}

/** More stand in a list that nobody reads; all or none of them are moved by the buttons. */
const SHOWN = 50;

export const CloneMoves: FC<CloneMovesProps> = ({ source, fields, onChange }) => {
  const t = useT();
  const users = cloneUsers(source, fields);
  const { moved } = fields;
  const toggle = (key: string, isMoved: boolean): void => {
    const next = new Set(moved);
    if (isMoved) next.add(key);
    else next.delete(key);
    onChange({ moved: next });
  };
  return (
    <>
      {source.origin.type === 'definition' || source.projects.length < 2 ? null : (
        <FormGroup role="group" label={t('Projects')} fieldId="clone-projects">
          {source.projects.map((project) => (
            <Checkbox
              key={project}
              id={`clone-project-${project}`}
              label={project}
              isChecked={fields.projects.includes(project)}
              onChange={(_event, checked) =>
                onChange({
                  projects: source.projects.filter((one) =>
                    one === project ? checked : fields.projects.includes(one),
                  ),
                })
              }
            />
          ))}
        </FormGroup>
      )}
      <FormGroup role="group" label={t('VM NICs that move')} fieldId="clone-nics">
        {users.length === 0 ? <p>{t('No VM uses it.')}</p> : null}
        {users.length < 2 ? null : (
          <div>
            <Button
              variant="link"
              isInline
              onClick={() => onChange({ moved: new Set(users.map(({ key }) => key)) })}
            >
              {t('All')}
            </Button>{' '}
            <Button variant="link" isInline onClick={() => onChange({ moved: new Set() })}>
              {t('None')}
            </Button>
          </div>
        )}
        {users.slice(0, SHOWN).map(({ key, name, namespace, vmName, vmi }) => (
          <Checkbox
            key={key}
            id={`clone-nic-${key}`}
            label={t('NIC {{nic}} of VM {{vm}}', { nic: name, vm: `${namespace}/${vmName}` })}
            description={vmi === undefined ? t('(stopped)') : t('(running)')}
            isChecked={moved.has(key)}
            onChange={(_event, checked) => toggle(key, checked)}
          />
        ))}
        {users.length > SHOWN ? <p>{t('{{more}} more', { more: users.length - SHOWN })}</p> : null}
      </FormGroup>
      <Checkbox
        id="clone-remove"
        label={t('Remove the old network when no VM uses it')}
        description={t(
          'A VM that cannot migrate keeps it until its restart; the job waits for you there.',
        )}
        isChecked={fields.old === 'remove'}
        onChange={(_event, checked) => onChange({ old: checked ? 'remove' : 'keep' })}
      />
    </>
  );
};
