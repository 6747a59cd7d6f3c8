package io.rollcall;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a query finds. */
public final class Queries {

  private Queries() {}

  /** The first column, as texts. */
  public static List<String> column(Connection database, String query) throws SQLException {
    try (var statement = database.createStatement();
        var result = statement.executeQuery(query)) {
      var values = new ArrayList<String>();
      while (result.next()) {
        values.add(result.getString(1));
      }
      return values;
    }
  }

  /** All columns. */
  public static List<List<Object>> rows(Connection database, String query) throws SQLException {
    try (var statement = database.createStatement();
        var result = statement.executeQuery(query)) {
      var rows = new ArrayList<List<Object>>();
      while (result.next()) {
        var row = new ArrayList<>();
        for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(result.getObject(column));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
