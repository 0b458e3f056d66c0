package io.cerium.shell;

/**
 * One statement of a script.
 *
 * @param text without the semicolon and without what stands before its first word
 * @param line of the script on which it begins, from 1
 * @param end where its semicolon stands in the script; the script's length where it has none
 */
public record SqlStatement(String text, int line, int end) {}
