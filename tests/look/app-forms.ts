// Stands in for `$app/forms` where pages are rendered without Kit: without a browser there is nothing to enhance.
export const enhance = () => undefined;
