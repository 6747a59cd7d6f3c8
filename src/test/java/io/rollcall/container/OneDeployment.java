package io.rollcall.container;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/** Deploys the WAR once for all test classes; it stays until the container stops. */
public class OneDeployment implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Deployer.class);
  }

  /** Lets the first class generate and deploy, and hands the others what the first one got. */
  public static class Deployer {

    @Inject @ClassScoped private InstanceProducer<DeploymentScenario> scenario;

    private DeploymentScenario deployed;

    void generate(@Observes EventContext<GenerateDeployment> event) {
      if (deployed == null) {
        event.proceed();
      } else {
        scenario.set(deployed);
      }
    }

    void deploy(@Observes EventContext<DeployManagedDeployments> event) {
      if (deployed == null) {
        event.proceed();
        deployed = scenario.get();
      }
    }

    void undeploy(@Observes EventContext<UnDeployManagedDeployments> event) {
      // The next class uses it.
    }
  }
}
