// What was typed before a page came alive: on a slow line that may be a whole form, and Svelte would put back what the server sent.

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control =>
	element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/** How the control is put back; undefined when it stands as it came. A chosen file is left alone by everybody. */
function remembered(control: Control): (() => void) | undefined {
	if (control instanceof HTMLSelectElement) {
		const chosen = [...control.options].map((option) => option.selected);
		const isChanged = [...control.options].some((option) => option.selected !== option.defaultSelected);
		return isChanged
			? () => [...control.options].forEach((option, at) => (option.selected = chosen[at] ?? false))
			: undefined;
	}
	if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
		const { checked } = control;
		return checked === control.defaultChecked ? undefined : () => void (control.checked = checked);
	}
	const { value } = control;
	const isTyped = control.type !== 'file' && control.type !== 'hidden' && value !== control.defaultValue;
	return isTyped ? () => void (control.value = value) : undefined;
}

/** Call before the page comes alive, and what it answers after that: forms that follow what is typed are told then. */
export function typedEarly(document: Document): () => void {
	const changed = [...document.querySelectorAll('input, textarea, select')].filter(isControl).flatMap((control) => {
		const putBack = remembered(control);
		return putBack ? { control, putBack } : [];
	});
	return () => {
		for (const { putBack } of changed) putBack();
		for (const { control } of changed)
			for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
	};
}
