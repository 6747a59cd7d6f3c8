package io.rollcall.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A user or group is a member of a group. */
@Entity
@Table(name = "group_member")
public class GroupMember {

  @EmbeddedId private Key key;

  @Column(name = "member_type")
  private String memberType;

  @Column(name = "since")
  private Instant since;

  /** For JPA. */
  protected GroupMember() {}

  GroupMember(String tenantId, String groupId, String memberId, String memberType, Instant since) {
    this.key = new Key(tenantId, groupId, memberId);
    this.memberType = memberType;
    this.since = since;
  }

  /** Who is in what. */
  @Embeddable
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "group_id")
    private String groupId;

    @Column(name = "member_id")
    private String memberId;

    /** For JPA. */
    protected Key() {}

    Key(String tenantId, String groupId, String memberId) {
      this.tenantId = tenantId;
      this.groupId = groupId;
      this.memberId = memberId;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && tenantId.equals(key.tenantId)
          && groupId.equals(key.groupId)
          && memberId.equals(key.memberId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, groupId, memberId);
    }
  }
}
