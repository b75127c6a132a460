// A process that does nothing but answer.
process.on('message', () => process.send(1));
