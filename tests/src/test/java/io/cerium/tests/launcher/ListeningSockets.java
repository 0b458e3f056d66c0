package io.cerium.tests.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a process listens, by the kernel's tables of sockets (proc(5)): address and port in
 * hexadecimal, state, inode.
 */
final class ListeningSockets {
  private static final String LISTENS = "0A";

  /** 127.0.0.1, the same as an address of IPv6, and ::1. */
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  private ListeningSockets() {}

  /** The ports of a process that only this machine reaches. */
  static List<Integer> ofThisMachine(ProcessHandle process) throws IOException {
    return ports(process).stream()
        .filter(socket -> LOOPBACK.contains(socket.address()))
        .map(Socket::port)
        .toList();
  }

  /** The ports of a process that others reach as well. */
  static List<Integer> ofTheNetwork(ProcessHandle process) throws IOException {
    return ports(process).stream()
        .filter(socket -> !LOOPBACK.contains(socket.address()))
        .map(Socket::port)
        .toList();
  }

  private record Socket(String address, int port) {}

  private static List<Socket> ports(ProcessHandle process) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
      for (Path file : files.toList()) {
        if (Files.isSymbolicLink(file)) {
          inodes.add(Files.readSymbolicLink(file).toString().replaceAll("socket:\\[(\\d+)]", "$1"));
        }
      }
    }
    List<Socket> listening = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net/" + table))) {
        String[] words = line.strip().split("\\s+");
        if (words[3].equals(LISTENS) && inodes.contains(words[9])) {
          String[] local = words[1].split(":", 2);
          listening.add(new Socket(local[0], Integer.parseInt(local[1], 16)));
        }
      }
    }
    return listening;
  }
}
