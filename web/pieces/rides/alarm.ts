const TONE_HZ = 660
const SECONDS = 0.18

/** Three short tones and a vibration, where the device has them; silence is no fault. */
export function soundAlarm(): void {
  if ('vibrate' in navigator) navigator.vibrate([250, 100, 250, 100, 250])
  if (!('AudioContext' in window)) return
  const audio = new AudioContext()
  const gain = audio.createGain()
  gain.gain.value = 0.3
  gain.connect(audio.destination)
  for (const beep of [0, 1, 2]) {
    const tone = audio.createOscillator()
    tone.frequency.value = TONE_HZ
    tone.connect(gain)
    tone.start(audio.currentTime + beep * SECONDS * 1.6)
    tone.stop(audio.currentTime + beep * SECONDS * 1.6 + SECONDS)
    if (beep === 2) tone.onended = () => void audio.close()
  }
}
