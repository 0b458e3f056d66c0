package io.cerium.catalyst.parser;

import io.cerium.catalyst.session.CeriumSession;
import io.cerium.catalyst.session.ModelReference;
import io.cerium.engine.error.CeriumException;
import io.cerium.functions.catalyst.ScalaBridge;
import io.cerium.registry.ModelName;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.internal.SessionState;

/** What names mean in a session while a text is parsed. */
final class SessionNames {
  private final SparkSession spark;

  SessionNames(SparkSession spark) {
    this.spark = spark;
  }

  /** Whether a table or view of the current namespace has that name. */
  boolean isTable(String name) {
    return spark.catalog().tableExists(name);
  }

  /**
   * Whether there is a model of that name. What cannot be the name of a model is none, and a
   * registry that cannot be read knows none: the text may have nothing to do with models, and
   * whoever asks for one later is told.
   */
  boolean isModel(String name) {
    try {
      ModelName model = ModelReference.parse(name).name();
      return CeriumSession.of(spark).registry().snapshot().find(model).isPresent();
    } catch (CeriumException e) {
      return false;
    }
  }

  /** Whether the session knows the function without a look at the metastore. */
  boolean isKnownFunction(String name) {
    return state().functionRegistry().functionExists(new FunctionIdentifier(name));
  }

  /** Whether the metastore has the function. */
  boolean isStoredFunction(Optional<String> database, String name) {
    SessionState state = state();
    return database.filter(state.catalogManager()::isCatalogRegistered).isPresent()
        || state
            .catalog()
            .isPersistentFunction(new FunctionIdentifier(name, ScalaBridge.toOption(database)));
  }

  private SessionState state() {
    return spark.sessionState();
  }
}
