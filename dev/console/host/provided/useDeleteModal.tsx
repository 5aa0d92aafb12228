/** Asks before deleting an object, then deletes it and goes where the caller says. */
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import {
  getGroupVersionKindForResource,
  k8sDelete,
  useK8sModel,
  useModal,
} from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useNavigate } from '../line/router';
import type { To } from 'react-router';

interface DeleteModalProps {
  readonly resource: K8sResourceCommon;
  readonly redirectTo?: To | undefined;
  readonly message?: ReactNode;
  readonly buttonText?: ReactNode;
  readonly closeModal?: () => void;
}

function DeleteModal(props: DeleteModalProps) {
  const { resource, redirectTo, message, buttonText, closeModal } = props;
  const [model] = useK8sModel(getGroupVersionKindForResource(resource));
  const [error, setError] = useState('');
  const navigate = useNavigate();
  const name = resource.metadata?.name ?? '';
  const confirm = async () => {
    try {
      await k8sDelete({ model, resource });
      closeModal?.();
      if (redirectTo) void navigate(redirectTo);
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
    }
  };
  return (
    <Modal isOpen variant="small" onClose={closeModal} aria-label={`Delete ${name}`}>
      <ModalHeader title={`Delete ${resource.kind ?? ''}?`} titleIconVariant="warning" />
      <ModalBody>
        Are you sure you want to delete <strong>{name}</strong>?{message}
        {error && <Alert isInline variant="danger" title={error} />}
      </ModalBody>
      <ModalFooter>
        <Button variant="danger" onClick={() => void confirm()} data-test="confirm-action">
          {buttonText ?? 'Delete'}
        </Button>
        <Button variant="link" onClick={closeModal}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}

/** @returns a function that opens the question */
export function useDeleteModal(
  resource: K8sResourceCommon,
  redirectTo?: To,
  message?: ReactNode,
  buttonText?: ReactNode,
) {
  const launch = useModal();
  return useCallback(() => {
    launch(DeleteModal, { resource, redirectTo, message, buttonText });
  }, [launch, resource, redirectTo, message, buttonText]);
}
