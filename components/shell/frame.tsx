'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Clinic } from '@/components/ui/clinic';
import { ClinicProvider } from '@/components/ui/clinic';
import classes from './frame.module.css';
import { NAV } from './nav-entries';
import { SchemeToggle } from './scheme-toggle';
import { SessionWatch } from './session-watch';
import { signOut } from './sign-out';

/** The frame around every page of the desk. */
export function Frame({ clinic, children }: { clinic: Clinic; children: ReactNode }) {
  const path = usePathname();
  return (
    <ClinicProvider clinic={clinic}>
      <a className={classes.skip} href="#content">Skip to the content</a>
      {clinic.isDemo && <p className={classes.demo}>Demo clinic: synthetic people, known passwords</p>}
      <div className={classes.frame}>
        <nav className={classes.nav} aria-label="Desk">
          <span className={classes.brand}>Foramen</span>
          <ul className={classes.entries}>
            {NAV[clinic.me.role].map(({ href, words }) => (
              <li key={href}>
                <Link href={href} prefetch={false} className={classes.entry} aria-current={path.startsWith(href) ? 'page' : undefined}>{words}</Link>
              </li>
            ))}
          </ul>
          <div className={classes.me}>
            <Link href="/me" prefetch={false} className={classes.name}>{clinic.me.name}</Link>
            <span className={classes.role}>{clinic.me.role} · signed out after 15 idle min</span>
            <span className={classes.tools}>
              <SchemeToggle />
              <button type="button" className={classes.tool} onClick={() => void signOut()}>Sign out</button>
            </span>
          </div>
        </nav>
        <main id="content" className={classes.main} tabIndex={-1}>{children}</main>
      </div>
      <SessionWatch />
    </ClinicProvider>
  );
}
