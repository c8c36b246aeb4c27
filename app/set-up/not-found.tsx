import { Sheet, Soft } from '@/components/sign-in/sheet';

export default function NoSetUp() {
  return (
    <Sheet title="This set-up link does not open">
      <Soft>
        It was used, has expired, or the clinic is set up already. If nobody can sign in yet, restart Foramen: the start
        prints a fresh link on its terminal, good for 30 minutes.
      </Soft>
      <a href="/sign-in">Go to sign-in</a>
    </Sheet>
  );
}
