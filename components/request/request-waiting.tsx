import { Skeleton } from '@mantine/core';
import classes from './request.module.css';

/** The same places, so that nothing jumps when the request arrives. */
export function RequestWaiting() {
  return (
    <div className={classes.screen} role="status" aria-label="Opening the request">
      <div className={classes.header}>
        <div>
          <Skeleton h={16} w={80} mb={8} />
          <Skeleton h={22} w={240} mb={8} />
          <Skeleton h={16} w={340} maw="100%" />
        </div>
        <Skeleton h={20} className={classes.standing} />
      </div>
      <div className={classes.columns}>
        {[classes.account, classes.file, classes.talk].map((column) => (
          <div key={column} className={column}>
            {[72, 120, 90, 88].map((height) => (
              <Skeleton key={height} h={height} mt={16} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
