// The scenes that show every component in every state, with what they are rendered with.
export const scenes: Record<string, Record<string, unknown>> = {
	Forms: {}
};
