// The alarm's sound is made here, so that there is no file to load when it matters.

let context: AudioContext | null = null;

function audio(): AudioContext | null {
  if (typeof AudioContext === "undefined") return null;
  context ??= new AudioContext();
  return context;
}

/** Browsers keep a page silent until somebody has touched it. */
export const soundIsBlocked = (): boolean => audio()?.state === "suspended";

export async function unlockSound(): Promise<void> {
  await audio()?.resume();
}

function beep(at: AudioContext, start: number, frequency: number, length: number): void {
  const oscillator = at.createOscillator();
  const gain = at.createGain();
  oscillator.type = "triangle";
  oscillator.frequency.value = frequency;
  // Soft edges: a tone that is cut off clicks.
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.25, start + 0.02);
  gain.gain.setValueAtTime(0.25, start + length - 0.05);
  gain.gain.linearRampToValueAtTime(0, start + length);
  oscillator.connect(gain).connect(at.destination);
  oscillator.start(start);
  oscillator.stop(start + length);
}

/** Three rising tones for the most urgent, two for the rest. */
export function ring(urgent: boolean): void {
  const at = audio();
  if (!at || at.state !== "running") return;
  const tones = urgent ? [784, 988, 1319] : [659, 784];
  tones.forEach((frequency, i) => beep(at, at.currentTime + i * 0.2, frequency, 0.18));
}
