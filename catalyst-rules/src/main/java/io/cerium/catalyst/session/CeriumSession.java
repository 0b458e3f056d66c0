package io.cerium.catalyst.session;

import io.cerium.functions.spi.ModelLookup;
import io.cerium.registry.ModelRegistry;
import io.cerium.registry.RegistrySnapshot;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CurrentUserContext;

/**
 * What belongs to one {@link SparkSession}: its user, and the models of its application. A view
 * that holds no state of its own: make one wherever it is needed. For the driver; safe for all
 * threads.
 */
public final class CeriumSession {
  private final SparkSession spark;
  private final ApplicationModels models;

  private CeriumSession(SparkSession spark, ApplicationModels models) {
    this.spark = spark;
    this.models = models;
  }

  /** The view of a session; cheap. */
  public static CeriumSession of(SparkSession spark) {
    return new CeriumSession(spark, ApplicationModels.of(spark));
  }

  public SparkSession spark() {
    return spark;
  }

  /**
   * The registry that all sessions of the application share.
   *
   * @throws io.cerium.engine.error.CeriumException if no registry can live at its location
   */
  public ModelRegistry registry() {
    return models.registry();
  }

  /**
   * The models as the query that is being analysed on this thread sees them: the same state for all
   * of its parts. Outside of an analysis, the newest state.
   */
  public RegistrySnapshot snapshot() {
    return models.snapshot();
  }

  /** Answers names of models from {@link #snapshot}, which is read when the first name is asked. */
  public ModelLookup models() {
    return new SnapshotLookup(this::snapshot);
  }

  /** Who runs the statement, as {@code current_user()} says. */
  public String user() {
    String connected = CurrentUserContext.CURRENT_USER().get();
    return connected == null ? spark.sparkContext().sparkUser() : connected;
  }
}
