import { NextResponse } from 'next/server';
import { problemResponse } from '@/lib/door/next';
import { fromOurPages } from '@/lib/door/origin';
import { keepSession, sessionEnd } from '@/lib/door/session';

/** Whose session, and how long until it ends by idling; asking does not touch it. */
export async function GET() {
  const end = await sessionEnd();
  return end ? NextResponse.json(end) : NextResponse.json({ secondsLeft: 0 }, { status: 401 });
}

/** "Stay signed in": the person is there. */
export async function POST(request: Request) {
  try {
    fromOurPages(request.headers);
    return NextResponse.json(await keepSession());
  } catch (error) {
    return problemResponse(error);
  }
}
