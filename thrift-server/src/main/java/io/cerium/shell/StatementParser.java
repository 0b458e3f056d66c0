package io.cerium.shell;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/** Reads on until a statement is finished; cuts words for completion at what is not in a name. */
final class StatementParser implements Parser {
  private final DefaultParser words = new WordParser();

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE
        && !InteractiveShell.isCommand(line)
        && SqlStatements.isUnfinished(line)) {
      throw new EOFError(-1, cursor, "the statement goes on");
    }
    return words.parse(line, cursor, context);
  }

  private static final class WordParser extends DefaultParser {
    WordParser() {
      setQuoteChars(new char[0]);
      setEscapeChars(new char[0]);
      setEofOnUnclosedQuote(false);
    }

    @Override
    public boolean isDelimiterChar(CharSequence text, int position) {
      char c = text.charAt(position);
      return !Character.isLetterOrDigit(c) && c != '_';
    }
  }
}
