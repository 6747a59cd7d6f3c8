package io.rollcall.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * A connection in the container's pool that outlives the database's restart: when it was lost
 * between two transactions, the next one gets a new one in its place. So no pool has to be told,
 * each in its own way, to try its connections before it hands them out.
 */
final class RenewedConnection implements InvocationHandler {

  /** Opens a connection to the database. */
  interface Opener {
    Connection open() throws SQLException;
  }

  private static final System.Logger LOG = System.getLogger("io.rollcall");

  private static final Set<RenewedConnection> ALL =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private static final Set<String> STATEMENTS =
      Set.of("createStatement", "prepareStatement", "prepareCall");

  private static volatile boolean cut;

  private final Opener opener;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private volatile Connection connection;
  private boolean isClosed;
  private volatile boolean isInTransaction;

  /** What the container set once for all transactions that follow. */
  private record Setting(Method method, Object[] arguments) {}

  private RenewedConnection(Opener opener) throws SQLException {
    this.opener = opener;
    this.connection = opener.open();
  }

  static Connection open(Opener opener) throws SQLException {
    var renewed = new RenewedConnection(opener);
    ALL.add(renewed);
    return (Connection)
        Proxy.newProxyInstance(
            RenewedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, renewed);
  }

  /** How many the container has. */
  static int count() {
    return ALL.size();
  }

  /** How many of them are in a transaction. */
  static int countInTransactions() {
    return (int) List.copyOf(ALL).stream().filter(renewed -> renewed.isInTransaction).count();
  }

  /** Whether the container has a connection of ours. */
  static boolean exist() {
    return !ALL.isEmpty();
  }

  /**
   * Cuts all connections: whoever waits for an answer gets an exception instead, and none is
   * renewed until {@link #mayBeRenewed}.
   */
  static void cutAll() {
    cut = true;
    for (var renewed : List.copyOf(ALL)) {
      try {
        renewed.connection.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.log(System.Logger.Level.DEBUG, "A connection can't be cut", e);
      }
    }
  }

  static void mayBeRenewed() {
    cut = false;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> connection.toString();
      case "isClosed" -> isClosed;
      // Nobody uses it, but a pool may set it back at each use, which is a statement each time.
      case "getClientInfo" -> arguments == null ? new Properties() : null;
      case "setClientInfo" -> null;
      case "close" -> close(method);
      default -> forward(method, arguments);
    };
  }

  private Object close(Method method) throws Throwable {
    isClosed = true;
    ALL.remove(this);
    return call(method, null);
  }

  private Object forward(Method method, Object[] arguments) throws Throwable {
    if (!isClosed && !isInTransaction && connection.isClosed()) {
      renew();
    }
    var name = method.getName();
    if (name.equals("rollback") && arguments == null) {
      return rollBack();
    }
    if (name.equals("commit")) {
      isInTransaction = false;
    } else if (STATEMENTS.contains(name)) {
      isInTransaction = !connection.getAutoCommit();
    } else if (name.startsWith("set") && !name.equals("setSavepoint")) {
      settings.put(name, new Setting(method, arguments));
    }
    return call(method, arguments);
  }

  private Object rollBack() throws SQLException {
    isInTransaction = false;
    try {
      connection.rollback();
      forgetStatementLimit();
    } catch (SQLException e) {
      if (!connection.isClosed()) {
        throw e;
      }
      // What was lost with its connection is rolled back already.
    }
    return null;
  }

  /** The transaction that set it ended before it could take it back. */
  private void forgetStatementLimit() throws SQLException {
    var forgetting = Dialect.of(connection.getMetaData()).noStatementLimit();
    if (forgetting.isPresent()) {
      try (var statement = connection.createStatement()) {
        statement.execute(forgetting.get());
      }
    }
  }

  private void renew() throws Throwable {
    if (cut) {
      throw new SQLException("The database is away", "08001");
    }
    connection = opener.open();
    for (var setting : settings.values()) {
      call(setting.method(), setting.arguments());
    }
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
