package io.cerium.functions.catalyst;

import java.util.Optional;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;

/** The query that is being planned on this thread. */
public final class CurrentQuery {
  private CurrentQuery() {}

  /**
   * An object that stands for the query, the same in all of its parts; empty outside of planning.
   */
  public static Optional<QueryPlanningTracker> tracker() {
    return ScalaBridge.toOptional(QueryPlanningTracker.get());
  }
}
