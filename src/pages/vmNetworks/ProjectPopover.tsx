/** The projects that are read, out of all that a person has: as a number, and behind it as a choice. */
import type { FC } from 'react';
import { Button, Content, Popover } from '@patternfly/react-core';
import { projectChoice } from '../../console/projectChoice';
import { PROJECT_LIMIT } from '../../console/projectedWatch/ProjectChoice';
import { useT } from '../../console/translation';
import { useProjectChoice } from '../../console/useProjectChoice';
import { formatCount } from '../../ui/formatCount';
import { ProjectChecks } from '../attach/ProjectChecks';

interface ProjectPopoverProps {
  /** Of all projects, sorted. */
  readonly names: readonly string[];
}

const ProjectPopover: FC<ProjectPopoverProps> = ({ names }) => {
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

export default ProjectPopover;
