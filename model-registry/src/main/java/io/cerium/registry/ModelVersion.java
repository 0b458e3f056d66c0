package io.cerium.registry;

import io.cerium.engine.model.Signature;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One version of a model: immutable once committed.
 *
 * @param version counted from 1
 * @param provider what stood after {@code USING}
 * @param digest SHA-256 of the artifact, 64 hexadecimal digits; the key of its blob
 * @param bytes size of the artifact
 * @param signature what the artifact takes and gives
 * @param options as typed, after checking, in their order; keys in lower case. Labels are kept
 *     under {@link #labels}, not here
 * @param labels names of the classes in the order of the output; empty without labels
 * @param source the location that the artifact came from
 * @param createdAt to the millisecond
 * @param createdBy the user that made it
 */
public record ModelVersion(
    int version,
    String provider,
    String digest,
    long bytes,
    Signature signature,
    Map<String, String> options,
    List<String> labels,
    String source,
    Instant createdAt,
    String createdBy)
    implements Serializable {
  public ModelVersion {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    labels = List.copyOf(labels);
  }
}
