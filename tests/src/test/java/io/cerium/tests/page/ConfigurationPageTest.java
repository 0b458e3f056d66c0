package io.cerium.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerium.engine.setting.Setting;
import io.cerium.engine.setting.SettingGroup;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
  @Test
  void tellsEverySetting() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Configuration

            Every setting, made from the constants that declare them. `spark.sql.extensions=io.cerium.catalyst.CeriumExtensions` is all that has to be set.
            A *static* setting protects something: it is read when the application starts, from `--conf` or `spark-defaults.conf`, and `SET` refuses it. All others may be set for a session with ``SET `key` = value``: keys with hyphens need the backquotes.

            | setting | default | static | what it does |
            |---|---|---|---|
            """);
    for (Setting<?> setting : settings()) {
      String defaultValue =
          setting.defaultValue() == null ? "see text" : "`" + setting.defaultValue() + "`";
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  setting.key(),
                  defaultValue,
                  setting.isStatic() ? "yes" : "",
                  GeneratedPage.visible(setting.doc())));
    }
    new GeneratedPage("configuration.md", page.toString()).check();
  }

  @Test
  void keysHaveTheFormOfTheHouse() {
    assertThat(settings()).isNotEmpty();
    assertThat(settings())
        .allSatisfy(
            setting -> assertThat(setting.key()).matches("spark\\.cerium(\\.[a-z0-9-]+){2}"))
        .allSatisfy(setting -> assertThat(setting.doc()).endsWith("."));
    assertThat(settings().stream().map(Setting::key)).doesNotHaveDuplicates();
  }

  private static List<Setting<?>> settings() {
    return StreamSupport.stream(ServiceLoader.load(SettingGroup.class).spliterator(), false)
        .flatMap(group -> group.settings().stream())
        .<Setting<?>>map(setting -> setting)
        .sorted(Comparator.comparing(Setting::key))
        .toList();
  }
}
