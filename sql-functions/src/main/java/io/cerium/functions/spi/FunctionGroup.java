package io.cerium.functions.spi;

/** What a function is about: the chapter of the documentation that it stands in. */
public enum FunctionGroup {
  IMAGE("Images"),
  MODEL("Models");

  private final String title;

  FunctionGroup(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
