package io.cerium.catalyst.session;

import io.cerium.registry.ModelName;
import java.util.Optional;

/**
 * A model as users name it in an expression: {@code m}, {@code ns.m}, each with {@code @version}.
 *
 * @param version what stands after the {@code @}; empty for the default version
 */
public record ModelReference(ModelName name, Optional<String> version) {
  /**
   * @throws CeriumException MODEL_NAME_INVALID for more parts than two, and for parts that cannot
   *     be names
   */
  public static ModelReference parse(String typed) {
    int at = typed.indexOf('@');
    String name = at < 0 ? typed : typed.substring(0, at);
    Optional<String> version =
        at < 0 ? Optional.empty() : Optional.of(typed.substring(at + 1).strip());
    return new ModelReference(ModelName.parse(name), version);
  }
}
