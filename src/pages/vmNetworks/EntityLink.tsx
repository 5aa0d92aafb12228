/** An entity by the field's words, such as "Network vlan-1924", as a link to it in the topology. */
import type { FC } from 'react';
import { Link } from '../../console/router';
import { selectionLink } from './links';
import { useEntityName } from './useEntityName';

export const EntityLink: FC<{ readonly id: string }> = ({ id }) => {
  const nameOf = useEntityName();
  return <Link to={selectionLink(id)}>{nameOf(id)}</Link>;
};
