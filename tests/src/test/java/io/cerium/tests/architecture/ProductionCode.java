package io.cerium.tests.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What is written by hand and shipped: no tests, nothing that ANTLR generated from the grammar. */
final class ProductionCode implements ImportOption {
  @Override
  public boolean includes(Location location) {
    return !location.contains("/test-classes/") && !location.contains("/parser/CeriumSql");
  }
}
