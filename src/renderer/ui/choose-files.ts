/**
 * The system's own dialog for files. Empty when the user cancels.
 * @param accept what is offered, as the attribute of the same name of an input has it
 */
export function chooseFiles(accept: string, options: { multiple: boolean }): Promise<File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = options.multiple;
  input.accept = accept;
  // An element that nothing holds may be cleared away while the dialog is open, and its answer with it.
  input.hidden = true;
  document.body.append(input);
  return new Promise<File[]>((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  }).finally(() => input.remove());
}
