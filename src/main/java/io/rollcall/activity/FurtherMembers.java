package io.rollcall.activity;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** Who joined or left beyond what stands in the entry: up to 1,000 ids. */
@Entity
@Table(name = "activity_members")
class FurtherMembers {

  @EmbeddedId private Key key;

  @Column(name = "change")
  private String change;

  @Column(name = "members")
  private String members;

  /** For JPA. */
  protected FurtherMembers() {}

  FurtherMembers(ActivityEntry entry, int part, String change, List<String> ids) {
    this.key = new Key(entry, part);
    this.change = change;
    this.members = SharedJson.createArrayBuilder(ids).build().toString();
  }

  int part() {
    return key.part;
  }

  /** {@code joined} or {@code left}. */
  String change() {
    return change;
  }

  List<String> ids() {
    JsonArray array = SharedJson.readArray(members);
    return array.getValuesAs(JsonString::getString);
  }

  /** Which part of the members of which entry. */
  @Embeddable
  static class Key implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "entry_id")
    private String entryId;

    @Column(name = "part")
    private int part;

    /** For JPA. */
    protected Key() {}

    Key(ActivityEntry entry, int part) {
      this.tenantId = entry.key().tenantId();
      this.entryId = entry.id();
      this.part = part;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && tenantId.equals(key.tenantId)
          && entryId.equals(key.entryId)
          && part == key.part;
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, entryId, part);
    }
  }
}
