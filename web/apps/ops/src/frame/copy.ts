/** Into the clipboard; also where the page is not served securely, as in a café's own network. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const place = document.createElement('textarea');
    place.value = text;
    // Within an open dialog, or it could not be selected.
    (document.querySelector('dialog[open]') ?? document.body).append(place);
    place.select();
    const done = document.execCommand('copy');
    place.remove();
    return done;
  }
}
