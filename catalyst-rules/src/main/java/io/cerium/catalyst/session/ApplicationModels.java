package io.cerium.catalyst.session;

import io.cerium.functions.catalyst.CurrentQuery;
import io.cerium.registry.ModelRegistry;
import io.cerium.registry.RegistrySettings;
import io.cerium.registry.RegistrySnapshot;
import io.cerium.registry.file.FileModelRegistry;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;

/** The models that all sessions of one application share, and what its running queries see. */
final class ApplicationModels {
  /**
   * One entry an application, gone with it: sessions come and go by the connection and have no room
   * for objects of an extension. No value refers to its key.
   */
  private static final Map<SparkContext, ApplicationModels> APPLICATIONS = new WeakHashMap<>();

  private final SparkConf conf;
  private final Configuration hadoop;
  private final String warehouse;
  private final Map<QueryPlanningTracker, RegistrySnapshot> ofQueries =
      Collections.synchronizedMap(new WeakHashMap<>());
  private ModelRegistry registry;

  private ApplicationModels(SparkConf conf, Configuration hadoop, String warehouse) {
    this.conf = conf;
    this.hadoop = hadoop;
    this.warehouse = warehouse;
  }

  static ApplicationModels of(SparkSession spark) {
    synchronized (APPLICATIONS) {
      return APPLICATIONS.computeIfAbsent(
          spark.sparkContext(),
          context ->
              new ApplicationModels(
                  context.conf(),
                  spark.sharedState().hadoopConf(),
                  spark.sharedState().conf().get("spark.sql.warehouse.dir")));
    }
  }

  UnaryOperator<String> configuration() {
    return key -> conf.get(key, null);
  }

  /** Opened when it is first asked for: a query without models pays nothing. */
  synchronized ModelRegistry registry() {
    if (registry == null) {
      String location = RegistrySettings.LOCATION.read(configuration());
      registry =
          new FileModelRegistry(
              location == null ? new Path(warehouse, ".cerium").toString() : location, hadoop);
    }
    return registry;
  }

  RegistrySnapshot snapshot() {
    return CurrentQuery.tracker().map(this::snapshotOf).orElseGet(() -> registry().snapshot());
  }

  private RegistrySnapshot snapshotOf(QueryPlanningTracker query) {
    RegistrySnapshot seen = ofQueries.get(query);
    if (seen == null) {
      seen = registry().snapshot();
      ofQueries.put(query, seen);
    }
    return seen;
  }
}
