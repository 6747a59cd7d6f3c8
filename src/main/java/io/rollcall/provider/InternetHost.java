package io.rollcall.provider;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells hosts in the public internet from those that only this server's own network reaches. No
 * name is looked up: what one leads to today needn't be what it leads to tomorrow.
 */
final class InternetHost {

  private static final Pattern IPV4 = Pattern.compile("[0-9]+(?:\\.[0-9]+){3}");

  /** Some read 010 as 8, others as 10. */
  private static final Pattern LEADING_ZERO = Pattern.compile("(?:^|.*\\.)0[0-9].*");

  /**
   * Top-level names that the public DNS doesn't have (RFC 6761, RFC 6762, RFC 9476, ICANN) or has
   * for networks only (RFC 3172, RFC 8375), and those by which services find each other.
   */
  private static final Set<String> PRIVATE_NAMES =
      Set.of(
          "alt",
          "arpa",
          "consul",
          "corp",
          "default",
          "docker",
          "home",
          "internal",
          "intra",
          "intranet",
          "invalid",
          "lan",
          "local",
          "localdomain",
          "localhost",
          "onion",
          "private",
          "router",
          "svc",
          "test");

  /** IANA's registry of special IPv4 addresses, and that of Azure's hosts. */
  private static final List<Block> PRIVATE_IPV4 =
      List.of(
          new Block("0.0.0.0", 8),
          new Block("10.0.0.0", 8),
          new Block("100.64.0.0", 10),
          new Block("127.0.0.0", 8),
          new Block("169.254.0.0", 16),
          new Block("168.63.129.16", 32),
          new Block("172.16.0.0", 12),
          new Block("192.0.0.0", 24),
          new Block("192.0.2.0", 24),
          new Block("192.88.99.0", 24),
          new Block("192.168.0.0", 16),
          new Block("198.18.0.0", 15),
          new Block("198.51.100.0", 24),
          new Block("203.0.113.0", 24),
          new Block("224.0.0.0", 3));

  /** All that is public in IPv6. */
  private static final Block GLOBAL_IPV6 = new Block("2000::", 3);

  /** IANA's registry of special IPv6 addresses; 2002 has an IPv4 address in it. */
  private static final List<Block> PRIVATE_IPV6 =
      List.of(
          new Block("2001::", 23),
          new Block("2001:db8::", 32),
          new Block("2002::", 16),
          new Block("3fff::", 20));

  private InternetHost() {}

  /**
   * Whether a host is a public one.
   *
   * @param host as {@link java.net.URI#getHost()} has it, an IPv6 address in brackets
   */
  static boolean isPublic(String host) {
    if (host.startsWith("[")) {
      return isPublicAddress(host.substring(1, host.length() - 1));
    }
    if (IPV4.matcher(host).matches()) {
      return !LEADING_ZERO.matcher(host).matches() && isPublicAddress(host);
    }
    return isPublicName(host.toLowerCase(Locale.ROOT));
  }

  private static boolean isPublicName(String name) {
    var lastDot = name.lastIndexOf('.');
    return lastDot > 0
        && lastDot < name.length() - 1
        && !PRIVATE_NAMES.contains(name.substring(lastDot + 1));
  }

  private static boolean isPublicAddress(String literal) {
    var address = address(literal);
    // An IPv4 address in the form of an IPv6 one is the former to Java.
    return address instanceof Inet4Address
        ? PRIVATE_IPV4.stream().noneMatch(block -> block.has(address))
        : GLOBAL_IPV6.has(address) && PRIVATE_IPV6.stream().noneMatch(block -> block.has(address));
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** All addresses that begin with the same bits. */
  private record Block(InetAddress first, int bits) {

    Block(String first, int bits) {
      this(address(first), bits);
    }

    boolean has(InetAddress address) {
      var begin = first.getAddress();
      var bytes = address.getAddress();
      for (var bit = 0; bit < bits; bit++) {
        var mask = 0x80 >> bit % 8;
        if (((begin[bit / 8] ^ bytes[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
