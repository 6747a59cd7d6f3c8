package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.directory.Directory;
import io.rollcall.tenancy.Tenants;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class DirectoryIT extends Deployed {

  @Inject private Tenants tenants;
  @Inject private Directory directory;

  @Test
  void hasATenant() {
    assertThat(tenants.ids()).contains("default");
  }
}
