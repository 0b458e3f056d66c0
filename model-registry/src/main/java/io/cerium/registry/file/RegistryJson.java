package io.cerium.registry.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.cerium.engine.model.Signature;
import io.cerium.engine.tensor.Shape;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;

/** How the registry's records become JSON: instants as ISO 8601, shapes as arrays of numbers. */
final class RegistryJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder(unlimited())
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, reading(String.class, Instant::parse))
                  .addSerializer(Shape.class, new ShapeWriter())
                  .addDeserializer(Shape.class, reading(long[].class, Shape::of))
                  .addDeserializer(
                      Signature.class, reading(StoredSignature.class, StoredSignature::signature)))
          // A field that a later version adds within a format must not stop this one.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RegistryJson() {}

  /**
   * Jackson writes texts of any length, but reads none of more than 20,000,000 characters unless it
   * is told to: a comment or a model's metadata would make the registry unreadable. Its limits on
   * numbers and on nesting stay: no record comes near them.
   */
  private static JsonFactory unlimited() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
        .build();
  }

  private static <J, T> JsonDeserializer<T> reading(Class<J> json, Function<J, T> convert) {
    return new JsonDeserializer<>() {
      @Override
      public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return convert.apply(context.readValue(parser, json));
      }
    };
  }

  private static final class ShapeWriter extends JsonSerializer<Shape> {
    @Override
    public void serialize(Shape shape, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeArray(shape.dimensions(), 0, shape.rank());
    }
  }
}
