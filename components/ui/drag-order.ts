'use client';
import { type DragEvent, useState } from 'react';

/** Things put in another order by the pointer. Whoever uses it offers the same by keys. */
export function useDragOrder(kind: string, onDrop: (id: string, to: string) => void) {
  const [over, setOver] = useState<string | null>(null);
  const type = `application/x-foramen-${kind}`;
  const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(type);
  return (id: string) => ({
    draggable: true,
    'data-over': over === id || undefined,
    onDragStart(event: DragEvent) {
      event.dataTransfer.setData(type, id);
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver(event: DragEvent) {
      if (!isOurs(event)) return;
      event.preventDefault();
      setOver(id);
    },
    onDragLeave: () => setOver(null),
    onDragEnd: () => setOver(null),
    onDrop(event: DragEvent) {
      if (!isOurs(event)) return;
      event.preventDefault();
      setOver(null);
      const dropped = event.dataTransfer.getData(type);
      if (dropped !== id) onDrop(dropped, id);
    },
  });
}
