"""The command line: argv to a question, a document to a stream."""
