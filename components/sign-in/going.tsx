'use client';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { Sheet, Soft } from './sheet';

const GoingContext = createContext<(isGoing: boolean) => void>(() => undefined);

/** A used link no longer opens its page: this stands in front until the way in is finished. */
export function Going({ children }: { children: ReactNode }) {
  const [isGoing, setGoing] = useState(false);
  return (
    <GoingContext.Provider value={setGoing}>
      {isGoing ? (
        <Sheet title="Signing you in">
          <Soft>One moment.</Soft>
        </Sheet>
      ) : (
        children
      )}
    </GoingContext.Provider>
  );
}

export const useGoing = () => useContext(GoingContext);
