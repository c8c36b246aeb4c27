import { NextResponse } from 'next/server';
import { fromOurPages, problemResponse } from '@/lib/door/next';
import { keepSession, secondsLeft } from '@/lib/door/session';

/** How long until this session ends by idling; asking does not touch it. */
export async function GET() {
  const left = await secondsLeft();
  return left > 0 ? NextResponse.json({ secondsLeft: left }) : NextResponse.json({ secondsLeft: 0 }, { status: 401 });
}

/** "Stay signed in": the person is there. */
export async function POST(request: Request) {
  try {
    fromOurPages(request.headers);
    return NextResponse.json({ secondsLeft: await keepSession() });
  } catch (error) {
    return problemResponse(error);
  }
}
