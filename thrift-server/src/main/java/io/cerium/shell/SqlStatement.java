package io.cerium.shell;

/**
 * One statement of a script.
 *
 * @param text without the semicolon and without what stands before its first word
 * @param line of the script on which it begins, from 1
 */
public record SqlStatement(String text, int line) {}
