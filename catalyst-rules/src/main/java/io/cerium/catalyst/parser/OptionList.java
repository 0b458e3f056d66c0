package io.cerium.catalyst.parser;

import io.cerium.catalyst.parser.CeriumSqlParser.BareValueContext;
import io.cerium.catalyst.parser.CeriumSqlParser.ListValueContext;
import io.cerium.catalyst.parser.CeriumSqlParser.OptionContext;
import io.cerium.catalyst.parser.CeriumSqlParser.OptionKeyContext;
import io.cerium.catalyst.parser.CeriumSqlParser.OptionListContext;
import io.cerium.catalyst.parser.CeriumSqlParser.ScalarContext;
import io.cerium.catalyst.parser.CeriumSqlParser.ScalarValueContext;
import io.cerium.catalyst.statement.OptionValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@code (key = value, ...)}. */
final class OptionList {
  private final SyntaxErrors errors;
  private final Words words;

  OptionList(SyntaxErrors errors, Words words) {
    this.errors = errors;
    this.words = words;
  }

  /** The options by key in lower case, in the order as typed. */
  Map<String, OptionValue> read(OptionListContext list) {
    Map<String, OptionValue> options = new LinkedHashMap<>();
    for (OptionContext option : list.option()) {
      String key = key(option.optionKey());
      if (options.put(key, value(key, option)) != null) {
        throw errors.at(
            option.getStart(), "The option '" + key + "' stands twice: keep one of the two");
      }
    }
    return Collections.unmodifiableMap(options);
  }

  private String key(OptionKeyContext key) {
    String typed =
        key.string() == null
            ? key.identifier().stream().map(words::name).collect(Collectors.joining("."))
            : words.text(key.string());
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  private OptionValue value(String key, OptionContext option) {
    if (option.optionValue() instanceof ScalarValueContext single) {
      return new OptionValue.Single(scalar(single.scalar()));
    }
    if (option.optionValue() instanceof ListValueContext list) {
      return new OptionValue.Items(list.scalar().stream().map(this::scalar).toList());
    }
    BareValueContext bare = (BareValueContext) option.optionValue();
    throw errors.at(
        bare.getStart(),
        "The option '"
            + key
            + "' takes a text in quotes: write "
            + key
            + " = '"
            + words.name(bare.identifier())
            + "'");
  }

  private String scalar(ScalarContext scalar) {
    return scalar.string() == null
        ? scalar.getText().toLowerCase(Locale.ROOT)
        : words.text(scalar.string());
  }
}
