'use client';
import { Button, Menu, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { When } from '@/components/ui/when';
import { Invite } from './invite';
import { type Member, ROLE_WORDS, type StaffActs } from './member';
import classes from './staff.module.css';
import { STEPS, type Step, stepsFor } from './staff-acts';
import { StepModal } from './step-modal';

type Props = {
  readonly members: readonly Member[];
  readonly me: string;
  readonly now: string;
  readonly acts: StaffActs;
};

export function StaffScreen({ members, me, now, acts }: Props) {
  const [chosen, choose] = useState<{ id: string; step: Step } | null>(null);
  const member = members.find(({ id }) => id === chosen?.id);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Staff</h1>
        <p className={classes.soft}>
          {members.length} {members.length === 1 ? 'account' : 'accounts'}
        </p>
        <Invite invite={acts.invite} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard */}
      <section className={classes.table} tabIndex={0} aria-label="Staff">
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                Name
              </th>
              <th role="columnheader" scope="col">
                E-mail
              </th>
              <th role="columnheader" scope="col">
                Role
              </th>
              <th role="columnheader" scope="col">
                State
              </th>
              <th role="columnheader" scope="col">
                Last at work
              </th>
              <th role="columnheader" scope="col">
                <VisuallyHidden>Change</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {members.map((one) => (
              <tr role="row" key={one.id}>
                <td role="cell">{one.name}</td>
                <td role="cell">{one.email}</td>
                <td role="cell">{ROLE_WORDS[one.role]}</td>
                <td role="cell">
                  <State member={one} />
                </td>
                <td role="cell">{one.lastSeenAt ? <When at={one.lastSeenAt} now={now} /> : '—'}</td>
                <td role="cell" className={classes.acts}>
                  {one.id === me ? (
                    <span className={classes.soft}>You</span>
                  ) : (
                    <Change member={one} onChoose={(step) => choose({ id: one.id, step })} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {member && chosen && (
        <StepModal
          key={`${chosen.id} ${chosen.step}`}
          member={member}
          step={chosen.step}
          acts={acts}
          onClose={() => choose(null)}
        />
      )}
    </div>
  );
}

function State({ member }: { member: Member }) {
  if (!member.isActive) return <Chip tone="grey">Disabled</Chip>;
  return member.hasPassword ? <Chip tone="green">Active</Chip> : <Chip tone="amber">Invited</Chip>;
}

function Change({ member, onChoose }: { member: Member; onChoose: (step: Step) => void }) {
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="default" size="compact-sm" aria-label={`Change ${member.name}`}>
          Change
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {stepsFor(member).map((step) => (
          <Menu.Item key={step} c={STEPS[step].isDestructive ? 'var(--red)' : undefined} onClick={() => onChoose(step)}>
            {STEPS[step].menu}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
