# What the launchers share: find Java, build what is missing, start the program. Not run by itself.

say() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
}

fail() {
  say "$@"
  exit 2
}

# The Java to use: that of JAVA_HOME, else the first on the path.
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is '$JAVA_HOME', but there is no bin/java in it." \
      "Set it to a JDK from 17 to 22, or unset it."
  else
    java=$(command -v java) || fail "There is no java on the path. Install a JDK from 17 to 22."
  fi
  java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
  local major=${java_version%%[!0-9]*}
  [ "${major:-0}" -ge 17 ] || fail "'$java' is Java ${java_version:-of an unknown version}, too old." \
    "Install a JDK from 17 to 22, and set JAVA_HOME to it."
  # Hadoop 3.3, in Spark 3.5, calls Subject.getSubject, which Java 23 took out of service.
  [ "$major" -le 22 ] || fail "'$java' is Java $java_version, on which Spark 3.5 does not start." \
    "Install a JDK from 17 to 22, and set JAVA_HOME to it."
}

# Whether something that the program is made of has changed since it was built, or is gone.
is_stale() {
  local file
  [ -f "$launcher/versions" ] || return 0
  . "$launcher/versions"
  [ -f "$target/$jar" ] || return 0
  [ -z "$(cd "$home" && find pom.xml */pom.xml */src/main -newer "$target/$jar" 2>/dev/null | head -n 1)" ] ||
    return 0
  local IFS=:
  for file in $(cat "$launcher/spark.classpath") $(cat "$launcher/shell.classpath"); do
    [ -f "$file" ] || return 0
  done
  return 1
}

run_maven() {
  (cd "$home" && mvn -B -q -ntp "$@" -pl thrift-server -am package \
    -Dmaven.test.skip=true -Dspotless.check.skip=true) >"$log" 2>&1 </dev/null
}

build_failed() {
  tail -n 20 "$log" >&2
  fail "Cerium could not be built. The end of '$log' is above."
}

# Whether Java has no archive of the classes as they were built.
is_slow() {
  [ -w "$launcher" ] && { [ ! -f "$archive" ] || [ "$target/$jar" -nt "$archive" ]; }
}

# Does what the first run has to do; of several at once, one does it and the others wait.
prepare() {
  mkdir -p "$launcher" 2>/dev/null || :
  [ -w "$launcher" ] || fail "'$launcher' cannot be written. Clone Cerium into a folder of your own."
  if command -v flock >/dev/null; then
    exec 9>"$launcher/lock"
    flock -n 9 || { say "waiting for another start of '$home'" && flock 9; }
  fi
  local begin=$SECONDS built=
  if is_stale; then
    build
    built=yes
    . "$launcher/versions"
  fi
  if is_slow; then
    remember_classes
  fi
  [ -z "$built" ] || say "built in $((SECONDS - begin)) s"
  if command -v flock >/dev/null; then
    exec 9>&-
  fi
}

# Builds without a network where Maven's repository has everything, else with one.
build() {
  local log=$launcher/build.log
  command -v mvn >/dev/null || fail "There is no mvn on the path. Install Maven 3.8 or newer: it builds Cerium once."
  say "building Cerium: a minute or two"
  if ! run_maven -o; then
    if grep -q 'offline mode' "$log"; then
      say "downloading Spark and the native libraries, about 600 MB: once, a few minutes"
      run_maven || build_failed
    else
      build_failed
    fi
  fi
}

# Java starts twice as fast from an archive of the classes that the quick start needs. Without it all
# works the same, so that a failure here is none; it leaves an empty one, not to be tried again.
remember_classes() {
  local trial=$launcher/trial child
  say "preparing fast starts: half a minute"
  rm -rf "$trial" "$archive.part"
  (
    unset SPARK_HOME CERIUM_DRIVER_MEMORY
    start io.cerium.shell.CeriumSql "-XX:ArchiveClassesAtExit=$archive.part" \
      --data "$trial" -f "$home/sql-examples/quickstart.sql"
  ) >"$launcher/trial.log" 2>&1 </dev/null 9>&- &
  child=$!
  trap 'kill -KILL "$child" 2>/dev/null; rm -rf "$trial" "$archive.part"; exit 130' HUP INT TERM
  wait "$child" && [ -s "$archive.part" ] || { rm -f "$archive.part" && : >"$archive.part"; }
  trap - HUP INT TERM
  mv -f "$archive.part" "$archive"
  rm -rf "$trial"
}

# The jars of Spark: those of SPARK_HOME if it is set, else those of the build.
find_spark() {
  if [ -z "${SPARK_HOME:-}" ]; then
    spark=$(cat "$launcher/spark.classpath")
    return
  fi
  local core
  core=$(ls "$SPARK_HOME/jars/" 2>/dev/null | grep '^spark-core_' | head -n 1)
  case $core in
    "spark-core_$scala-$spark_line."*) ;;
    "") fail "SPARK_HOME is '$SPARK_HOME', but there is no Spark in its folder jars. Unset it to use Cerium's own." ;;
    *) fail "SPARK_HOME is '$SPARK_HOME' with ${core%.jar}, but Cerium is for Spark $spark_line with" \
      "Scala $scala. Unset it to use Cerium's own Spark." ;;
  esac
  ls "$SPARK_HOME/jars/" | grep -q '^spark-hive-thriftserver_' ||
    fail "The Spark in SPARK_HOME, '$SPARK_HOME', was built without Hive. Unset it to use Cerium's own."
  spark=$SPARK_HOME/jars/*
}

# The heap: --conf spark.driver.memory, else CERIUM_DRIVER_MEMORY, else 1g.
find_memory() {
  memory=${CERIUM_DRIVER_MEMORY:-1g}
  local word
  for word; do
    case ${word#--conf=} in
      spark.driver.memory=*) memory=${word#*spark.driver.memory=} ;;
    esac
  done
  # Without a unit Spark counts in MiB, Java in bytes.
  case $memory in *[!0-9]*) ;; *) memory=${memory}m ;; esac
  memory=${memory%[bB]}
  [[ $memory =~ ^[0-9]+[kKmMgGtT]?$ ]] ||
    fail "The heap is '$memory', by --conf spark.driver.memory or CERIUM_DRIVER_MEMORY. Write a number with" \
      "k, m or g, as in 2g."
}

# Runs a program: its main class, an option for Java, then its words.
start() {
  local main=$1 option=$2
  shift 2
  . "$launcher/versions"
  find_spark
  find_memory "$@"
  local class_path=$target/$jar:$(cat "$launcher/shell.classpath"):$spark options=()
  [ ! -t 0 ] || options+=(-Dcerium.terminal.in=true)
  [ ! -t 2 ] || options+=(-Dcerium.terminal.err=true)
  # OpenCV would write of each broken picture; the query does.
  export OPENCV_LOG_LEVEL=${OPENCV_LOG_LEVEL:-SILENT} SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}
  # As Spark's own scripts do, for executors in processes of their own.
  export SPARK_SCALA_VERSION=${SPARK_SCALA_VERSION:-$scala}
  # Names of files and words on the command line are read in the encoding of the locale.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]*8*) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac
  exec "$java" "-Xmx$memory" "@$launcher/java.options" "$option" ${options[@]+"${options[@]}"} \
    "-Dcerium.examples=$home/sql-examples" -cp "$class_path" "$main" "$@"
}

# Starts a program, built before if need be: the folder of the clone, the main class, its words.
launch() {
  local main=$2 word
  home=$1
  target=$home/thrift-server/target
  launcher=$target/launcher
  shift 2
  # Else the first file that Java opens takes the place of a closed standard input.
  [ -e /dev/fd/0 ] || exec </dev/null
  for word; do
    if [ "$word" = --help ] || [ "$word" = -h ]; then
      word=${main%.*}
      exec cat "$home/thrift-server/src/main/resources/${word//.//}/usage.txt"
    fi
  done
  find_java
  archive=$launcher/classes-$java_version.jsa
  if is_stale || is_slow; then
    prepare
  fi
  start "$main" "-XX:SharedArchiveFile=$archive" "$@"
}
