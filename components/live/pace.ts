const AT_MOST_EVERY = 1_000;
/** Of its time a page may spend asking; what it did not spend it saves for a moment, so that a change now and then is there at once. */
const SHARE = 1 / 20;
const MOST_SAVED = 3_000;
/** However busy the clinic is, nobody looks at an older page for longer. */
const LONGEST_REST = 5_000;
/** So that not every screen of the clinic asks in the same moment. */
const SPREAD = 120;

/** When a page may ask again: a clinic under load is not asked faster than it answers. */
export class Pace {
  private began = 0;
  private next = 0;
  private saved = MOST_SAVED;

  get isAsking() {
    return this.began > 0;
  }
  get wait() {
    return Math.max(0, this.next - Date.now()) + Math.random() * SPREAD;
  }
  begin() {
    this.began = Date.now();
  }
  end() {
    const now = Date.now();
    const left = Math.min(MOST_SAVED, this.saved + (now - this.next) * SHARE) - (now - this.began);
    const rest = Math.min(LONGEST_REST, Math.max(0, -left / SHARE));
    this.saved = Math.max(left, -rest * SHARE);
    this.next = Math.max(this.began + AT_MOST_EVERY, now + rest);
    this.began = 0;
  }
}
