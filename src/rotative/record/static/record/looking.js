/* Asks again and again whether something has changed: ever more rarely while it has not, never while nobody sees the page, at once when somebody does. */
window.rotativeLooking = (look, first) => {
  const LONGEST = 60000;
  let timer = null;
  let wait = first;
  let isOn = false;
  let isAsking = false;

  const later = () => {
    clearTimeout(timer);
    if (isOn && !isAsking && !document.hidden) timer = setTimeout(turn, wait);
  };

  const turn = async () => {
    isAsking = true;
    wait = Math.min(wait * 2, LONGEST);
    await look().finally(() => { isAsking = false; });
    later();
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    wait = first;
    if (isOn && !isAsking && !document.hidden) turn();
  });

  return {
    start() {
      isOn = true;
      wait = first;
      later();
    },
    stop() {
      isOn = false;
      clearTimeout(timer);
    },
  };
};
