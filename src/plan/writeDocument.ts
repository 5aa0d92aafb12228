/** What a person reads of a write: a whole object, the operations of a patch, or what is deleted. */
import type { Write } from './model';

export const writeDocument = (write: Write): unknown => {
  switch (write.type) {
    case 'create':
      return write.body;
    case 'patch':
      return write.operations;
    case 'delete':
      return write.before;
  }
};
