const pieceBytes = 128 * 1024;
// The most bytes of UTF-8 that one UTF-16 code unit can take.
const mostBytesEach = 3;

/** Gathers texts as UTF-8 in a few large pieces, outside the heap: many small strings that wait would be moved around in it. */
export function textBytes() {
  const pieces: Buffer[] = [];
  let piece = Buffer.alloc(0);
  let used = 0;
  const finish = () => {
    if (used > 0) pieces.push(piece.subarray(0, used));
    used = 0;
  };
  return {
    add(text: string): void {
      const most = text.length * mostBytesEach;
      if (used + most > piece.length) {
        finish();
        piece = Buffer.allocUnsafe(Math.max(pieceBytes, most));
      }
      used += piece.write(text, used);
    },
    end(): Buffer[] {
      finish();
      return pieces;
    },
  };
}
