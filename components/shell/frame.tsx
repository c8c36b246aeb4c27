'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ComponentProps, ReactNode } from 'react';
import { DeskKeys } from '@/components/keys/desk-keys';
import type { Prefer } from '@/components/keys/use-keys';
import { LineSign } from '@/components/live/line-sign';
import { Live } from '@/components/live/live';
import { ClinicProvider } from '@/components/ui/clinic';
import type { Find } from '@/components/worklist/search-box';
import type { StaffRole } from '@/lib/domain/permissions';
import classes from './frame.module.css';
import { KeysButton } from './keys-button';
import { NAV } from './nav-entries';
import { NavLink } from './nav-link';
import { SchemeToggle } from './scheme-toggle';
import { SessionWatch } from './session-watch';
import { signOut } from './sign-out';

const ROLE_WORDS: Record<StaffRole, string> = {
  coordinator: 'Coordinator',
  surgeon: 'Surgeon',
  manager: 'Manager',
  admin: 'Admin',
};

type Clinic = ComponentProps<typeof ClinicProvider>['clinic'];

/** The frame around every page of the desk. */
type Props = { readonly clinic: Clinic; readonly prefer: Prefer; readonly find: Find; readonly children: ReactNode };

export function Frame({ clinic, prefer, find, children }: Props) {
  const path = usePathname();
  return (
    <ClinicProvider clinic={clinic}>
      <Live>
        <DeskKeys prefer={prefer} find={find}>
          <header className={clinic.isDemo ? classes.demo : undefined}>
            <a className={classes.skip} href="#content">
              Skip to the content
            </a>
            {clinic.isDemo && (
              <>
                <b>Demo</b> clinic: synthetic people, known passwords
              </>
            )}
          </header>
          <div className={classes.frame}>
            <nav className={classes.nav} aria-label="Desk">
              <span className={classes.brand}>Foramen</span>
              <ul className={classes.entries}>
                {NAV[clinic.me.role].map((entry) => (
                  <li key={entry.href}>
                    <NavLink entry={entry} isHere={path.startsWith(entry.href)} />
                  </li>
                ))}
              </ul>
              <div className={classes.me}>
                <LineSign />
                <Link href="/me" prefetch={false} className={classes.name}>
                  {clinic.me.name}
                </Link>
                <span className={classes.role}>
                  {ROLE_WORDS[clinic.me.role]}
                  <span className={classes.idle}> · signed out after 15 idle min</span>
                </span>
                <span className={classes.tools}>
                  <SchemeToggle />
                  <KeysButton />
                  <button type="button" className={classes.tool} onClick={() => void signOut()}>
                    Sign out
                  </button>
                </span>
              </div>
            </nav>
            <main id="content" className={classes.main} tabIndex={-1}>
              {children}
            </main>
          </div>
          <SessionWatch />
        </DeskKeys>
      </Live>
    </ClinicProvider>
  );
}
