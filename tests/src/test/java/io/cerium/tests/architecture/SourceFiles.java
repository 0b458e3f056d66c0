package io.cerium.tests.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import io.cerium.tests.session.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Java files of all modules. */
final class SourceFiles {
  private SourceFiles() {}

  static List<Path> production() {
    return under("src/main/java");
  }

  static List<Path> tests() {
    return under("src/test/java");
  }

  static List<Path> all() {
    return Stream.concat(production().stream(), tests().stream()).toList();
  }

  private static List<Path> under(String folder) {
    List<Path> files = new ArrayList<>();
    List<Path> modules = new ArrayList<>(list(Repository.root()));
    modules.addAll(list(Repository.tests()));
    for (Path module : modules) {
      Path sources = module.resolve(folder);
      if (Files.isDirectory(sources)) {
        try (Stream<Path> found = Files.walk(sources)) {
          found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int lines(Path file) {
    return (int) read(file).lines().count();
  }

  /** The path inside the repository, with the names that exemptions use. */
  static String name(Path file) {
    return Repository.root().relativize(file).toString();
  }

  /** {@code file:line: text} for each place where the pattern is found. */
  static List<String> places(List<Path> files, Pattern pattern) {
    List<String> places = new ArrayList<>();
    for (Path file : files) {
      String text = read(file);
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        long line = text.substring(0, matcher.start()).lines().count() + 1;
        places.add(name(file) + ":" + line + ": " + matcher.group());
      }
    }
    return places;
  }

  /** Hands each parsed file with the comments of its declarations to {@code reader}. */
  static void parse(List<Path> files, BiConsumer<CompilationUnitTree, DocTrees> reader) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
      DocTrees comments = DocTrees.instance(task);
      for (CompilationUnitTree file : task.parse()) {
        reader.accept(file, comments);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
