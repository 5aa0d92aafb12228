/**
 * How many of a person's projects the page reads, and which: for those who may not read the whole cluster and
 * have more projects than are read at once.
 */
import { useMemo } from 'react';
import type { FC } from 'react';
import { Button, Content, Popover } from '@patternfly/react-core';
import type { Snapshot } from '../../cluster/snapshot';
import { projectChoice } from '../../console/projectChoice';
import { PROJECT_LIMIT } from '../../console/projectedWatch/ProjectChoice';
import { useT } from '../../console/translation';
import { useProjectChoice } from '../../console/useProjectChoice';
import { formatCount } from '../../ui/formatCount';
import { ProjectChecks } from '../attach/ProjectChecks';

interface ProjectScopeProps {
  readonly snapshot: Snapshot;
}

export const ProjectScope: FC<ProjectScopeProps> = ({ snapshot }) => {
  const { vms, nads, namespaces } = snapshot;
  const isByProject = [vms, nads].some((listing) => listing.namespaces !== undefined);
  const names = useMemo(() => [...namespaces.items.keys()].sort(), [namespaces]);
  return isByProject && names.length > PROJECT_LIMIT ? <Choice names={names} /> : null;
};

const Choice: FC<{ readonly names: readonly string[] }> = ({ names }) => {
  const t = useT();
  const [chosen, choose] = useProjectChoice();
  const read = projectChoice.among(names);
  return (
    <div>
      <Popover
        aria-label={t('Projects that are read')}
        headerContent={t('Projects that are read')}
        closeBtnAriaLabel={t('Close')}
        position="bottom-start"
        bodyContent={
          <>
            <Content component="p">
              {t('Up to {{most}} at a time; with none chosen, the first by name.', {
                most: PROJECT_LIMIT,
              })}
            </Content>
            <ProjectChecks
              prefix="read"
              names={names}
              chosen={chosen}
              most={PROJECT_LIMIT}
              noteOf={() => ''}
              onChange={choose}
            />
          </>
        }
      >
        <Button variant="link" isInline data-test="project-scope">
          {t('{{read}} of {{all}} projects', {
            read: formatCount(read.length),
            all: formatCount(names.length),
          })}
        </Button>
      </Popover>
    </div>
  );
};
