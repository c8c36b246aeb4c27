'use client';
import { Button, Menu } from '@mantine/core';
import { Fragment } from 'react';
import { useClinic } from '@/components/ui/clinic';
import { useSave } from '@/components/ui/use-save';
import type { OpenRequest } from '@/lib/domain/desk';
import type { Act } from './acts';
import { ProblemNote } from './problem-note';
import classes from './request.module.css';

/** A surgeon can only give back; the others give to anyone. */
export function AssignMenu({ request, assign }: { request: OpenRequest; assign: Act }) {
  const { me } = useClinic();
  const { save, isSaving, problem } = useSave(assign);
  const give = (staffId: string | null) => save({ number: request.number, version: request.version, staffId });
  const owners = [request.coordinator?.id, request.surgeon?.id];
  const isSurgeon = me.role === 'surgeon';
  const others = isSurgeon ? [] : request.staff.filter(({ id }) => id !== me.id);
  const mayTakeMyself = !isSurgeon && request.staff.some(({ id }) => id === me.id) && !owners.includes(me.id);
  return (
    <>
      <Menu position="bottom-end" width={240} shadow="md" menuItemTabIndex={0}>
        <Menu.Target>
          <Button variant="default" loading={isSaving} data-act="assign">
            Assign
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
          {mayTakeMyself && <Menu.Item onClick={() => give(me.id)}>Me</Menu.Item>}
          {!isSurgeon &&
            (['coordinator', 'surgeon'] as const).map((role) => (
              <Fragment key={role}>
                <Menu.Label>{role === 'surgeon' ? 'Surgeons' : 'Coordinators'}</Menu.Label>
                {others
                  .filter((one) => one.role === role)
                  .map(({ id, name }) => (
                    <Menu.Item key={id} onClick={() => give(id)} disabled={owners.includes(id)}>
                      {name}
                      {owners.includes(id) ? ' (has it)' : ''}
                    </Menu.Item>
                  ))}
              </Fragment>
            ))}
          {request.assignedTo && !isSurgeon && <Menu.Divider />}
          {request.assignedTo && <Menu.Item onClick={() => give(null)}>{isSurgeon ? 'Give back' : 'Nobody'}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <div className={classes.actProblem}>
        <ProblemNote problem={problem} version={request.version} />
      </div>
    </>
  );
}
