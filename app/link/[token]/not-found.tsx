import { Sheet, Soft } from '@/components/sign-in/sheet';

export default function NoLink() {
  return (
    <Sheet title="This link does not open">
      <Soft>
        It was used once already, has expired, or a newer one was made. Ask your administrator for a fresh link.
      </Soft>
      <a href="/sign-in">Go to sign-in</a>
    </Sheet>
  );
}
