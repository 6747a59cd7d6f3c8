package io.rollcall.directory.search;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.directory.Group;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceTypes;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schemas and the table of what the server computes know the same attributes. */
class ServerAttributeTest {

  @Test
  void hasARowForAllThatClientsCannotWrite() {
    assertThat(paths().filter(ServerAttributeTest::isReadOnly).map(AttributePath::canonical))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(rows()).contains(path));
  }

  @Test
  void hasARowForEachPartOfMembers() {
    assertThat(paths().filter(p -> p.whole().equals(Group.MEMBERS)).map(AttributePath::canonical))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(rows()).contains(path));
  }

  @Test
  void hasNoRowThatTheSchemasDoNotDefine() {
    assertThat(Stream.of(ServerAttribute.values()).map(ServerAttribute::path))
        .allSatisfy(path -> assertThat(paths()).contains(path));
  }

  @Test
  void hasNoRowForWhatClientsWriteIntoDocuments() {
    assertThat(Stream.of(ServerAttribute.values()).map(ServerAttribute::path))
        .allMatch(path -> isReadOnly(path) || path.whole().equals(Group.MEMBERS));
  }

  @Test
  void findsWhatClientsWriteAmongTheIndexedValues() {
    assertThat(paths().filter(path -> !rows().contains(path.canonical())))
        .isNotEmpty()
        .allSatisfy(
            path ->
                assertThat(ServerAttribute.sourceOf(path)).as("%s", path).isEqualTo(new Indexed()));
  }

  private static boolean isReadOnly(AttributePath path) {
    return path.attribute().isReadOnly() || path.target().isReadOnly();
  }

  private static Set<String> rows() {
    return Stream.of(ServerAttribute.values()).map(row -> row.path().canonical()).collect(toSet());
  }

  /** All attributes of all types, with their parts. */
  private static Stream<AttributePath> paths() {
    return ResourceTypes.STANDARD.all().stream()
        .flatMap(type -> type.attributePaths())
        .flatMap(
            path ->
                Stream.concat(
                    Stream.of(path), path.attribute().subAttributes().stream().map(path::sub)));
  }
}
